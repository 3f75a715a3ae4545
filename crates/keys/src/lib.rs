//! Generating key pairs, and decrypting the first password of a Windows instance with a private key.
//!
//! The crate is pure: it does no I/O and takes randomness as an argument. Secrets are overwritten when they are
//! dropped, and no `Debug` shows them.

mod fingerprint;
mod making;
mod pair;
mod password;
mod pem;
mod prime;
mod random;
mod rsa_key;
#[cfg(test)]
mod samples;

pub use fingerprint::Fingerprints;
pub use making::Making;
pub use pair::{Kind, Pair, PairError, RSA_BITS};
pub use password::PasswordError;
pub use random::Random;
pub use rsa_key::{KeyError, RsaKey};
pub use zeroize::Zeroizing;
