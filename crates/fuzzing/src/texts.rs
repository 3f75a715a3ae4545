//! Texts that people paste, clouds send and browsers keep: keys, addresses, times, networks, last known lists, runs.

use cloud::Cidr;
use cloud::{Status, Timestamp, keypair};

/// One text for every parser.
pub fn target(data: &[u8]) {
    let text = crate::text(data);
    if let Some(time) = Timestamp::parse(&text) {
        assert_eq!(Timestamp::parse(&time.to_utc()).map(|again| again.to_utc()), Some(time.to_utc()), "{text}");
    }
    if let Some(range) = Cidr::parse(&text) {
        assert_eq!(Cidr::parse(&range.to_string()), Some(range), "{text}");
    }
    if let Ok(key) = keypair::public_key(&text) {
        assert!(!key.as_str().contains(char::is_control) && !key.as_str().contains("PRIVATE KEY-----"), "{text}");
        assert!(keypair::public_key(key.as_str()).is_ok_and(|again| again == key), "{text}");
    }
    if let Ok(name) = keypair::key_name(&text, []) {
        assert!(!name.as_str().contains(['/', '\n', '\0']), "{text}");
    }
    assert_eq!(Status::parse(&text).to_string().to_uppercase(), text.to_uppercase(), "no word of a cloud is lost");
    let _ = (cloud::last_known::read(&text), cloud::last_known::Head::read(&text));
    if let Some(run) = runner::Run::from_json(&text, runner::Millis(0)) {
        assert!(runner::Run::from_json(&run.to_json(), runner::Millis(0)).is_some(), "{text}");
    }
    let _ = keys::RsaKey::parse(&text);
    let _ = keys::Fingerprints::of_line(&text);
    let proxied = cloud::address::address(&text, "/servers?limit=1", Some("proxy/"));
    if let Ok(url) = proxied {
        assert!(url.starts_with("proxy/"), "{text} → {url}");
    }
}
