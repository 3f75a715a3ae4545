//! Key pairs: rows S04–S08. Names are percent-encoded byte for byte (`%2F` must survive the proxy).

use crate::exchange::Call;
use crate::ids::KeyName;
use crate::keypair::{KeyNameInput, PublicKeyInput};
use crate::wire::KeyPair;

/// `GET /os-keypairs` (row S04).
pub fn list() -> Call<Vec<KeyPair>> {
    todo!()
}

/// `GET /os-keypairs/{name}` (row S05).
pub fn get(name: &KeyName) -> Call<KeyPair> {
    let _ = name;
    todo!()
}

/// `POST /os-keypairs`: without a key the cloud makes one (row S06), with one it is registered (row S07).
pub fn create(name: &KeyNameInput, public_key: Option<&PublicKeyInput>) -> Call<KeyPair> {
    let _ = (name, public_key);
    todo!()
}

/// `DELETE /os-keypairs/{name}` (row S08).
pub fn delete(name: &KeyName) -> Call<()> {
    let _ = name;
    todo!()
}
