use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;
use rsa::RsaPublicKey;

use super::*;
use crate::samples::{RSA, Scratch, run, seeded};

static KEYS: LazyLock<[RsaKey; 2]> =
    LazyLock::new(|| [0, 1].map(|at| RsaKey::parse(RSA[at].private_file()).expect("its key")));

fn sent(key: &RsaKey, password: &[u8]) -> String {
    let public = RsaPublicKey::from(&key.0);
    let secret = public.encrypt(&mut Source(&mut seeded(9)), Pkcs1v15Encrypt, password).expect("a secret");
    Base64::encode_string(&secret)
}

fn opened(key: &RsaKey, sent: &str) -> Result<String, PasswordError> {
    key.password(sent, &mut seeded(11)).map(|password| password.to_string())
}

#[test]
fn the_password_and_all_that_is_none() {
    let own = &KEYS[0];
    let secret = sent(own, b"k3-Geheim/!");
    assert_eq!(opened(own, &secret).as_deref(), Ok("k3-Geheim/!"));
    let lines = secret.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()).collect::<Vec<_>>();
    assert_eq!(opened(own, &lines.join("\r\n")).as_deref(), Ok("k3-Geheim/!"));
    assert_eq!(opened(own, ""), Err(PasswordError::NotYet));
    assert_eq!(opened(own, "\n"), Err(PasswordError::NotYet));
    assert_eq!(opened(own, "no base64!"), Err(PasswordError::NotBase64));
    assert_eq!(opened(own, "AAAA"), Err(PasswordError::WrongKey));
    assert_eq!(opened(&KEYS[1], &secret), Err(PasswordError::WrongKey));
    assert_eq!(opened(own, &sent(own, b"\xff\xfe")), Err(PasswordError::NotText));
}

/// OpenSSL encrypts for a generated public key, and the private key decrypts it.
#[test]
fn openssl_encrypts_and_the_key_opens() {
    const TEST: &str = "openssl_encrypts_and_the_key_opens";
    let scratch = Scratch::new("openssl");
    let own = &KEYS[0];
    let public = rsa::pkcs8::EncodePublicKey::to_public_key_pem(&RsaPublicKey::from(&own.0), Default::default());
    let public = scratch.file("public.pem", public.expect("a public key").as_bytes());
    let plain = scratch.file("plain", "Pa55-wörd".as_bytes());
    let mut command = Command::new("openssl");
    command.args(["pkeyutl", "-encrypt", "-pubin", "-pkeyopt", "rsa_padding_mode:pkcs1", "-inkey"]);
    let Some(output) = run(TEST, command.arg(public).arg("-in").arg(plain)) else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(opened(own, &Base64::encode_string(&output.stdout)).as_deref(), Ok("Pa55-wörd"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_password_comes_back(password in "\\PC{0,20}") {
        let own = &KEYS[0];
        prop_assert_eq!(opened(own, &sent(own, password.as_bytes())), Ok(password));
    }

    #[test]
    fn nothing_sent_panics(text in any::<String>()) {
        let _ = opened(&KEYS[0], &text);
    }
}
