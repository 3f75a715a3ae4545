//! A pair made in this browser: only its public half is sent (row S07), the private one is offered like one that the
//! cloud made (row S06).

use cloud::Failure;
use cloud::keypair::{KeyNameInput, public_key};
use keys::Kind;
use leptos::prelude::*;

use super::secret;
use crate::data;
use crate::private_keys::{NoPair, PRIVATE_KEYS};

/// Why there is no pair.
#[derive(Clone)]
pub enum Trouble {
    /// The file that makes keys did not come.
    NoPart,
    /// No pair could be made.
    NotMade(NoPair),
    /// The cloud did not take the public half.
    Refused(Failure),
}

/// Makes a pair and registers its public half. `steps` says how the work goes on, and ends it when it is gone.
pub async fn make(name: &KeyNameInput, kind: Kind, steps: RwSignal<usize>) -> Result<(), Trouble> {
    let part = PRIVATE_KEYS.get().await.ok_or(Trouble::NoPart)?;
    // Clouds look at the whole line: what is not ASCII stays in the pair's name.
    let comment = name.as_str().chars().filter(char::is_ascii).collect();
    let made = (part.make)(kind, comment, steps).await.map_err(Trouble::NotMade)?;
    let line = public_key(made.public_line());
    let line = line.map_err(|_| Trouble::NotMade(NoPair::Broken(made.public_line().to_owned())))?;
    let pair = data::create_key_pair(name, Some(&line)).await.map_err(Trouble::Refused)?;
    secret::hold_own(pair.name, &made);
    Ok(())
}
