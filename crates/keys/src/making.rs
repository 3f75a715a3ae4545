//! Generating a pair in small steps: a browser has one thread and needs seconds to find RSA primes, so the page is
//! drawn between the steps.

use rsa::{BigUint, RsaPrivateKey};
use ssh_key::private::{Ed25519Keypair, KeypairData, RsaKeypair};

use crate::pair::{Kind, Pair, PairError, RSA_BITS};
use crate::prime::Search;
use crate::random::{Random, Source};

/// A pair being generated. Call [`Making::step`] until it returns the pair.
pub struct Making {
    comment: String,
    work: Work,
}

enum Work {
    Ed25519,
    Rsa(Box<Primes>),
}

/// The search for the two primes.
struct Primes {
    search: Search,
    found: Option<BigUint>,
}

impl Making {
    /// Starts. `comment` is appended to the public key line, such as the pair's name.
    pub fn new(kind: Kind, comment: &str) -> Self {
        Self::sized(kind, RSA_BITS, comment)
    }

    pub(crate) fn sized(kind: Kind, rsa_bits: usize, comment: &str) -> Self {
        let work = match kind {
            Kind::Ed25519 => Work::Ed25519,
            Kind::Rsa => Work::Rsa(Box::new(Primes { search: Search::new(rsa_bits / 2), found: None })),
        };
        Self { comment: comment.to_owned(), work }
    }

    /// One step, which takes some hundredths of a second. `None`: not finished.
    pub fn step(&mut self, random: Random<'_>) -> Result<Option<Pair>, PairError> {
        let data = match &mut self.work {
            Work::Ed25519 => KeypairData::Ed25519(Ed25519Keypair::random(&mut Source(random))),
            Work::Rsa(primes) => match (primes.search.step(random).filter(fits), primes.found.take()) {
                (None, before) => {
                    primes.found = before;
                    return Ok(None);
                }
                (Some(prime), None) => {
                    primes.found = Some(prime);
                    return Ok(None);
                }
                (Some(prime), Some(first)) => KeypairData::Rsa(rsa(first, prime)?),
            },
        };
        Pair::of(data, &self.comment).map(Some)
    }
}

/// The usual public exponent.
const EXPONENT: u32 = 65_537;

/// The exponent has an inverse only if it does not divide this.
fn fits(prime: &BigUint) -> bool {
    (prime - 1u32) % EXPONENT != BigUint::default()
}

fn rsa(p: BigUint, q: BigUint) -> Result<RsaKeypair, PairError> {
    let key = RsaPrivateKey::from_p_q(p, q, BigUint::from(EXPONENT));
    let key = key.map_err(|error| PairError { message: error.to_string() })?;
    Ok(RsaKeypair::try_from(key)?)
}

impl std::fmt::Debug for Making {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Making")
    }
}
