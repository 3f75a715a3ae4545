use proptest::prelude::*;

use super::*;
use crate::base64::encode;

fn rsa(modulus: &[u8]) -> String {
    let mut blob = Vec::new();
    for part in [b"ssh-rsa".as_slice(), &[1, 0, 1], modulus] {
        blob.extend(u32::try_from(part.len()).unwrap_or_default().to_be_bytes());
        blob.extend(part);
    }
    format!("ssh-rsa {} me@host", encode(&blob))
}

fn modulus(first: &[u8], rest: usize) -> Vec<u8> {
    first.iter().copied().chain(std::iter::repeat_n(7, rest)).collect()
}

#[test]
fn kinds() {
    let check = |key: &str, expect: &str| assert_eq!(Algorithm::of(key).to_string(), expect, "{key:.60}");
    check(&rsa(&modulus(&[0, 0x80], 255)), "RSA 2048");
    check(&rsa(&modulus(&[0, 0xff], 511)), "RSA 4096");
    check(&rsa(&modulus(&[0x40], 255)), "RSA 2047");
    check(&rsa(&modulus(&[1], 0)), "RSA 1");
    check(&rsa(&[]), "RSA");
    check(&rsa(&[0, 0]), "RSA");
    check("ssh-rsa", "RSA");
    check("ssh-rsa AAAA!", "RSA");
    check("  ssh-ed25519 AAAA", "Ed25519");
    check("ecdsa-sha2-nistp256 A", "ECDSA P-256");
    check("ecdsa-sha2-nistp384 A", "ECDSA P-384");
    check("ecdsa-sha2-nistp521 A", "ECDSA P-521");
    check("sk-ssh-ed25519@openssh.com A", "Ed25519-SK");
    check("sk-ecdsa-sha2-nistp256@openssh.com A", "ECDSA-SK");
    check("-----BEGIN CERTIFICATE-----\nMII", "X.509");
    check("ssh-dss AAAA", "ssh-dss");
    check("", "");
    check(&"x".repeat(99), &"x".repeat(32));
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), blob: Vec<u8>) {
        let _ = Algorithm::of(&text).to_string();
        let _ = Algorithm::of(&format!("ssh-rsa {}", encode(&blob))).to_string();
    }
}
