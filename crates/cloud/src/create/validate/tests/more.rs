//! Rows S13 and S14 beyond the basic form: sources, disks, interfaces, user data, metadata, batches.

use super::*;
use crate::create::OnlyOne;

fn with_disk(made_of: MadeOf, id: &str, size: &str) -> Draft {
    Draft { disks: vec![disk(made_of, id, size)], zone: "kr-pub-a".into(), ..draft() }
}

fn from_volume(id: &str) -> Draft {
    Draft {
        boot_from: BootFrom::Volume,
        volume: id.into(),
        zone: "kr-pub-a".into(),
        root_disk_gb: String::new(),
        ..draft()
    }
}

fn from_snapshot(id: &str, size: &str) -> Draft {
    Draft { boot_from: BootFrom::Snapshot, snapshot: id.into(), root_disk_gb: size.to_owned(), ..from_volume("") }
}

fn at(field: Field, problem: Problem) -> Found {
    vec![(field, problem)]
}

#[test]
fn a_root_volume_is_bootable_free_and_large_enough() {
    for rules in [Nhn, OpenStack] {
        check(rules, &from_volume("root-a"), vec![]);
        check(rules, &from_volume(" "), at(Field::Image, Problem::Missing));
        check(rules, &from_volume("gone"), at(Field::Image, Problem::Gone));
        check(rules, &from_volume("used-a"), at(Field::Image, Problem::NotAvailable));
        check(rules, &from_snapshot("snap-new", "60"), at(Field::Image, Problem::NotAvailable));
    }
    check(OpenStack, &from_volume("data-a"), at(Field::Image, Problem::NotBootable));
    check(Nhn, &from_volume("root-windows"), vec![]);
    check(Nhn, &from_volume("root-small"), at(Field::Image, Problem::TooSmall { min: 50 }));
    check(OpenStack, &from_volume("root-small"), vec![]);
    for appliance in ["root-mysql", "root-mssql"] {
        check(Nhn, &from_volume(appliance), at(Field::Image, Problem::Appliance));
        check(OpenStack, &from_volume(appliance), vec![]);
    }
}

#[test]
fn a_root_volume_brings_its_rules_for_flavor_and_name() {
    let on = |flavor: &str, draft: Draft| Draft { flavor: flavor.into(), ..draft };
    check(Nhn, &on("u2.c1m1", from_volume("root-a")), at(Field::Flavor, Problem::RootOnU2));
    check(OpenStack, &on("u2.c1m1", from_volume("root-a")), vec![]);
    let small = Problem::Misfit(Misfit::RamTooSmall { needs_mb: 2048 });
    check(Nhn, &on("m2.c1m1", from_volume("root-windows")), at(Field::Flavor, small));
    check(OpenStack, &on("m2.c1m1", from_volume("root-windows")), vec![]);
    let named = |length: usize| Draft { name: "x".repeat(length), ..from_volume("root-windows") };
    check(Nhn, &named(15), vec![]);
    check(Nhn, &named(16), at(Field::Name, Problem::Name(NameError::TooLong { max: 15, is: 16 })));
}

#[test]
fn a_root_from_a_snapshot_is_at_least_as_large() {
    for rules in [Nhn, OpenStack] {
        check(rules, &from_snapshot("snap", "40"), vec![]);
        check(rules, &from_snapshot("snap", "39"), at(Field::RootDisk, Problem::TooSmall { min: 40 }));
        check(rules, &from_snapshot("snap", ""), at(Field::RootDisk, Problem::Missing));
    }
    // Of a volume that is not bootable.
    let data = Draft { zone: "kr-pub-a".into(), ..from_snapshot("snap-b", "10") };
    check(OpenStack, &data, at(Field::Image, Problem::NotBootable));
}

#[test]
fn a_source_makes_its_own_zone_mandatory() {
    let zone = |zone: &str, draft: Draft| Draft { zone: zone.into(), ..draft };
    let must = |name: &str| at(Field::Zone, Problem::ZoneMustBe(name.into()));
    check(Nhn, &zone("", from_volume("root-a")), must("kr-pub-a"));
    check(Nhn, &zone("", from_snapshot("snap", "40")), must("kr-pub-a"));
    check(Nhn, &zone("kr-pub-a", from_volume("root-b")), must("kr-pub-b"));
    check(Nhn, &zone("", with_disk(MadeOf::Volume, "data-a", "")), must("kr-pub-a"));
    check(Nhn, &with_disk(MadeOf::Volume, "data-b", ""), must("kr-pub-b"));
    check(Nhn, &zone("", with_disk(MadeOf::Blank, "", "5")), vec![]);
    check(OpenStack, &zone("", from_volume("root-a")), vec![]);
    check(OpenStack, &with_disk(MadeOf::Volume, "data-b", ""), vec![]);
    // A typed id does not say its zone: any is accepted, but one is required.
    let blind = |name: &str| problems(&zone(name, from_volume("typed")), &World::new(Nhn).blind());
    assert_eq!(blind(""), at(Field::Zone, Problem::Missing));
    assert_eq!(blind("anywhere"), []);
}

#[test]
fn of_some_choices_there_is_only_one_instance() {
    let two = |draft: Draft| Draft { count: "2".to_owned(), ..draft };
    let one = |only| at(Field::Count, Problem::OnlyOne(only));
    check(Nhn, &two(from_volume("root-a")), one(OnlyOne::Volume));
    check(OpenStack, &two(from_volume("root-a")), one(OnlyOne::Volume));
    check(Nhn, &two(from_snapshot("snap", "40")), one(OnlyOne::Snapshot));
    check(OpenStack, &two(from_snapshot("snap", "40")), vec![]);
    check(Nhn, &two(with_disk(MadeOf::Volume, "data-a", "")), one(OnlyOne::Volume));
    check(Nhn, &two(with_disk(MadeOf::Snapshot, "snap", "40")), vec![]);
    let on = |nic: NicDraft| two(Draft { nic, ..draft() });
    check(
        Nhn,
        &on(NicDraft { to: ConnectTo::Port, port: "port-free".into(), ..NicDraft::default() }),
        one(OnlyOne::Port),
    );
    check(Nhn, &on(NicDraft { fixed_ip: "192.168.0.9".to_owned(), ..nic("subnet-1") }), one(OnlyOne::FixedIp));
    check(OpenStack, &on(nic("subnet-2a")), one(OnlyOne::Port));
    check(Nhn, &on(nic("subnet-2a")), vec![]);
}

#[test]
fn more_disks_at_the_edges() {
    let size = |made_of: MadeOf, id: &str, size: &str, expect: Option<Problem>| {
        let expect = expect.into_iter().map(|problem| (Field::DiskSize(0), problem)).collect();
        check(Nhn, &with_disk(made_of, id, size), expect);
    };
    size(MadeOf::Blank, "", "0", Some(Problem::TooSmall { min: 1 }));
    size(MadeOf::Blank, "", "1", None);
    size(MadeOf::Blank, "", "1000", None);
    size(MadeOf::Blank, "", "1001", Some(Problem::TooLarge { max: 1000 }));
    size(MadeOf::Blank, "", "", Some(Problem::Missing));
    size(MadeOf::Image, "big", "29", Some(Problem::TooSmall { min: 30 }));
    size(MadeOf::Image, "big", "30", None);
    size(MadeOf::Snapshot, "snap", "39", Some(Problem::TooSmall { min: 40 }));
    size(MadeOf::Snapshot, "snap", "40", None);
    size(MadeOf::Volume, "data-a", "not asked", None);
    check(Nhn, &with_disk(MadeOf::Image, "queued", "20"), at(Field::Disk(0), Problem::ImageNotActive));
    check(Nhn, &with_disk(MadeOf::Volume, "used-a", ""), at(Field::Disk(0), Problem::NotAvailable));
    check(Nhn, &with_disk(MadeOf::Volume, "", ""), at(Field::Disk(0), Problem::Missing));
    let mut twice = with_disk(MadeOf::Volume, "data-a", "");
    twice.disks.push(twice.disks[0].clone());
    check(Nhn, &twice, at(Field::Disk(1), Problem::Twice));
    let root_again = Draft { disks: with_disk(MadeOf::Volume, "root-a", "").disks, ..from_volume("root-a") };
    check(Nhn, &root_again, at(Field::Disk(0), Problem::Twice));
}

#[test]
fn a_kind_of_disk_only_where_the_cloud_takes_one() {
    let kind = |kind: &str| {
        let mut draft = with_disk(MadeOf::Blank, "", "5");
        draft.disks[0].kind = kind.to_owned();
        Draft { root_kind: kind.to_owned(), ..draft }
    };
    check(Nhn, &kind("General SSD"), vec![]);
    check(OpenStack, &kind(" "), vec![]);
    let refused = vec![(Field::RootKind, Problem::NotOffered), (Field::DiskKind(0), Problem::NotOffered)];
    check(OpenStack, &kind("ssd"), refused);
}

#[test]
fn interfaces_each_with_its_own_problem() {
    let on = |nic: NicDraft| Draft { nic, ..draft() };
    let two = |nic: NicDraft, other: NicDraft| Draft { nic, more_nics: vec![other], ..draft() };
    let port = |id: &str| NicDraft { to: ConnectTo::Port, port: id.into(), ..NicDraft::default() };
    let fixed = |subnet: &str, ip: &str| NicDraft { fixed_ip: ip.to_owned(), ..nic(subnet) };
    check(Nhn, &on(NicDraft::default()), at(Field::Network, Problem::Missing));
    check(Nhn, &two(nic("subnet-1"), NicDraft::default()), at(Field::Nic(1), Problem::Missing));
    check(Nhn, &two(nic("subnet-1"), nic("subnet-1")), vec![]);
    check(Nhn, &two(port("port-free"), port("port-free")), at(Field::Nic(1), Problem::Twice));
    check(Nhn, &on(port("port-taken")), at(Field::Network, Problem::NotAvailable));
    check(Nhn, &on(port("gone")), at(Field::Network, Problem::Gone));
    for (subnet, cidr, inside, outside) in [
        ("subnet-1", "192.168.0.0/24", ["192.168.0.0", "192.168.0.255"], ["192.168.1.0", "192.167.255.255"]),
        ("subnet-2b", "10.0.0.128/25", ["10.0.0.128", "10.0.0.255"], ["10.0.0.127", "::1"]),
        ("subnet-6", "2001:db8::/64", ["2001:db8::", "2001:db8::ffff"], ["2001:db8:0:1::", "10.0.0.1"]),
    ] {
        for ip in inside {
            check(Nhn, &on(fixed(subnet, ip)), vec![]);
        }
        for ip in outside {
            let problem = Problem::NotInSubnet { cidr: cidr.to_owned() };
            check(Nhn, &on(fixed(subnet, ip)), at(Field::FixedIp(0), problem));
        }
    }
    for typed in ["10.0.0", "10.0.0.256", "10.0.0.1/24", "host", "10.0.0.01"] {
        check(Nhn, &on(fixed("subnet-1", typed)), at(Field::FixedIp(0), Problem::NotAnAddress));
    }
    check(Nhn, &on(fixed("subnet-odd", "10.0.0.1")), vec![]);
}

#[test]
fn user_data_is_counted_after_base64() {
    // 49,149 bytes are 65,532 in base64; three more make 65,536.
    for (bytes, expect) in [(49_149, None), (49_150, Some(65_536)), (49_152, Some(65_536))] {
        let draft = Draft { script: "x".repeat(bytes), ..draft() };
        let expect = expect.map(|is| (Field::UserData, Problem::TooLong { max: 65_535, is }));
        for rules in [Nhn, OpenStack] {
            check(rules, &draft, expect.clone().into_iter().collect());
        }
        let limit = visible_limit(Field::UserData, &draft, &World::new(Nhn).context()).expect("a limit");
        assert_eq!((limit.max, limit.used), (Some(65_535), Some(if bytes == 49_149 { 65_532 } else { 65_536 })));
    }
}

#[test]
fn metadata_keys_and_values() {
    let pairs = |rows: &[(&str, &str)]| {
        let metadata = rows.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Draft { metadata, ..draft() }
    };
    let (fits, long) = ("k".repeat(255), "k".repeat(256));
    let (value, long_value) = ("값".repeat(255), "값".repeat(256));
    let too_long = Problem::TooLong { max: 255, is: 256 };
    check(Nhn, &pairs(&[(&fits, &value), ("a b-_:.9", "")]), vec![]);
    check(Nhn, &pairs(&[(&long, "")]), at(Field::MetadataKey(0), too_long.clone()));
    check(Nhn, &pairs(&[("k", &long_value)]), at(Field::MetadataValue(0), too_long));
    check(Nhn, &pairs(&[("", ""), (" ", "value")]), at(Field::MetadataKey(1), Problem::Missing));
    check(Nhn, &pairs(&[("a", "1"), (" a ", "2")]), at(Field::MetadataKey(1), Problem::Twice));
    for bad in ["키", "a/b", "a\"b", "a=b"] {
        check(Nhn, &pairs(&[(bad, "")]), at(Field::MetadataKey(0), Problem::BadKey));
    }
}

#[test]
fn least_counts_and_placement() {
    let counts = |min: &str, max: &str| Draft { min_count: min.to_owned(), count: max.to_owned(), ..draft() };
    check(Nhn, &counts("10", "10"), vec![]);
    check(Nhn, &counts("1", "10"), vec![]);
    check(Nhn, &counts("0", "10"), at(Field::MinCount, Problem::TooSmall { min: 1 }));
    check(Nhn, &counts("4", "3"), at(Field::MinCount, Problem::TooLarge { max: 3 }));
    check(Nhn, &counts("x", "3"), at(Field::MinCount, Problem::NotANumber));
    check(Nhn, &counts("", "11"), at(Field::Count, Problem::TooLarge { max: 10 }));
    let group = |id: &str| Draft { server_group: id.into(), ..draft() };
    check(Nhn, &group("apart"), vec![]);
    check(Nhn, &group("gone"), at(Field::ServerGroup, Problem::Gone));
}
