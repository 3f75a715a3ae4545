//! Key pairs. The public part is a valid RSA key; the private part only looks like one.

use cloud::{Timestamp, base64};

use crate::clock::later;
use crate::encoding::fingerprint;
use crate::model::{KeyPair, Project};
use crate::rng::Rng;

pub(super) fn fill(project: &mut Project, now: Timestamp) {
    for (number, name, age_days) in [(1, "dev-laptop", 300), (2, "운영-키", 120)] {
        let (public_key, _) = make(&mut project.rng);
        let fingerprint = fingerprint(&public_key).unwrap_or_default();
        let created = later(now, -age_days * 86_400_000);
        project.keys.push(KeyPair { number, name: name.to_owned(), kind: "ssh", public_key, fingerprint, created });
    }
}

/// A public key and a text in the format of its private key.
pub(crate) fn make(rng: &mut Rng) -> (String, String) {
    let mut blob = Vec::new();
    let mut field = |bytes: &[u8]| {
        blob.extend(u32::try_from(bytes.len()).unwrap_or_default().to_be_bytes());
        blob.extend_from_slice(bytes);
    };
    field(b"ssh-rsa");
    field(&[1, 0, 1]);
    // 2048 bits: a leading zero keeps the number positive, the top bit fixes its length.
    let mut modulus: Vec<u8> = vec![0, 0x80 | rng.next() as u8];
    modulus.extend((0..255).map(|_| rng.next() as u8));
    field(&modulus);
    let public_key = format!("ssh-rsa {} Generated-by-Nova", base64::encode(&blob));
    let secret: Vec<u8> = (0..1_190).map(|_| rng.next() as u8).collect();
    let lines: Vec<String> =
        base64::encode(&secret).as_bytes().chunks(64).map(|c| String::from_utf8_lossy(c).into()).collect();
    let body = lines.join("\n");
    (public_key, format!("-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----\n"))
}
