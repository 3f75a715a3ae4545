//! The sessions ended by signing out. A copy of their cookie would open until `longest_h`, and the old API cannot
//! revoke tokens, so this process remembers them for that long. Other replicas do not know them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use ring::rand::{SecureRandom as _, SystemRandom};

/// How many are remembered, about 5 MB. Beyond that, expired ones are dropped, then the one that expires first.
pub const MOST: usize = 100_000;

/// Bytes of an id: enough to be unique.
pub const ID_BYTES: usize = 16;

/// Identifies a sign-in and all sessions that came from it. It is random and reveals nothing about the token.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SignInId(pub [u8; ID_BYTES]);

impl SignInId {
    /// `None` if the system gives no random numbers.
    pub fn random() -> Option<SignInId> {
        let mut id = [0; ID_BYTES];
        SystemRandom::new().fill(&mut id).ok()?;
        Some(SignInId(id))
    }
}

/// Sign-ins that ended early.
#[derive(Debug)]
pub struct Ended {
    most: usize,
    /// When each can be forgotten, in seconds since 1970.
    until: Mutex<HashMap<SignInId, u64>>,
}

impl Default for Ended {
    fn default() -> Self {
        Ended { most: MOST, until: Mutex::default() }
    }
}

impl Ended {
    /// Remembers one `until` its cookies no longer open.
    pub fn add(&self, id: SignInId, until: u64, now: u64) {
        let mut ended = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if ended.len() >= self.most && !ended.contains_key(&id) {
            ended.retain(|_, until| *until > now);
            let first = ended.iter().min_by_key(|(_, until)| **until).map(|(id, _)| *id);
            if let Some(first) = first.filter(|_| ended.len() >= self.most) {
                ended.remove(&first);
            }
        }
        if until > now {
            ended.insert(id, until);
        }
    }

    pub fn contains(&self, id: SignInId) -> bool {
        self.until.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_ended_sessions_are_remembered_as_there_is_place_for() {
        let ended = Ended { most: 3, ..Ended::default() };
        let id = |name: u8| SignInId([name; ID_BYTES]);
        let check = |expect: [bool; 5]| assert_eq!([1, 2, 3, 4, 5].map(|name| ended.contains(id(name))), expect);
        for (name, until) in [(1, 200), (2, 150), (3, 300)] {
            ended.add(id(name), until, 100);
        }
        ended.add(id(1), 200, 100);
        check([true, true, true, false, false]);
        ended.add(id(4), 400, 110);
        check([true, false, true, true, false]);
        ended.add(id(5), 400, 350);
        check([false, false, false, true, true]);
        ended.add(id(1), 350, 350);
        check([false, false, false, true, true]);
    }
}
