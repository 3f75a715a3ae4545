//! The sessions ended by signing out. A copy of their cookie would open until `longest_h`, and the old API cannot
//! revoke tokens, so this process remembers them for that long. Other replicas do not know them.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ring::rand::{SecureRandom as _, SystemRandom};

use super::handle::Handle;

/// How many are remembered, about 15 MB at most. Beyond that, expired ones are dropped, then the one that expires first.
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

/// A whole sign-in, or one session of it.
type Key = (SignInId, Option<Handle>);

/// What ended early.
#[derive(Debug)]
pub struct Ended {
    most: usize,
    /// When each can be forgotten, in seconds since 1970.
    until: Mutex<HashMap<Key, u64>>,
}

impl Default for Ended {
    fn default() -> Self {
        Ended { most: MOST, until: Mutex::default() }
    }
}

impl Ended {
    /// Remembers a sign-in, or `only` one session of it, `until` its cookies no longer open.
    pub fn add(&self, id: SignInId, only: Option<&Handle>, until: u64, now: u64) {
        let key = (id, only.cloned());
        let mut ended = self.lock();
        if ended.len() >= self.most && !ended.contains_key(&key) {
            ended.retain(|_, until| *until > now);
            let first = ended.iter().min_by_key(|(_, until)| **until).map(|(key, _)| key.clone());
            if let Some(first) = first.filter(|_| ended.len() >= self.most) {
                ended.remove(&first);
            }
        }
        if until > now {
            ended.insert(key, until);
        }
    }

    /// Whether the session of `handle` ended, by itself or with its sign-in.
    pub fn contains(&self, id: SignInId, handle: &Handle) -> bool {
        let ended = self.lock();
        ended.contains_key(&(id, None)) || ended.contains_key(&(id, Some(handle.clone())))
    }

    /// The project was opened again with the same sign-in.
    pub fn again(&self, id: SignInId, handle: &Handle) {
        self.lock().remove(&(id, Some(handle.clone())));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, u64>> {
        self.until.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_ended_sessions_are_remembered_as_there_is_place_for() {
        let ended = Ended { most: 3, ..Ended::default() };
        let (id, handle) = (|name: u8| SignInId([name; ID_BYTES]), Handle::new("c", "u", "p"));
        let check =
            |expect: [bool; 5]| assert_eq!([1, 2, 3, 4, 5].map(|name| ended.contains(id(name), &handle)), expect);
        for (name, until) in [(1, 200), (2, 150), (3, 300)] {
            ended.add(id(name), None, until, 100);
        }
        ended.add(id(1), None, 200, 100);
        check([true, true, true, false, false]);
        ended.add(id(4), None, 400, 110);
        check([true, false, true, true, false]);
        ended.add(id(5), None, 400, 350);
        check([false, false, false, true, true]);
        ended.add(id(1), None, 350, 350);
        check([false, false, false, true, true]);
    }

    // A past defect: signing out of a project that was opened with another one's sign-in ended that one, too.
    #[test]
    fn one_session_of_a_sign_in_ends_by_itself() {
        let (ended, id) = (Ended::default(), SignInId([1; ID_BYTES]));
        let [first, second] = ["p", "q"].map(|project| Handle::new("c", "u", project));
        let check = |expect: [bool; 2]| assert_eq!([&first, &second].map(|handle| ended.contains(id, handle)), expect);
        ended.add(id, Some(&second), 200, 100);
        check([false, true]);
        ended.again(id, &second);
        check([false, false]);
        ended.add(id, Some(&second), 200, 100);
        ended.add(id, None, 200, 100);
        check([true, true]);
        // Whoever signed out of everything does not come back by one project.
        ended.again(id, &second);
        check([true, true]);
    }
}
