//! Session keys: from a file, from the environment, or generated. The first one seals, all of them open. To rotate, put
//! a new key first, and remove the old one when its sessions have ended.

use std::sync::OnceLock;

use super::seal::{KEY_BYTES, Keys};
use crate::config::{ConfigError, NamedFile};

/// The environment variable.
pub const VARIABLE: &str = "MARU_SESSION_KEYS";

/// A generated key, which survives a reload but not the process.
#[derive(Default)]
pub struct MadeUp(OnceLock<Option<[u8; KEY_BYTES]>>);

impl MadeUp {
    fn keys(&self) -> Option<Keys> {
        Keys::new(&[(*self.0.get_or_init(super::seal::random_key))?])
    }
}

/// Reads the keys. A file and the environment at once are an error.
pub fn read(file: Option<&NamedFile>, environment: Option<&str>, made_up: &MadeUp) -> Result<Keys, ConfigError> {
    match (file, environment) {
        (Some(file), None) => {
            let text = file.read()?;
            parse(&String::from_utf8_lossy(&text)).map_err(|wrong| file.error(wrong))
        }
        (None, Some(text)) => parse(text).map_err(|wrong| whole(format!("{VARIABLE}: {wrong}"))),
        (Some(file), Some(_)) => Err(file.error(format!("{VARIABLE} is set, too: keep one"))),
        (None, None) => made_up.keys().ok_or_else(|| whole("the system gives no random numbers".to_owned())),
    }
}

fn whole(message: String) -> ConfigError {
    ConfigError { line: None, field: None, message }
}

/// Parses keys in hexadecimal digits, separated by white space. Errors never contain a key.
fn parse(text: &str) -> Result<Keys, String> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    let words = lines.flat_map(|line| line.split([' ', '\t', ',', '\r'])).filter(|word| !word.is_empty());
    let keys: Option<Vec<[u8; KEY_BYTES]>> = words.map(key).collect();
    let wrong =
        || format!("write keys of {} hexadecimal digits, e.g. from `openssl rand -hex {KEY_BYTES}`", 2 * KEY_BYTES);
    keys.as_deref().and_then(Keys::new).ok_or_else(wrong)
}

fn key(word: &str) -> Option<[u8; KEY_BYTES]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    word.as_bytes().chunks(2).map(pair).collect::<Option<Vec<u8>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::super::ended::SignInId;
    use super::super::handle::Handle;
    use super::super::seal::{Began, Sealed};
    use super::*;

    #[test]
    fn a_made_up_key_outlives_its_configuration() {
        let made_up = MadeUp::default();
        let keys = || read(None, None, &made_up).expect("a key");
        let (handle, id) = (Handle::new("c", "u", "p"), SignInId([1; 16]));
        let what = Sealed { token: "t".to_owned(), began: Began { id, at: 1 }, used: 1 };
        let sealed = keys().seal(&handle, &what).expect("sealed");
        assert!(keys().open(&handle, &sealed).is_some_and(|opened| opened == what), "read again");
        assert!(
            read(None, None, &MadeUp::default()).expect("a key").open(&handle, &sealed).is_none(),
            "another process"
        );
    }

    #[test]
    fn keys_are_read_and_never_repeated_in_a_message() {
        let (one, two) = ("0123456789abcdef".repeat(4), "fedcba9876543210".repeat(4));
        let check = |text: &str, expect: Option<usize>| {
            let read = read(None, Some(text), &MadeUp::default()).map(|keys| keys.count());
            match (read, expect) {
                (Ok(count), Some(expect)) => assert_eq!(count, expect, "{text}"),
                (Err(error), None) => {
                    let said = error.to_string();
                    assert!(said.contains(VARIABLE) && said.contains("openssl rand"), "{said}");
                    assert!(!said.contains("0123"), "{said}");
                }
                (read, _) => panic!("{text}: {read:?}"),
            }
        };
        check(&one, Some(1));
        check(&format!("{one}\n"), Some(1));
        check(&format!("# new\n{one}\n\n{two} # old\n"), Some(2));
        check(&format!("{one},{two}"), Some(2));
        check("", None);
        check("# none\n", None);
        check("0123456789abcdef", None);
        check(&format!("{one}00"), None);
        check(&"x123456789abcdef".repeat(4), None);
        check(&format!("{one} 0123"), None);
    }
}
