//! Compared with `jiff`.

use proptest::prelude::*;

use super::Timestamp;

fn check(text: &str, expect: Option<&str>) {
    let expect = expect.map(|text| text.parse::<jiff::Timestamp>().expect("RFC 3339").as_millisecond());
    assert_eq!(Timestamp::parse(text).map(|time| time.0), expect, "{text:?}");
}

#[test]
fn the_forms_that_clouds_write() {
    check("2026-03-02T13:19:00Z", Some("2026-03-02T13:19:00Z"));
    check("2020-02-25T01:22:23.000000", Some("2020-02-25T01:22:23Z"));
    check("2026-11-23T12:57:10.000000Z", Some("2026-11-23T12:57:10Z"));
    check("2026-01-05 03:04:05", Some("2026-01-05T03:04:05Z"));
    check("2026-01-05 03:04:05.123456", Some("2026-01-05T03:04:05.123Z"));
    check("2026-03-02T01:20:30.9", Some("2026-03-02T01:20:30.900Z"));
    check("2026-03-02T01:20:30.1234567890123456789012", Some("2026-03-02T01:20:30.123Z"));
    check("2026-03-02T09:20:30+09:00", Some("2026-03-02T00:20:30Z"));
    check("2026-03-02T09:20:30+0900", Some("2026-03-02T00:20:30Z"));
    check("2026-03-02T09:20:30-09", Some("2026-03-02T18:20:30Z"));
    check("2026-01-01T00:00:00+00:30", Some("2025-12-31T23:30:00Z"));
    check(" 2026-03-02t13:19:00z\n", Some("2026-03-02T13:19:00Z"));
    check("2024-02-29T00:00:00Z", Some("2024-02-29T00:00:00Z"));
    check("2016-12-31T23:59:60Z", Some("2017-01-01T00:00:00Z"));
}

#[test]
fn the_form_of_http_headers() {
    for (text, expect) in [
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some("1994-11-06T08:49:37Z")),
        (" Mon, 30 Nov 2026 00:00:00 GMT ", Some("2026-11-30T00:00:00Z")),
        ("Sunday, 06-Nov-94 08:49:37 GMT", None),
        ("Sun Nov  6 08:49:37 1994", None),
        ("Sun, 06 Now 1994 08:49:37 GMT", None),
        ("Sun, 31 Feb 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37 GMT more", None),
        ("Sun, 06 Nov 1994 08:49:37 +0100", None),
        ("30", None),
        ("", None),
    ] {
        let expect = expect.map(|text| text.parse::<jiff::Timestamp>().expect("RFC 3339").as_millisecond());
        assert_eq!(Timestamp::parse_http(text).map(|time| time.0), expect, "{text:?}");
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "",
        "now",
        "2026",
        "2026-03-02",
        "2026-03-02T",
        "2026-03-02T13:19",
        "2026-3-2T13:19:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2025-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T13:60:00Z",
        "2026-03-02T13:19:61Z",
        "2026-03-02T13:19:00.Z",
        "2026-03-02T13:19:00ZZ",
        "2026-03-02T13:19:00+9:00",
        "2026-03-02T13:19:00+24:00",
        "2026-03-02T13:19:00 UTC",
        "-026-03-02T13:19:00Z",
        "２026-03-02T13:19:00Z",
    ] {
        check(text, None);
    }
}

#[test]
fn no_number_panics() {
    for ms in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX] {
        assert!(!Timestamp(ms).to_utc().is_empty());
    }
}

proptest! {
    #[test]
    fn writes_what_the_oracle_writes(ms in -62_135_596_800_000_i64..253_402_207_200_000) {
        let oracle = jiff::Timestamp::from_millisecond(ms).expect("in range");
        prop_assert_eq!(Timestamp(ms).to_utc(), oracle.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    }

    #[test]
    fn reads_what_the_oracle_writes(ms in -62_135_596_800_000_i64..253_402_207_200_000, offset_minutes in -720_i32..840) {
        let oracle = jiff::Timestamp::from_millisecond(ms).expect("in range");
        prop_assert_eq!(Timestamp::parse(&oracle.to_string()), Some(Timestamp(ms)));
        let offset = jiff::tz::Offset::from_seconds(offset_minutes * 60).expect("an offset");
        prop_assert_eq!(Timestamp::parse(&oracle.display_with_offset(offset).to_string()), Some(Timestamp(ms)));
    }

    #[test]
    fn no_text_panics(text in "[0-9TtZz:., +-]{0,32}|\\PC{0,32}") {
        let _ = Timestamp::parse(&text);
    }
}

#[test]
fn what_four_digits_cannot_say_in_utc_is_no_time() {
    for (edge, beyond) in [
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:60Z"),
        ("9999-12-31T23:59:59+00:01", "9999-12-31T23:59:59-00:01"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00+23:59"),
    ] {
        let time = Timestamp::parse(edge);
        assert_eq!(time.and_then(|time| Timestamp::parse(&time.to_utc())), time, "{edge}");
        assert!(time.is_some(), "{edge}");
        check(beyond, None);
    }
}
