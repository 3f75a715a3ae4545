//! Numbers as text.

use view::human::{SizeUnit, TimeUnit, ago, bytes, gigabytes, lasting, megabytes};

#[test]
fn sizes() {
    let table = [
        (bytes(0), (0.0, SizeUnit::B)),
        (bytes(1023), (1023.0, SizeUnit::B)),
        (bytes(1536), (1.5, SizeUnit::KB)),
        (bytes(2_361_393_152), (2.2, SizeUnit::GB)),
        (bytes(u64::MAX), (16_777_216.0, SizeUnit::TB)),
        (megabytes(512), (512.0, SizeUnit::MB)),
        (megabytes(2048), (2.0, SizeUnit::GB)),
        (megabytes(262_144), (256.0, SizeUnit::GB)),
        (gigabytes(1000), (1000.0, SizeUnit::GB)),
        (gigabytes(2048), (2.0, SizeUnit::TB)),
    ];
    for (is, expected) in table {
        assert_eq!(is, expected);
    }
}

#[test]
fn times() {
    let (s, day) = (1_000, 86_400_000);
    let table = [
        (-5 * s, (0, TimeUnit::Second)),
        (999, (0, TimeUnit::Second)),
        (59 * s, (59, TimeUnit::Second)),
        (60 * s, (1, TimeUnit::Minute)),
        (3_599 * s, (59, TimeUnit::Minute)),
        (3_600 * s, (1, TimeUnit::Hour)),
        (day - 1, (23, TimeUnit::Hour)),
        (29 * day, (29, TimeUnit::Day)),
        (30 * day, (1, TimeUnit::Month)),
        (364 * day, (12, TimeUnit::Month)),
        (800 * day, (2, TimeUnit::Year)),
        (i64::MIN, (0, TimeUnit::Second)),
    ];
    for (ms, expected) in table {
        assert_eq!(lasting(ms), expected, "{ms}");
        assert_eq!(ago(ms), (-expected.0, expected.1), "{ms}");
    }
}
