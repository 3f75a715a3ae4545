//! Private key operations. They need big-number arithmetic, which is a lot of code, so this is a part of its own,
//! loaded only to create a key pair or decrypt a password.

use std::pin::Pin;

use cloud::wire::EncryptedPassword;
use keys::{KeyError, Kind, Making, Pair, PasswordError, RsaKey, Zeroizing};
use leptos::prelude::*;

use crate::browser::{clock, random, timers};
use crate::parts::{Content, Part, files};

/// The functions of the part.
pub struct PrivateKeys {
    /// Generates a pair. The comment is appended to the public key; the signal counts the steps, and the work stops
    /// when it is disposed.
    pub make: fn(Kind, String, RwSignal<usize>) -> MakingPair,
    /// Decrypts the first password of a Windows instance with the text of a private key file.
    pub open: fn(&str, &EncryptedPassword) -> Result<Zeroizing<String>, Unopened>,
}

/// A pair being generated.
pub type MakingPair = Pin<Box<dyn Future<Output = Result<Pair, NoPair>>>>;

/// Why there is no pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoPair {
    /// The browser provides no randomness.
    NoRandom,
    /// Cancelled.
    Stopped,
    /// The library's error.
    Broken(String),
}

/// Why there is no password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unopened {
    /// The browser provides no randomness.
    NoRandom,
    /// The text is not a usable key.
    Key(KeyError),
    /// The key does not decrypt it.
    Password(PasswordError),
}

/// See [`PrivateKeys`].
pub static PRIVATE_KEYS: Part<PrivateKeys> = files::PRIVATE_KEYS.part();

impl Content for PrivateKeys {
    const CONTENT: Self = Self { make, open };
}

/// Longest uninterrupted work, milliseconds, so that the page does not appear frozen.
const STRETCH: f64 = 40.0;

fn make(kind: Kind, comment: String, steps: RwSignal<usize>) -> MakingPair {
    Box::pin(async move {
        let mut making = Making::new(kind, &comment);
        let mut taken = 0;
        loop {
            let until = clock::monotonic_ms() + STRETCH;
            while clock::monotonic_ms() < until {
                let mut random = true;
                let made = making.step(&mut |bytes| random &= random::fill(bytes));
                if !random {
                    return Err(NoPair::NoRandom);
                }
                if let Some(pair) = made.map_err(|error| NoPair::Broken(error.message))? {
                    return Ok(pair);
                }
                taken += 1;
            }
            // A disposed signal returns the value.
            if steps.try_set(taken).is_some() {
                return Err(NoPair::Stopped);
            }
            timers::yield_to_browser().await;
        }
    })
}

fn open(file: &str, sent: &EncryptedPassword) -> Result<Zeroizing<String>, Unopened> {
    let key = RsaKey::parse(file).map_err(Unopened::Key)?;
    let mut random = true;
    let opened = key.password(&sent.0, &mut |bytes| random &= random::fill(bytes));
    match (random, opened) {
        (false, _) => Err(Unopened::NoRandom),
        (true, opened) => opened.map_err(Unopened::Password),
    }
}
