//! Base64 and key fingerprints, as far as the simulator needs them.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    let letter = |six: u32| ALPHABET.get((six & 63) as usize).map_or('A', |byte| char::from(*byte));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |n: usize| chunk.get(n).copied().map_or(0, u32::from);
        let word = at(0) << 16 | at(1) << 8 | at(2);
        text.push(letter(word >> 18));
        text.push(letter(word >> 12));
        text.push(if chunk.len() > 1 { letter(word >> 6) } else { '=' });
        text.push(if chunk.len() > 2 { letter(word) } else { '=' });
    }
    text
}

/// The bytes of a base64 text; `None` when it is none.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let (mut bytes, mut word, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let six = ALPHABET.iter().position(|known| *known == letter)?;
        word = word << 6 | u32::try_from(six).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
            word &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

/// Whether Nova takes a text for base64. It is loose: strange characters do not count, the rest must come in fours.
pub(crate) fn loosely_base64(text: &str) -> bool {
    let counted = text.bytes().filter(|byte| ALPHABET.contains(byte) || *byte == b'=').count();
    counted % 4 == 0
}

/// The MD5 fingerprint of a public key in OpenSSH's form; `None` when it is not one.
pub(crate) fn fingerprint(public_key: &str) -> Option<String> {
    let mut words = public_key.split_whitespace();
    let (kind, data) = (words.next()?, from_base64(words.next()?)?);
    // The blob repeats the type, length first.
    let inner = data.get(4..4 + kind.len())?;
    if inner != kind.as_bytes() {
        return None;
    }
    let digest = md5::compute(&data);
    Some(digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_rfc_4648() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
            assert_eq!(from_base64(coded).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(from_base64("a b"), None);
    }

    #[test]
    fn nova_is_loose_about_base64() {
        for (text, taken) in [("IyEvYmluL3NoCnRydWUK", true), ("%%%", true), ("abc", false), ("", true)] {
            assert_eq!(loosely_base64(text), taken, "{text}");
        }
    }

    #[test]
    fn fingerprints() {
        // Key and fingerprint as a real Nova answered them (sample 037).
        let key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCu+fBjI0iN8n3ea/nY2RgBZNAS3fJHW/Gq6NIjNpH/d8pcClXXRd\
                   WX1+Ti+grjPj/SsLse8V9TbErYuKgLR3ZsnZ/Kmw8AXVSpfANPocuhClh+GsEKvMKRZwrFj2DvMYwQszMtfNySvyGx\
                   cxtI5ayygywPsElC/FMmS69jo+xvm+9rVx/EWPCTKUIXXOQG5XGj2hsgXf6dGYqebsn3MKUw/a2LUp47AR+iaHqnnN\
                   Iu8w3Gkgmx9rwIt+H30sjlk3dV8MjQnOg9ejJ5iSPec0cgmvTVHXPwQ9fXJOqx5OhEhw2Uo3+cVD1Xta6/x6tCFQuY\
                   mWM1DH5VQWGSqiqL25h/ Generated-by-Nova";
        assert_eq!(fingerprint(key).as_deref(), Some("88:6a:80:20:13:aa:2b:76:40:60:11:07:ff:ae:e0:d9"));
        assert_eq!(fingerprint("nonsense"), None);
        assert_eq!(fingerprint("ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAABAQCu"), None);
    }
}
