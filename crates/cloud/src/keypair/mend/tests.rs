use proptest::prelude::*;

use super::*;

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPKHaFebbYQcSY6pL3eaYUNbWLP7n3KR2a/5IBH5ppif";
const P256: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHPJNxYKE6Devils8FStV0yyaU9tY8waTlcb6eRCCsKr+uBkLRLZZQPCpWSCPjSVFMhk/NKWbP5l+1BzJd0SEOk=";

#[track_caller]
fn check(typed: &str, found: &[KeyOddity], key: &str) {
    let mended = mend(typed).unwrap_or_else(|| panic!("no key found in {typed:?}"));
    assert_eq!((mended.found.as_slice(), mended.key.as_str()), (found, key), "{typed:?}");
}

#[test]
fn keys_as_people_paste_them() {
    use KeyOddity::*;
    let with_comment = format!("{KEY} ops@win-pc");
    // Wrapped by a terminal or a mail program, with either line end.
    check(&KEY.replace("AIPKH", "AIPKH\r\n"), &[Wrapped], KEY);
    check(&format!("{}\n", with_comment.replace("bWLP", "bWL\n  P")), &[Wrapped], &with_comment);
    check(&format!("\u{feff}{with_comment}\r\n"), &[Invisible], &with_comment);
    check(&with_comment.replace(' ', "\u{a0}\u{200b}"), &[Invisible], &with_comment);
    let options = "from=\"192.0.2.0/24, 198.51.100.7\",no-pty";
    check(&format!("{options} {with_comment}"), &[Options(options.into())], &with_comment);
    check(&format!("no-pty {KEY}"), &[Options("no-pty".into())], KEY);
    check(&format!("# my key\n\n{with_comment}\n# the end"), &[Comments], &with_comment);
    check(&P256.replace('=', ""), &[Padding], P256);
    let digits = KEY.split(' ').nth(1).expect("digits");
    let (left, right) = digits.split_at(20);
    check(
        &format!(
            "---- BEGIN SSH2 PUBLIC KEY ----\r\nComment: \"ops@win-pc\"\r\nX-Long: a\\\r\nb: c\r\n{left}\r\n{right}\r\n---- END SSH2 PUBLIC KEY ----\r\n"
        ),
        &[Rfc4716],
        &with_comment,
    );
    check(&format!("# two things\n{}", KEY.replace("AIPKH", "AIPKH\n")), &[Comments, Wrapped], KEY);
}

#[test]
fn what_is_no_single_key_is_left_alone() {
    for text in [
        "",
        "nonsense",
        KEY,
        "ssh-rsa AAAA",
        "---- BEGIN SSH2 PUBLIC KEY ----",
        "---- BEGIN SSH2 PUBLIC KEY ----\nComment: x\\",
        &format!("{KEY}\n{P256}"),
        &format!("no-pty\n{KEY}"),
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----",
        &format!("from=\"x {KEY}"),
    ] {
        assert_eq!(mend(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn nothing_pasted_panics_and_what_is_mended_is_a_key(text in any::<String>(), at in 0..KEY.len()) {
        for text in [text.clone(), format!("{text} {KEY}"), format!("{}{text}{}", &KEY[..at], &KEY[at..])] {
            if let Some(mended) = mend(&text) {
                prop_assert_eq!(public_key(mended.key.as_str()), Ok(mended.key.clone()));
                prop_assert!(!mended.found.is_empty());
            }
        }
    }
}
