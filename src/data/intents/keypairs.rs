//! Key pairs (rows S06–S08).

use cloud::calls::keypairs;
use cloud::keypair::{KeyNameInput, PublicKeyInput};
use cloud::wire::KeyPair;
use cloud::{Failure, KeyName};
use sync::{Event, Key};

use super::send;
use crate::data::driver::step;

/// Generates a key pair (row S06; the answer contains the private key, once) or registers a public key (row S07).
pub async fn create_key_pair(name: &KeyNameInput, public_key: Option<&PublicKeyInput>) -> Result<KeyPair, Failure> {
    let (scope, pair) = send(keypairs::create(name, public_key)).await?;
    step(Event::Invalidate(Key::KeyPairs(scope)));
    Ok(pair)
}

/// Deletes a key pair (row S08).
pub async fn delete_key_pair(name: &KeyName) -> Result<(), Failure> {
    let (scope, ()) = send(keypairs::delete(name)).await?;
    step(Event::Invalidate(Key::KeyPairs(scope)));
    Ok(())
}
