//! Sealing with ChaCha20-Poly1305 and a random nonce. Sealed data belongs to one handle, and so to one cloud, and to
//! one kind of cookie: under another name it does not open.

use cloud::base64;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom as _, SystemRandom};

use super::cookie::Kind;
use super::ended::SignInId;
use super::handle::Handle;
use super::packed;

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;

/// Data sealed in another format does not open.
const FORM: &str = "maru session 3";
const ABOUT_FORM: &str = "maru about 1";

/// The content of a session cookie. It has no `Debug`, because it contains a token.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    pub token: String,
    /// The sign-in it came from.
    pub began: Began,
    /// When a person was last active, in seconds since 1970.
    pub used: u64,
}

/// A sign-in. A session created with another session keeps its sign-in, so it neither lasts longer nor outlives signing
/// out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Began {
    pub id: SignInId,
    /// In seconds since 1970.
    pub at: u64,
}

/// The first one seals, all of them open.
pub struct Keys(Vec<LessSafeKey>);

/// A random key; `None` if the system provides no random numbers.
pub fn random_key() -> Option<[u8; KEY_BYTES]> {
    let mut key = [0; KEY_BYTES];
    SystemRandom::new().fill(&mut key).ok()?;
    Some(key)
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} keys", self.0.len())
    }
}

impl Keys {
    /// `None` if there are none.
    pub fn new(keys: &[[u8; KEY_BYTES]]) -> Option<Keys> {
        let unbound = |key: &[u8; KEY_BYTES]| UnboundKey::new(&CHACHA20_POLY1305, key).map(LessSafeKey::new);
        let keys: Vec<_> = keys.iter().map(unbound).collect::<Result<_, _>>().ok()?;
        (!keys.is_empty()).then_some(Keys(keys))
    }

    /// The number of keys.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// A sealed session for a cookie; `None` if the system provides no random numbers.
    pub fn seal(&self, handle: &Handle, sealed: &Sealed) -> Option<String> {
        let Sealed { token, began, used } = sealed;
        let token = packed::pack(token);
        let plain = [&began.id.0[..], &began.at.to_be_bytes(), &used.to_be_bytes(), &token].concat();
        self.seal_bytes(Kind::Session, handle, plain)
    }

    /// Opens a session; `None` if it was not sealed with one of the keys for this handle.
    pub fn open(&self, handle: &Handle, text: &str) -> Option<Sealed> {
        let plain = self.open_bytes(Kind::Session, handle, text)?;
        let (id, rest) = plain.split_first_chunk()?;
        let (at, rest) = rest.split_first_chunk()?;
        let (used, token) = rest.split_first_chunk()?;
        let began = Began { id: SignInId(*id), at: u64::from_be_bytes(*at) };
        Some(Sealed { token: packed::unpack(token)?, began, used: u64::from_be_bytes(*used) })
    }

    /// Sealed data for a cookie; `None` if the system provides no random numbers.
    pub fn seal_bytes(&self, kind: Kind, handle: &Handle, mut plain: Vec<u8>) -> Option<String> {
        let mut nonce = [0; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).ok()?;
        let key = self.0.first()?;
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad(kind, handle), &mut plain).ok()?;
        Some(base64::encode(&[&nonce[..], &plain].concat()))
    }

    /// Opens data; `None` if it was not sealed with one of the keys, for this handle, in a cookie of this kind.
    pub fn open_bytes(&self, kind: Kind, handle: &Handle, text: &str) -> Option<Vec<u8>> {
        let bytes = base64::decode(text)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_LEN>()?;
        self.0.iter().find_map(|key| {
            let mut sealed = sealed.to_vec();
            let nonce = Nonce::assume_unique_for_key(*nonce);
            let opened = key.open_in_place(nonce, aad(kind, handle), &mut sealed).ok()?;
            Some(opened.to_vec())
        })
    }
}

/// The handle's slot contains the cloud's id.
fn aad(kind: Kind, handle: &Handle) -> Aad<Vec<u8>> {
    let form = match kind {
        Kind::Session => FORM,
        Kind::About => ABOUT_FORM,
    };
    Aad::from(format!("{form}\0{}\0{}", handle.cloud(), handle.slot()).into_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(names: &[u8]) -> Keys {
        let keys: Vec<_> = names.iter().map(|name| [*name; KEY_BYTES]).collect();
        Keys::new(&keys).expect("a key")
    }

    fn some() -> Sealed {
        Sealed { token: "gAAAAA-secret".to_owned(), began: Began { id: SignInId([5; 16]), at: 7 }, used: 9 }
    }

    #[test]
    fn the_first_key_seals_and_all_open() {
        let handle = Handle::new("nhn", "u", "p");
        let old = keys(&[1]).seal(&handle, &some()).expect("sealed");
        assert!(keys(&[2, 1]).open(&handle, &old) == Some(some()), "the old key still opens");
        let new = keys(&[2, 1]).seal(&handle, &some()).expect("sealed");
        assert!(keys(&[2]).open(&handle, &new) == Some(some()), "the new one seals");
        assert!(keys(&[1]).open(&handle, &new).is_none());
        assert!(keys(&[2]).open(&handle, &old).is_none(), "and without the old one its sessions are over");
    }

    #[test]
    fn what_is_sealed_opens_only_under_its_own_name() {
        let handle = Handle::new("nhn", "u", "p");
        let sealed = keys(&[1]).seal(&handle, &some()).expect("sealed");
        for other in [Handle::new("lab", "u", "p"), Handle::new("nhn", "v", "p"), Handle::new("nhn", "u", "q")] {
            assert!(keys(&[1]).open(&other, &sealed).is_none(), "{other}");
        }
        assert_ne!(sealed, keys(&[1]).seal(&handle, &some()).expect("sealed"), "each with a nonce of its own");
        assert!(!base64::decode(&sealed).expect("base64").windows(6).any(|part| part == b"secret"));
    }

    #[test]
    fn a_cookie_does_not_open_as_one_of_the_other_kind() {
        let (handle, keys) = (Handle::new("nhn", "u", "p"), keys(&[1]));
        for (kind, other) in [(Kind::Session, Kind::About), (Kind::About, Kind::Session)] {
            let sealed = keys.seal_bytes(kind, &handle, b"what".to_vec()).expect("sealed");
            assert_eq!(keys.open_bytes(kind, &handle, &sealed).as_deref(), Some(&b"what"[..]));
            assert_eq!(keys.open_bytes(other, &handle, &sealed), None);
        }
    }

    proptest! {
        #[test]
        fn what_was_changed_does_not_open(at in 0_usize..1000, with in any::<u8>(), cut in 0_usize..1000) {
            let handle = Handle::new("nhn", "u", "p");
            let sealed = base64::decode(&keys(&[1]).seal(&handle, &some()).expect("sealed")).expect("base64");
            let mut changed = sealed.clone();
            let at = at % changed.len();
            changed[at] = with;
            prop_assert_eq!(keys(&[1]).open(&handle, &base64::encode(&changed)).is_some(), changed == sealed);
            let cut = &sealed[..cut % sealed.len()];
            prop_assert!(keys(&[1]).open(&handle, &base64::encode(cut)).is_none());
        }

        #[test]
        fn anything_at_all_can_stand_in_a_cookie(text in ".*") {
            prop_assert!(keys(&[1]).open(&Handle::new("nhn", "u", "p"), &text).is_none());
        }
    }
}
