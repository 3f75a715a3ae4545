//! Prime search, one candidate at a time; `num-bigint-dig` would search in one call.

use num_bigint_dig::BigUint;
use num_bigint_dig::prime::probably_prime_lucas;

use crate::random::Random;

/// Rounds of Miller-Rabin with random bases, as in `RandPrime::gen_prime`; one with base 2 and a Lucas test are added.
const ROUNDS: usize = 20;

/// Division by primes below this comes first: it is cheap and leaves one candidate in seven.
const SMALL: u32 = 2_000;

/// How far to search from a starting point before choosing another, as in `RandPrime::gen_prime`.
const FAR: u32 = 1 << 20;

/// A search for a prime of a given length.
pub(crate) struct Search {
    bits: usize,
    small: Vec<u32>,
    walk: Option<Walk>,
    /// The candidate that passed the first round, and how many rounds it has passed.
    promising: Option<(BigUint, usize)>,
}

/// The starting point and the current offset.
struct Walk {
    start: BigUint,
    /// The starting point modulo each small prime.
    rests: Vec<u32>,
    on: u32,
}

impl Search {
    /// For a prime with this many bits, the upper two set: the product of two such primes has twice as many.
    pub fn new(bits: usize) -> Self {
        let small = (3..SMALL).filter(|n| (2..*n).take_while(|by| by * by <= *n).all(|by| n % by != 0)).collect();
        Self { bits, small, walk: None, promising: None }
    }

    /// Tests one candidate once; restarts after a prime was found.
    pub fn step(&mut self, random: Random<'_>) -> Option<BigUint> {
        match self.promising.take() {
            // The last test; with base 2 it is the Baillie-PSW test.
            Some((candidate, ROUNDS)) => return probably_prime_lucas(&candidate).then_some(candidate),
            Some((candidate, passed)) => {
                if miller_rabin(&candidate, &base(&candidate, random)) {
                    self.promising = Some((candidate, passed + 1));
                }
            }
            None => self.try_next(random),
        }
        None
    }

    fn try_next(&mut self, random: Random<'_>) {
        let mut walk = self.walk.take().unwrap_or_else(|| self.begin(random));
        while walk.on < FAR {
            let candidate = walk.next(&self.small);
            let Some(candidate) = candidate.filter(|candidate| candidate.bits() == self.bits) else { continue };
            if miller_rabin(&candidate, &BigUint::from(2u8)) {
                // In either case the next candidate starts from another point.
                self.promising = Some((candidate, 0));
            } else {
                self.walk = Some(walk);
            }
            return;
        }
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

/// A random base from 2 to far below the candidate.
fn base(candidate: &BigUint, random: Random<'_>) -> BigUint {
    let mut bytes = vec![0; candidate.bits().saturating_sub(8) / 8];
    random(&mut bytes);
    BigUint::from_bytes_be(&bytes) + 2u8
}

/// One round of Miller-Rabin for an odd number.
fn miller_rabin(candidate: &BigUint, base: &BigUint) -> bool {
    let (one, below) = (BigUint::from(1u8), candidate - 1u8);
    let twos = (0..candidate.bits()).take_while(|twos| (&below >> *twos) & &one != one).count();
    let mut power = base.modpow(&(&below >> twos), candidate);
    if power == one || power == below {
        return true;
    }
    for _ in 1..twos {
        power = &power * &power % candidate;
        if power == below {
            return true;
        }
    }
    false
}

impl Walk {
    /// The next odd number that no small prime divides; `None` if this one is divisible.
    fn next(&mut self, small: &[u32]) -> Option<BigUint> {
        let on = self.on;
        self.on += 2;
        let passes = small.iter().zip(&self.rests).all(|(by, rest)| !(rest + on).is_multiple_of(*by));
        passes.then(|| &self.start + on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seeded;
    use num_bigint_dig::prime::probably_prime;

    /// Bit lengths and counts: the result has that length, is odd and has no small divisor.
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
                assert!(probably_prime(&prime, 20), "the library agrees");
            }
        }
    }

    #[track_caller]
    fn check(number: u32, base: u32, expect: bool) {
        assert_eq!(miller_rabin(&BigUint::from(number), &BigUint::from(base)), expect, "{number} to the base {base}");
    }

    #[test]
    fn rounds_of_miller_rabin() {
        for prime in [5, 7, 13, 17, 97, 257, 65_537, 7_919] {
            [2, 3].into_iter().for_each(|base| check(prime, base, true));
        }
        // Strong pseudoprimes to base 2 fail for other bases.
        [2_047, 3_277].into_iter().for_each(|strong| check(strong, 2, true));
        [2_047, 3_277, 561, 9, 15, 25, 65_535].into_iter().for_each(|composite| check(composite, 3, false));
    }
}
