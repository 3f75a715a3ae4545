//! Key pairs: rows S04–S08. Names are percent-encoded byte for byte (`%2F` must survive the proxy).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::KeyName;
use crate::json::Json;
use crate::keypair::{KeyNameInput, PublicKeyInput};
use crate::percent::encode;
use crate::wire::root::{nothing, one, page};
use crate::wire::{KeyPair, Page};

const PATH: &str = "/os-keypairs";

/// `GET /os-keypairs` (row S04).
pub fn list() -> Call<Page<KeyPair>> {
    Call { request: Request::get(Service::Compute, PATH), read: page::<KeyPair> }
}

/// `GET /os-keypairs/{name}` (row S05).
pub fn get(name: &KeyName) -> Call<KeyPair> {
    Call { request: Request::get(Service::Compute, path_of(name)), read: one::<KeyPair> }
}

/// `POST /os-keypairs`: without a key the cloud makes one (row S06), with one it is registered (row S07).
pub fn create(name: &KeyNameInput, public_key: Option<&PublicKeyInput>) -> Call<KeyPair> {
    let mut pair = Json::object([("name", name.as_str().into())]);
    if let Some(key) = public_key {
        pair.put("public_key", key.as_str().into());
    }
    let body = Json::object([("keypair", pair)]);
    Call { request: Request::post(Service::Compute, PATH, &body), read: one::<KeyPair> }
}

/// `DELETE /os-keypairs/{name}` (row S08).
pub fn delete(name: &KeyName) -> Call<()> {
    Call { request: Request::delete(Service::Compute, path_of(name)), read: nothing }
}

fn path_of(name: &KeyName) -> String {
    format!("{PATH}/{}", encode(name.as_str()))
}
