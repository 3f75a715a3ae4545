use proptest::prelude::*;

use super::*;

const RSA: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQChg3peTsHG3VqSkqXmoUGUDBu8HSHCxNq2YP+fjKf2O+3/4Vbl3BaN7rrOOzxLPv9v4VNytMhD6IrppXaJ0kfDqP/q4MYlun0vYyg1aUfcuCaNRUVGNiSejUejx3g8dACKnYXnxohx8UfcoOyZUn3wvBG6idX0NZsRDyARa4sThTDl6zcz4y1asp9oaq+Z9ljD3YO5Tg8l1cYniigUX7+qmYlXEKJ3bLUQwFgqWltIvVVfUmQdRGmbiWu42Q7j8KKziWussbKq8rHW4RoyOkM22fSP5ZPBvB//wJVNZkoTOL9vPg9krT7uzWVyfNEm0k8k4tKJkJhwoDQLY+pRVFJ3";
const ED25519: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPKHaFebbYQcSY6pL3eaYUNbWLP7n3KR2a/5IBH5ppif";
const P256: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHPJNxYKE6Devils8FStV0yyaU9tY8waTlcb6eRCCsKr+uBkLRLZZQPCpWSCPjSVFMhk/NKWbP5l+1BzJd0SEOk=";
const P384: &str = "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBEdSLqZvyK3wnEpRii6dE7b0TMjTtRJcwLh/0WWuE0yi2/ko5aHK+gynRH7ZSi2lMEu/YskYVZ7nbeCijsVf33QnnbtXVthrkG0vZZWy8dM7t3VcWYVUPLo5m4CtlwTO1Q==";
const P521: &str = "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAGJisCY9wUC6TcuEyh5ZI4stycXDm3F6W10zowHQDTbFZGYSUIcWrDXSdzDLeBbB5P9Fj56sF9khXNhLsTvHXAgBgD5YWwk6gKQ1YC7gAZUsNmcwiNq3pBxXCZfgRcpDPqML/jpf6IR7GJFssAfIEtSZpJSNDpaGF4p0OA7eGdtC0gJhw==";

fn check(typed: &str, expect: Result<&str, PublicKeyError>) {
    assert_eq!(public_key(typed).as_ref().map(PublicKeyInput::as_str), expect.as_ref().copied(), "{typed:?}");
}

/// A key made from parts, for types that ssh-keygen creates only with a hardware token.
fn key_of(parts: &[&[u8]]) -> String {
    let length = |part: &[u8]| u32::try_from(part.len()).unwrap_or_default().to_be_bytes();
    let blob: Vec<u8> = parts.iter().flat_map(|part| [length(part).as_slice(), part].concat()).collect();
    format!("{} {}", String::from_utf8_lossy(parts[0]), base64::encode(&blob))
}

#[test]
fn what_ssh_keygen_makes() {
    for key in [RSA, ED25519, P256, P384, P521] {
        check(key, Ok(key));
        let with_comment = format!("{key} 나 me@host (2026)");
        check(&with_comment, Ok(&with_comment));
        check(&format!("\r\n  {}\t\n\n", key.replace(' ', "\t ")), Ok(key));
    }
    let sk = key_of(&[b"sk-ssh-ed25519@openssh.com", &[7; 32], b"ssh:"]);
    check(&sk, Ok(&sk));
    let sk = key_of(&[b"sk-ecdsa-sha2-nistp256@openssh.com", b"nistp256", &[4; 65], b"ssh:"]);
    check(&sk, Ok(&sk));
}

#[test]
fn private_keys_never_pass() {
    let private = [
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY----- MIIE -----END PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY",
        "MIIE\n-----END RSA PRIVATE KEY-----",
        "-----begin rsa private key-----",
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none",
        "Private-Lines: 1\nAAAA",
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ",
    ];
    for text in private {
        check(text, Err(PublicKeyError::PrivateKey));
        for key in [RSA, ED25519] {
            check(&format!("{key}\n{text}"), Err(PublicKeyError::PrivateKey));
            check(&format!("{text}\n{key}"), Err(PublicKeyError::PrivateKey));
            check(&format!("{key} {text}"), Err(PublicKeyError::PrivateKey));
        }
    }
    // A comment alone is not a key.
    let comment = format!("{ED25519} goes with my private key");
    check(&comment, Ok(&comment));
}

#[test]
fn what_is_no_public_key() {
    use PublicKeyError::*;
    let unknown = |word: &str| UnknownType(word.to_owned());
    for blank in ["", "  ", "\n\r\n\t"] {
        check(blank, Err(Empty));
    }
    check(&format!("{RSA}\n{ED25519}"), Err(SeveralLines));
    check(&format!("{RSA}\r{ED25519}"), Err(SeveralLines));
    check("nonsense", Err(unknown("nonsense")));
    check("ssh-dss AAAA", Err(Dsa));
    check("ssh-ed25519-cert-v01@openssh.com AAAA id", Err(Certificate));
    check("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", Err(Pem("PUBLIC KEY".into())));
    check("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", Err(Pem("CERTIFICATE".into())));
    check("SSH-RSA AAAA", Err(unknown("SSH-RSA")));
    check(&format!("no-pty {RSA}"), Err(unknown("no-pty")));
    check("MIIEpAIBAAKCAQEAsecretsecretsecret", Err(unknown("MIIEpAIBAAKCAQEAsecretse")));
    check("---- BEGIN SSH2 PUBLIC KEY ----", Err(unknown("----")));
    check("ssh-rsa", Err(NotBase64));
    check("ssh-rsa me@host", Err(NotBase64));
    check(&P256.replace('=', ""), Err(NotBase64));
}

#[test]
fn the_inside_must_say_the_same_as_the_outside() {
    let swapped = ED25519.replace("ssh-ed25519", "ssh-rsa");
    check(&swapped, Err(PublicKeyError::TypeMismatch));
    check(&P256.replace("nistp256 ", "nistp384 "), Err(PublicKeyError::TypeMismatch));
    // Cut off at a complete group of base64, so that only the lengths inside reveal it.
    check(&RSA[..RSA.len() - 4], Err(PublicKeyError::TypeMismatch));
    check(&key_of(&[b"ssh-ed25519"]), Err(PublicKeyError::TypeMismatch));
    check(&key_of(&[b"ssh-ed25519", &[7; 32], b"more"]), Err(PublicKeyError::TypeMismatch));
    check("ssh-rsa AAAA", Err(PublicKeyError::TypeMismatch));
    check("ssh-rsa /////w==", Err(PublicKeyError::TypeMismatch));
}

proptest! {
    #[test]
    fn nothing_pasted_panics(text in any::<String>(), kind in proptest::sample::select(&TYPES[..]), blob: Vec<u8>) {
        let _ = public_key(&text);
        let _ = public_key(&format!("{} {}", kind.0, base64::encode(&blob)));
    }

    /// After changing or removing any one character, the key is rejected or still a complete key of the same type.
    #[test]
    fn an_accepted_key_is_one_line_of_its_type(at in 0..ED25519.len(), with in any::<char>()) {
        let broken: String = ED25519.chars().enumerate().map(|(i, c)| if i == at { with } else { c }).collect();
        if let Ok(key) = public_key(&broken) {
            prop_assert!(key.as_str().starts_with("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"));
            prop_assert!(!key.as_str().contains(['\n', '\r']));
        }
    }
}

#[test]
fn control_characters_in_a_comment_are_blanks_and_hide_nothing() {
    let clean = format!("{ED25519} me@host");
    for odd in ["\u{1}", "\0\0\u{17}", "\u{1b}", "\u{7f}", "\u{85}"] {
        check(&format!("{ED25519} {odd}me@host"), Ok(&clean));
        check(&format!("{odd}{ED25519}{odd}me@host{odd}"), Ok(&clean));
        check(&format!("{ED25519} {odd}b3BlbnNzaC1rZXktdjEAAAAABG5vbmU"), Err(PublicKeyError::PrivateKey));
        check(&format!("{ED25519} -----BEGIN{odd}PRIVATE{odd}KEY"), Err(PublicKeyError::PrivateKey));
    }
    check(&ED25519.replace("IPKH", "IP\u{1}KH"), Err(PublicKeyError::NotBase64));
}
