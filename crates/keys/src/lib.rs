//! Key pairs made by Maru itself, and the one secret a private key opens: the first password of a Windows instance.
//!
//! The crate is pure: it neither reads nor sends anything, and takes its randomness as an argument. What is secret is
//! overwritten when it is dropped, and shown by no `Debug`.

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
