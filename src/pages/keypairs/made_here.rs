//! Creates a key pair in the browser and sends only its public key (row S07). The private key is offered in the same
//! way as one from the cloud (row S06).

use cloud::Failure;
use cloud::keypair::{KeyNameInput, public_key};
use keys::Kind;
use leptos::prelude::*;

use super::secret;
use crate::data;
use crate::private_keys::{NoPair, PRIVATE_KEYS};

/// Why no pair was created.
#[derive(Clone)]
pub enum Trouble {
    /// The code that makes keys could not be loaded.
    NoPart,
    /// No pair could be generated.
    NotMade(NoPair),
    /// The cloud refused the public key.
    Refused(Failure),
}

/// Generates a pair and registers its public key. `steps` counts the progress; disposing it cancels the work.
pub async fn make(name: &KeyNameInput, kind: Kind, steps: RwSignal<usize>) -> Result<(), Trouble> {
    let part = PRIVATE_KEYS.get().await.ok_or(Trouble::NoPart)?;
    // Some clouds accept only ASCII in the key's comment.
    let comment = name.as_str().chars().filter(char::is_ascii).collect();
    let made = (part.make)(kind, comment, steps).await.map_err(Trouble::NotMade)?;
    let line = public_key(made.public_line());
    let line = line.map_err(|_| Trouble::NotMade(NoPair::Broken(made.public_line().to_owned())))?;
    let pair = data::create_key_pair(name, Some(&line)).await.map_err(Trouble::Refused)?;
    secret::hold_own(pair.name, &made);
    Ok(())
}
