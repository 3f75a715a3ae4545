use std::process::Command;

use proptest::prelude::*;
use rsa::pkcs1::EncodeRsaPrivateKey;
use rsa::pkcs8::EncodePrivateKey;

use super::*;
use crate::pair::{Kind as PairKind, Pair};
use crate::samples::{RSA, Scratch, run, seeded};

#[test]
fn the_same_key_in_every_form() {
    let key = RsaKey::parse(RSA[0].private_file()).expect("OpenSSH");
    let pkcs1 = key.0.to_pkcs1_pem(rsa::pkcs1::LineEnding::CRLF).expect("PKCS#1");
    assert!(RsaKey::parse(&pkcs1).expect("PKCS#1").0 == key.0);
    let pkcs8 = key.0.to_pkcs8_pem(rsa::pkcs8::LineEnding::LF).expect("PKCS#8");
    assert!(RsaKey::parse(&format!("  {}", pkcs8.replace('\n', "  \n"))).expect("PKCS#8").0 == key.0);
    assert_eq!(format!("{key:?}"), "RsaKey");
}

#[test]
fn what_is_no_rsa_key() {
    #[track_caller]
    fn check(text: &str, expect: KeyError) {
        assert_eq!(RsaKey::parse(text).err(), Some(expect), "{text:?}");
    }
    check("", KeyError::Empty);
    check(" \n", KeyError::Empty);
    check("hello", KeyError::Unreadable);
    check(RSA[0].public_line(), KeyError::Public);
    check("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", KeyError::Public);
    check("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----", KeyError::NotRsa);
    check("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", KeyError::Encrypted);
    for name in ["RSA ", "", "OPENSSH "] {
        let frame = format!("-----BEGIN {name}PRIVATE KEY-----\nAAAA\n-----END {name}PRIVATE KEY-----");
        check(&frame, KeyError::Unreadable);
    }
    let ed25519 = Pair::make(PairKind::Ed25519, "", &mut seeded(3)).expect("a pair");
    check(ed25519.private_file(), KeyError::NotRsa);
    // The example of RFC 8410.
    let pkcs8 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
                 -----END PRIVATE KEY-----";
    check(pkcs8, KeyError::NotRsa);
}

#[test]
fn a_passphrase_is_named_as_the_reason() {
    let scratch = Scratch::new("passphrase");
    let make = |name: &str, format: &[&str]| {
        let path = scratch.path(name);
        let mut command = Command::new("ssh-keygen");
        command.args(["-q", "-t", "rsa", "-b", "2048", "-N", "secret"]).args(format).arg("-f").arg(&path);
        let output = run("a_passphrase_is_named_as_the_reason", &mut command)?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(std::fs::read_to_string(path).expect("the key"))
    };
    for (name, format) in [("openssh", &[][..]), ("pem", &["-m", "PEM"]), ("pkcs8", &["-m", "PKCS8"])] {
        let Some(text) = make(name, format) else { return };
        assert_eq!(RsaKey::parse(&text).err(), Some(KeyError::Encrypted), "{name}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), name in "(RSA |OPENSSH )?") {
        let _ = RsaKey::parse(&text);
        let frame = format!("-----BEGIN {name}PRIVATE KEY-----\n{text}\n-----END {name}PRIVATE KEY-----");
        prop_assert!(RsaKey::parse(&frame).is_err());
    }
}
