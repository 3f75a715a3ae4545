use std::process::Command;

use proptest::prelude::*;

use super::*;
use crate::samples::{RSA, Scratch, run, seeded};

/// The seed of RFC 8032's first example yields its public key; line and fingerprints were computed with other tools.
#[test]
fn the_first_example_of_rfc_8032() {
    const SEED: [u8; 32] = [
        0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49,
        0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    ];
    let pair = Pair::make(Kind::Ed25519, "my key", &mut |bytes| bytes.copy_from_slice(&SEED)).expect("a pair");
    assert_eq!(
        pair.public_line(),
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea my-key"
    );
    assert_eq!(pair.fingerprints().sha256, "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8");
    assert_eq!(pair.fingerprints().md5, "cf:07:be:9d:68:ae:65:54:6d:a0:93:c3:6f:bd:0d:82");
    assert_eq!(Fingerprints::of_line(pair.public_line()).as_ref(), Some(pair.fingerprints()));
}

/// OpenSSH reads the file and reports the same public key line and fingerprints.
#[test]
fn ssh_keygen_agrees() {
    let scratch = Scratch::new("ssh-keygen");
    for kind in [Kind::Ed25519, Kind::Rsa] {
        let pair = Pair::make(kind, "maru@test", &mut seeded(7)).expect("a pair");
        let path = scratch.file(&format!("{kind:?}"), pair.private_file().as_bytes());
        let said = |arguments: &[&str]| {
            let output = run("ssh_keygen_agrees", Command::new("ssh-keygen").args(arguments).arg(&path))?;
            assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8(output.stdout).expect("text").trim().to_owned())
        };
        let Some(line) = said(&["-y", "-f"]) else { return };
        assert_eq!(line, pair.public_line(), "{kind:?}");
        let sha256 = said(&["-l", "-E", "sha256", "-f"]).expect("it ran before");
        let md5 = said(&["-l", "-E", "md5", "-f"]).expect("it ran before");
        let bits = if kind == Kind::Rsa { "3072 " } else { "256 " };
        assert!(sha256.starts_with(bits), "{sha256}");
        assert_eq!(sha256.split(' ').nth(1), Some(pair.fingerprints().sha256.as_str()));
        assert_eq!(md5.split(' ').nth(1), Some(format!("MD5:{}", pair.fingerprints().md5).as_str()));
    }
}

/// A generated key passes the validation of pasted keys, because it is sent in the same way (row S07).
#[test]
fn the_public_line_is_one_that_the_form_takes() {
    for pair in [&Pair::make(Kind::Ed25519, "my key", &mut seeded(1)).expect("a pair"), &RSA[0]] {
        let taken = cloud::keypair::public_key(pair.public_line()).expect("a public key");
        assert_eq!(taken.as_str(), pair.public_line());
        assert!(cloud::keypair::public_key(pair.private_file()).is_err(), "the private half is refused");
    }
}

#[test]
fn nothing_secret_is_shown() {
    let pair = Pair::make(Kind::Ed25519, "", &mut seeded(1)).expect("a pair");
    let body: Vec<&str> = pair.private_file().lines().filter(|line| !line.starts_with('-')).collect();
    let shown = format!("{pair:?}");
    assert!(shown.contains("SHA256:") && body.iter().all(|line| !shown.contains(line)), "{shown}");
}

proptest! {
    /// With any comment the result is one line that can be parsed again.
    #[test]
    fn any_comment_stays_on_its_line(comment in any::<String>(), seed in any::<u64>()) {
        let pair = Pair::make(Kind::Ed25519, &comment, &mut seeded(seed)).expect("a pair");
        prop_assert_eq!(pair.public_line().lines().count(), 1);
        let read = Fingerprints::of_line(pair.public_line());
        prop_assert_eq!(read.as_ref(), Some(pair.fingerprints()));
    }

    #[test]
    fn no_line_panics(line in any::<String>()) {
        let _ = Fingerprints::of_line(&line);
    }
}
