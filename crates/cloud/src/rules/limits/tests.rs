use super::*;
use crate::config::RuleSet::{Nhn, OpenStack};

#[test]
fn the_table_is_row_s14() {
    #[rustfmt::skip] // columns
    let expect = [
        ("name_max",             Some(255),    Some(255)),
        ("windows_name_max",     Some(15),     None),
        ("windows_ram_min_mb",   Some(2048),   None),
        ("windows_disk_min_gb",  Some(50),     None),
        ("windows_not_on_u2",    Some(1),      None),
        ("linux_disk_min_gb",    Some(10),     None),
        ("root_disk_max_gb",     Some(1000),   None),
        ("count_max",            Some(10),     None),
        ("metadata_max",         Some(255),    Some(255)),
        ("user_data_max",        Some(65_535), Some(65_535)),
        ("block_device_mapping", Some(1),      None),
        ("subnet_in_networks",   Some(1),      None),
        ("key_required",         Some(1),      None),
        ("no_appliance_root",    Some(1),      None),
        ("source_zone_required", Some(1),      None),
        ("one_from_snapshot",    Some(1),      None),
        ("disk_kind",            Some(1),      None),
        ("KEY_NAME_MAX",         Some(255),    Some(255)),
        ("IMAGE_NAME_MAX",       Some(255),    Some(255)),
        ("VOLUME_TEXT_MAX",      Some(255),    Some(255)),
        ("GROUP_TEXT_MAX",       Some(255),    Some(255)),
        ("POLICY_NAME_MAX",      Some(255),    Some(255)),
    ];
    assert_eq!(rows().iter().map(|row| (row.id, row.nhn, row.openstack)).collect::<Vec<_>>(), expect);
}

#[test]
fn every_field_has_its_row() {
    let Limits {
        rules: _,
        name_max: _,
        windows_name_max: _,
        windows_ram_min_mb: _,
        windows_disk_min_gb: _,
        windows_not_on_u2: _,
        linux_disk_min_gb: _,
        root_disk_max_gb: _,
        count_max: _,
        metadata_max: _,
        user_data_max: _,
        block_device_mapping: _,
        subnet_in_networks: _,
        key_required: _,
        no_appliance_root: _,
        source_zone_required: _,
        one_from_snapshot: _,
        disk_kind: _,
    } = Limits::of(Nhn, None); // A new field does not compile here until it has a row.
    let fields = rows().into_iter().filter(|row| row.id.chars().any(char::is_lowercase));
    assert_eq!(fields.count(), 17);
}

#[test]
fn an_operator_raises_the_root_disk_to_two_terabytes_at_most() {
    let max = |rules, over| Limits::of(rules, over).root_disk_max_gb;
    for (over, expect) in [(None, 1000), (Some(0), 1000), (Some(999), 1000), (Some(1500), 1500), (Some(2000), 2000)] {
        assert_eq!(max(Nhn, over), Some(expect), "{over:?}");
    }
    assert_eq!(max(Nhn, Some(2001)), Some(2000));
    assert_eq!(max(OpenStack, Some(1500)), None);
}

#[test]
fn names_at_the_edge_and_one_past_it() {
    let check = |rules, windows, typed: &str| {
        server_name(typed, &Limits::of(rules, None), windows).map(|name| name.as_str().to_owned())
    };
    for (rules, windows, max) in [(Nhn, false, 255), (Nhn, true, 15), (OpenStack, false, 255), (OpenStack, true, 255)] {
        // Hangul has three bytes a letter: characters are counted, not bytes.
        for letter in ["x", "마", "🐘"] {
            let fits = letter.repeat(max);
            assert_eq!(check(rules, windows, &fits), Ok(fits.clone()), "{rules:?} {windows}");
            let past = letter.repeat(max + 1);
            assert_eq!(
                check(rules, windows, &past),
                Err(NameError::TooLong { max, is: max + 1 }),
                "{rules:?} {windows}"
            );
        }
    }
}

#[test]
fn names_are_trimmed_and_printable() {
    let check = |typed: &str| server_name(typed, &Limits::of(Nhn, None), false).map(|name| name.as_str().to_owned());
    for (typed, name) in
        [("web-1", "web-1"), ("  web 1\t\n", "web 1"), ("데이터베이스 1", "데이터베이스 1"), ("a/b?c#d%", "a/b?c#d%")]
    {
        assert_eq!(check(typed), Ok(name.to_owned()));
    }
    for typed in ["", "   ", "\t\n", "\u{3000}"] {
        assert_eq!(check(typed), Err(NameError::Empty), "{typed:?}");
    }
    for typed in ["a\nb", "a\0b", "a\u{7f}b", "web\u{200b}1", "\u{feff}web", "a\u{2028}b", "a\u{202e}b"] {
        assert_eq!(check(typed), Err(NameError::ControlCharacter), "{typed:?}");
    }
}

#[test]
fn a_range_holds_both_its_ends() {
    let range = Range { min: 1, max: Some(10) };
    assert_eq!([1, 10].map(|value| range.check(value)), [Ok(()), Ok(())]);
    assert_eq!(range.check(0), Err(OutOfRange::TooSmall { min: 1 }));
    assert_eq!(range.check(11), Err(OutOfRange::TooLarge { max: 10 }));
    assert_eq!(Range { min: 1, max: None }.check(u64::MAX), Ok(()));
}
