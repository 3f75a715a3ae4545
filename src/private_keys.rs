//! What is done with private keys. It counts with large numbers, which is a lot of code: it has a file of its own, fetched
//! by whoever makes a key pair or reads a password, and by nobody else.

use std::pin::Pin;

use cloud::wire::EncryptedPassword;
use keys::{KeyError, Kind, Making, Pair, PasswordError, RsaKey, Zeroizing};
use leptos::prelude::*;

use crate::browser::{clock, random, timers};
use crate::parts::{Content, Part, files};

/// Its parts.
pub struct PrivateKeys {
    /// Makes a pair. The comment stands behind the public key; the signal says how many steps were taken, and ends the
    /// work when it is gone.
    pub make: fn(Kind, String, RwSignal<usize>) -> MakingPair,
    /// Opens the first password of a Windows instance with the text of a private key's file.
    pub open: fn(&str, &EncryptedPassword) -> Result<Zeroizing<String>, Unopened>,
}

/// A pair on its way.
pub type MakingPair = Pin<Box<dyn Future<Output = Result<Pair, NoPair>>>>;

/// Why there is no pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoPair {
    /// The browser gives no randomness.
    NoRandom,
    /// Whoever wanted it is gone.
    Stopped,
    /// The library's words.
    Broken(String),
}

/// Why there is no password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unopened {
    /// The browser gives no randomness.
    NoRandom,
    /// The text is no key that can be used.
    Key(KeyError),
    /// The key does not open it.
    Password(PasswordError),
}

/// See [`PrivateKeys`].
pub static PRIVATE_KEYS: Part<PrivateKeys> = files::PRIVATE_KEYS.part();

impl Content for PrivateKeys {
    const CONTENT: Self = Self { make, open };
}

/// So long at a stretch, in milliseconds: longer, and the page would be seen to stand still.
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
            // A signal that is gone gives the value back.
            if steps.try_set(taken).is_some() {
                return Err(NoPair::Stopped);
            }
            timers::breathe().await;
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
