//! Validation of new key pairs (rows S06, S07).

mod algorithm;
mod mend;
mod name;
mod public_key;

pub use algorithm::Algorithm;
pub use mend::{KeyMend, KeyOddity, mend};
pub use name::{KeyNameError, KeyNameInput, key_name, private_key_file};
pub use public_key::{PublicKeyError, PublicKeyInput, public_key};
