//! The search for a prime, a candidate at a time: what `num-bigint-dig` does in one go.

use num_bigint_dig::BigUint;
use num_bigint_dig::prime::probably_prime;

use crate::random::Random;

/// Rounds of Miller-Rabin, beside one of Lucas: those of `RandPrime::gen_prime`.
const ROUNDS: usize = 20;

/// Small primes below this are tried first: it takes nearly nothing, and leaves one candidate in seven.
const SMALL: u32 = 2_000;

/// As far from where it began as `RandPrime::gen_prime` goes; then anew.
const FAR: u32 = 1 << 20;

/// A search for a prime of a length.
pub(crate) struct Search {
    bits: usize,
    small: Vec<u32>,
    walk: Option<Walk>,
}

/// Where the search began, and how far it is.
struct Walk {
    start: BigUint,
    /// The start's remainders by the small primes.
    rests: Vec<u32>,
    on: u32,
}

impl Search {
    /// For a prime of so many bits, the two uppermost set: two of them multiplied have twice as many.
    pub fn new(bits: usize) -> Self {
        let small = (3..SMALL).filter(|n| (2..*n).take_while(|by| by * by <= *n).all(|by| n % by != 0)).collect();
        Self { bits, small, walk: None }
    }

    /// Tries one candidate; begins anew after a prime was found.
    pub fn step(&mut self, random: Random<'_>) -> Option<BigUint> {
        let mut walk = self.walk.take().unwrap_or_else(|| self.begin(random));
        while walk.on < FAR {
            let candidate = walk.next(&self.small);
            let Some(candidate) = candidate.filter(|candidate| candidate.bits() == self.bits) else { continue };
            if probably_prime(&candidate, ROUNDS) {
                return Some(candidate);
            }
            self.walk = Some(walk);
            return None;
        }
        None
    }

    fn begin(&self, random: Random<'_>) -> Walk {
        let mut bytes = zeroize::Zeroizing::new(vec![0; self.bits.div_ceil(8)]);
        random(&mut bytes);
        let mut start = BigUint::from_bytes_be(&bytes) >> (bytes.len() * 8 - self.bits);
        let ones = (BigUint::from(3u8) << (self.bits - 2)) | BigUint::from(1u8);
        start |= ones;
        let rest =
            |by: &u32| (&start % *by).to_bytes_le().iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte));
        let rests = self.small.iter().map(rest).collect();
        Walk { start, rests, on: 0 }
    }
}

impl Walk {
    /// The next odd number, unless a small prime divides it.
    fn next(&mut self, small: &[u32]) -> Option<BigUint> {
        let on = self.on;
        self.on += 2;
        let passes = small.iter().zip(&self.rests).all(|(by, rest)| (rest + on) % by != 0);
        passes.then(|| &self.start + on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seeded;

    /// The numbers of bits, and how often: what is found has that length, is odd and has no small divisor.
    #[test]
    fn primes_of_the_length_asked_for() {
        for (bits, seed) in [(64, 1), (65, 2), (127, 3), (256, 4), (512, 5)] {
            let (mut search, mut random) = (Search::new(bits), seeded(seed));
            let mut find = || (0..10_000).find_map(|_| search.step(&mut random)).expect("a prime");
            let (one, other) = (find(), find());
            assert_ne!(one, other, "it begins anew");
            for prime in [one, other] {
                assert_eq!(prime.bits(), bits);
                assert_eq!(&prime >> (bits - 2), BigUint::from(3u8), "two of them multiply to twice the length");
                let power = BigUint::from(2u8).modpow(&(&prime - 1u8), &prime);
                assert_eq!(power, BigUint::from(1u8), "Fermat");
            }
        }
    }
}
