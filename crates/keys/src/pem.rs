//! The frame around a key: which kind of file a text is, and its lines put right.

/// The kinds of private key files that are met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// `BEGIN RSA PRIVATE KEY` (PKCS#1): what Nova makes, and `ssh-keygen -m PEM`.
    Pkcs1,
    /// `BEGIN PRIVATE KEY` (PKCS#8): what `openssl` makes.
    Pkcs8,
    /// `BEGIN OPENSSH PRIVATE KEY`.
    OpenSsh,
    /// Behind a passphrase.
    Encrypted,
}

/// The kind, and the file without what stands around it: pasted texts have blanks at the ends of lines and words before
/// the frame.
pub(crate) fn read(text: &str) -> Option<(Kind, zeroize::Zeroizing<String>)> {
    let from = text.find("-----BEGIN ")?;
    let end = text.get(from..)?.find("-----END ")? + from;
    let tail = text.get(end..)?.lines().next()?;
    let framed = text.get(from..end + tail.len())?;
    let lines = framed.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut tidy = zeroize::Zeroizing::new(String::with_capacity(framed.len() + 1));
    for line in lines {
        tidy.push_str(line);
        tidy.push('\n');
    }
    let first = tidy.lines().next()?;
    let kind = match first {
        "-----BEGIN ENCRYPTED PRIVATE KEY-----" => Kind::Encrypted,
        "-----BEGIN RSA PRIVATE KEY-----" if tidy.contains("ENCRYPTED") => Kind::Encrypted,
        "-----BEGIN RSA PRIVATE KEY-----" => Kind::Pkcs1,
        "-----BEGIN PRIVATE KEY-----" => Kind::Pkcs8,
        "-----BEGIN OPENSSH PRIVATE KEY-----" => Kind::OpenSsh,
        _ => return None,
    };
    Some((kind, tidy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(Kind, &str)>) {
        let found = read(text);
        assert_eq!(found.as_ref().map(|(kind, tidy)| (*kind, tidy.as_str())), expect, "{text:?}");
    }

    #[test]
    fn frames() {
        let pkcs1 = "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n";
        check(pkcs1, Some((Kind::Pkcs1, pkcs1)));
        check(pkcs1.trim_end(), Some((Kind::Pkcs1, pkcs1)));
        check(&format!("Here it is:\r\n  {}  \r\nBye", pkcs1.replace('\n', " \r\n ")), Some((Kind::Pkcs1, pkcs1)));
        let pkcs8 = pkcs1.replace("RSA ", "");
        check(&pkcs8, Some((Kind::Pkcs8, &pkcs8)));
        let openssh = pkcs1.replace("RSA", "OPENSSH");
        check(&openssh, Some((Kind::OpenSsh, &openssh)));
        let encrypted = pkcs1.replace("RSA", "ENCRYPTED");
        check(&encrypted, Some((Kind::Encrypted, &encrypted)));
        let old = pkcs1.replace("AAAA", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\nAAAA");
        check(&old, Some((Kind::Encrypted, &old)));
    }

    #[test]
    fn no_frame() {
        for text in ["", "ssh-rsa AAAA", "-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----\nAAAA", "-----END X-----"] {
            check(text, None);
        }
        check("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", None);
        check("-----END RSA PRIVATE KEY-----\n-----BEGIN RSA PRIVATE KEY-----", None);
    }
}
