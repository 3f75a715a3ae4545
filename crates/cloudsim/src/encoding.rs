//! Key fingerprints, and Nova's check of base64.

use cloud::base64;
use md5::{Digest, Md5};

/// Whether Nova accepts a text as base64: unknown characters are ignored, the rest must be a multiple of four.
pub(crate) fn loosely_base64(text: &str) -> bool {
    let counted = text.bytes().filter(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte)).count();
    counted % 4 == 0
}

/// The MD5 fingerprint of a public key in OpenSSH format; `None` if it is not one.
pub(crate) fn fingerprint(public_key: &str) -> Option<String> {
    let mut words = public_key.split_whitespace();
    let (kind, data) = (words.next()?, base64::decode(words.next()?)?);
    // The blob begins with the length and name of the type.
    let inner = data.get(4..4 + kind.len())?;
    if inner != kind.as_bytes() {
        return None;
    }
    let digest = Md5::digest(&data);
    Some(digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nova_is_loose_about_base64() {
        for (text, taken) in [("IyEvYmluL3NoCnRydWUK", true), ("%%%", true), ("abc", false), ("", true)] {
            assert_eq!(loosely_base64(text), taken, "{text}");
        }
    }

    #[test]
    fn fingerprints() {
        // Key and fingerprint from a real Nova (sample 037).
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
