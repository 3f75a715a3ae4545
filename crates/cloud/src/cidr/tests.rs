use proptest::prelude::*;

use super::*;

#[test]
fn ranges() {
    for (text, expect) in [
        ("0.0.0.0/0", Some("0.0.0.0/0")),
        ("::/0", Some("::/0")),
        (" 198.51.100.7 ", Some("198.51.100.7/32")),
        ("198.51.100.7/24", Some("198.51.100.0/24")),
        ("198.51.100.7/32", Some("198.51.100.7/32")),
        ("10.1.2.3/0", Some("0.0.0.0/0")),
        ("2001:db8::1", Some("2001:db8::1/128")),
        ("2001:db8:1:2:3::/48", Some("2001:db8:1::/48")),
        ("198.51.100.0/33", None),
        ("::/129", None),
        ("198.51.100.0/", None),
        ("198.51.100.0/+8", None),
        ("198.51.100/24", None),
        ("198.51.100.0/24/8", None),
        ("198.51.100.256", None),
        ("anywhere", None),
        ("", None),
        ("가", None),
    ] {
        assert_eq!(Cidr::parse(text).map(|cidr| cidr.to_string()).as_deref(), expect, "{text:?}");
    }
}

#[test]
fn overlaps() {
    for (one, other, expect) in [
        ("10.0.0.0/8", "10.1.0.0/16", true),
        ("10.0.0.0/16", "10.1.0.0/16", false),
        ("0.0.0.0/0", "192.0.2.1", true),
        ("0.0.0.0/0", "::/0", false),
        ("2001:db8::/32", "2001:db8:1::/48", true),
    ] {
        let range = |text: &str| Cidr::parse(text).expect("a range");
        assert_eq!(range(one).overlaps(range(other)), expect, "{one} {other}");
        assert_eq!(range(other).overlaps(range(one)), expect, "{other} {one}");
    }
}

proptest! {
    /// A range contains its first and last address, and not those next to them.
    #[test]
    fn edges(address: u32, length in 1u8..=32) {
        let cidr = Cidr::parse(&format!("{}/{length}", std::net::Ipv4Addr::from(address))).expect("a range");
        let size = 1u64 << (32 - length);
        let first = u64::from(address) / size * size;
        let has = |number: u64| u32::try_from(number).is_ok_and(|number| cidr.contains(std::net::Ipv4Addr::from(number).into()));
        prop_assert!(has(first) && has(first + size - 1) && has(u64::from(address)));
        prop_assert!(!has(first + size) && !first.checked_sub(1).is_some_and(has));
        prop_assert!(!cidr.contains(IpAddr::from([0u8; 16])), "another kind of address");
    }

    #[test]
    fn written_and_read_again(text in "[0-9a-f.:/]{0,24}") {
        if let Some(cidr) = Cidr::parse(&text) {
            prop_assert_eq!(Cidr::parse(&cidr.to_string()), Some(cidr));
        }
    }
}
