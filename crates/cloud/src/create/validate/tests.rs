use proptest::prelude::*;

use super::*;
use crate::config::RuleSet::{self, Nhn, OpenStack};
use crate::create::request::NicOn;
use crate::create::samples::{World, disk, draft, nic};
use crate::create::{BootFrom, ConnectTo, DiskDraft, MadeOf, NicDraft, ScriptFile, visible_limit};

type Found = Vec<(Field, Problem)>;

fn problems(draft: &Draft, context: &Context<'_>) -> Found {
    let errors = validate(draft, context).err().unwrap_or_default();
    errors.into_iter().map(|error| (error.field, error.problem)).collect()
}

fn check(rules: RuleSet, draft: &Draft, expect: Found) {
    assert_eq!(problems(draft, &World::new(rules).context()), expect, "{rules:?} {draft:?}");
}

#[test]
fn an_empty_form_misses_its_required_fields_in_order() {
    use Field::*;
    let missing = |fields: &[Field]| fields.iter().map(|field| (*field, Problem::Missing)).collect::<Found>();
    let empty = Draft::default();
    check(Nhn, &empty, missing(&[Name, Image, Flavor, RootDisk, Network, Key, Count]));
    check(OpenStack, &empty, missing(&[Name, Image, Flavor, Network, Count]));
    // A cleared text field is not a choice.
    let blank = Draft {
        image: " ".into(),
        flavor: "".into(),
        nic: nic("\t"),
        key: " ".into(),
        zone: " ".into(),
        count: "1".to_owned(),
        ..Draft::default()
    };
    assert_eq!(problems(&blank, &World::new(Nhn).blind()), missing(&[Name, Image, Flavor, RootDisk, Network, Key]));
}

#[test]
fn names() {
    let named = |image: &str, length: usize| Draft {
        name: "나".repeat(length),
        image: image.into(),
        root_disk_gb: "50".to_owned(),
        ..draft()
    };
    let too_long = |max, is| vec![(Field::Name, Problem::Name(NameError::TooLong { max, is }))];
    check(Nhn, &named("ubuntu", 255), vec![]);
    check(Nhn, &named("ubuntu", 256), too_long(255, 256));
    check(Nhn, &named("windows", 15), vec![]);
    check(Nhn, &named("windows", 16), too_long(15, 16));
    check(OpenStack, &named("windows", 16), vec![]);
    check(OpenStack, &named("windows", 255), vec![]);
    check(OpenStack, &named("windows", 256), too_long(255, 256));
    // The suffix that the cloud adds in a batch does not count.
    check(Nhn, &Draft { count: "10".to_owned(), ..named("windows", 15) }, vec![]);
}

#[test]
fn root_disk_sizes() {
    let small = |min| Some(Problem::TooSmall { min });
    let large = |max| Some(Problem::TooLarge { max });
    let cases = [
        (Nhn, "ubuntu", "m2.c1m2", "9", small(10)),
        (Nhn, "ubuntu", "m2.c1m2", "10", None),
        (Nhn, "ubuntu", "m2.c1m2", " 0010 ", None),
        (Nhn, "ubuntu", "m2.c1m2", "1000", None),
        (Nhn, "ubuntu", "m2.c1m2", "1001", large(1000)),
        (Nhn, "ubuntu", "m2.c1m2", "99999999999999999999999999", large(1000)),
        (Nhn, "ubuntu", "m2.c1m2", "", Some(Problem::Missing)),
        (Nhn, "big", "m2.c1m2", "29", small(30)),
        (Nhn, "big", "m2.c1m2", "30", None),
        (Nhn, "windows", "m2.c1m2", "49", small(50)),
        (Nhn, "windows", "m2.c1m2", "50", None),
        (Nhn, "ubuntu", "u2.c1m1", "not even a number", None),
        (Nhn, "huge", "m2.c1m2", "1000", small(1200)),
        (Nhn, "huge", "m2.c1m2", "1200", large(1000)),
        (OpenStack, "ubuntu", "m2.c1m2", "", Some(Problem::Missing)),
        (OpenStack, "ubuntu", "m2.c1m2", "0", small(1)),
        (OpenStack, "ubuntu", "m2.c1m2", "1", None),
        (OpenStack, "ubuntu", "m2.c1m2", "1001", None),
        (OpenStack, "ubuntu", "m2.c1m2", "2147483647", None),
        (OpenStack, "ubuntu", "m2.c1m2", "2147483648", large(2_147_483_647)),
        (OpenStack, "ubuntu", "u2.c1m1", "", None),
        (OpenStack, "ubuntu", "u2.c1m1", "x", Some(Problem::NotANumber)),
        (OpenStack, "windows", "u2.c1m1", "49", small(50)),
        (OpenStack, "windows", "u2.c1m1", "50", None),
    ];
    for (rules, image, flavor, typed, expect) in cases {
        let draft = Draft { image: image.into(), flavor: flavor.into(), root_disk_gb: typed.to_owned(), ..draft() };
        check(rules, &draft, expect.into_iter().map(|problem| (Field::RootDisk, problem)).collect());
    }
    for typed in ["ten", "-10", "+10", "10.5", "1,000", "10 GB", "１０", "1e2", "0x10"] {
        let draft = Draft { root_disk_gb: typed.to_owned(), ..draft() };
        check(Nhn, &draft, vec![(Field::RootDisk, Problem::NotANumber)]);
    }
}

#[test]
fn an_operator_may_allow_two_terabytes() {
    let mut world = World::new(Nhn);
    world.limits = crate::rules::limits::Limits::of(Nhn, Some(2000));
    let sized = |size: &str| Draft { root_disk_gb: size.to_owned(), ..draft() };
    assert_eq!(problems(&sized("2000"), &world.context()), []);
    assert_eq!(problems(&sized("2001"), &world.context()), [(Field::RootDisk, Problem::TooLarge { max: 2000 })]);
}

#[test]
fn counts() {
    let cases = [
        (Nhn, "0", Some(Problem::TooSmall { min: 1 })),
        (Nhn, "1", None),
        (Nhn, "10", None),
        (Nhn, "11", Some(Problem::TooLarge { max: 10 })),
        (Nhn, "", Some(Problem::Missing)),
        (Nhn, "two", Some(Problem::NotANumber)),
        (OpenStack, "0", Some(Problem::TooSmall { min: 1 })),
        (OpenStack, "11", None),
        (OpenStack, "2147483648", Some(Problem::TooLarge { max: 2_147_483_647 })),
    ];
    for (rules, typed, expect) in cases {
        let draft = Draft { count: typed.to_owned(), ..draft() };
        check(rules, &draft, expect.into_iter().map(|problem| (Field::Count, problem)).collect());
    }
}

#[test]
fn images_and_flavors() {
    let chosen = |image: &str, flavor: &str| Draft {
        image: image.into(),
        flavor: flavor.into(),
        root_disk_gb: "50".to_owned(),
        ..draft()
    };
    let misfit = |misfit| (Field::Flavor, Problem::Misfit(misfit));
    check(Nhn, &chosen("windows", "m2.c1m1"), vec![misfit(Misfit::RamTooSmall { needs_mb: 2048 })]);
    check(Nhn, &chosen("windows", "u2.c1m1"), vec![misfit(Misfit::WindowsOnU2)]);
    check(Nhn, &chosen("big", "u2.c1m1"), vec![misfit(Misfit::DiskTooSmall { needs_gb: 30 })]);
    let on_flavor_disk = Draft { root_disk_gb: String::new(), ..chosen("big", "u2.c1m1") };
    check(OpenStack, &on_flavor_disk, vec![misfit(Misfit::DiskTooSmall { needs_gb: 30 })]);
    check(Nhn, &chosen("ubuntu", "m2.off"), vec![misfit(Misfit::Disabled)]);
    check(Nhn, &chosen("", "m2.off"), vec![(Field::Image, Problem::Missing), misfit(Misfit::Disabled)]);
    check(Nhn, &chosen("queued", "m2.c1m2"), vec![(Field::Image, Problem::ImageNotActive)]);
    check(Nhn, &chosen("gone", "m2.c1m2"), vec![(Field::Image, Problem::Gone)]);
    check(Nhn, &chosen("ubuntu", "gone"), vec![(Field::Flavor, Problem::Gone)]);
    check(Nhn, &chosen(" ubuntu ", " m2.c1m2 "), vec![]);
}

#[test]
fn an_image_status_is_read_leniently() {
    for (status, expect) in
        [("ACTIVE", vec![]), ("", vec![]), ("deactivated", vec![(Field::Image, Problem::ImageNotActive)])]
    {
        let mut world = World::new(Nhn);
        world.images.iter_mut().for_each(|image| image.status = ImageStatus::parse(status));
        assert_eq!(problems(&draft(), &world.context()), expect, "{status:?}");
    }
}

#[test]
fn zones_networks_and_keys() {
    let zone = |name: &str| Draft { zone: name.into(), ..draft() };
    check(Nhn, &zone("kr-pub-a"), vec![]);
    check(Nhn, &zone("kr-pub-b"), vec![(Field::Zone, Problem::ZoneUnavailable)]);
    check(Nhn, &zone("kr-pub-c"), vec![(Field::Zone, Problem::Gone)]);

    let gone = Draft { nic: nic("gone"), ..draft() };
    check(Nhn, &gone, vec![(Field::Network, Problem::Gone)]);
    check(OpenStack, &gone, vec![(Field::Network, Problem::Gone)]);
    // Both accept a bare network; the guide sends it together with the subnet.
    let network = NicDraft { to: ConnectTo::Network, network: "network-1".into(), ..NicDraft::default() };
    check(Nhn, &Draft { nic: network.clone(), ..draft() }, vec![]);
    check(OpenStack, &Draft { nic: network, ..draft() }, vec![]);

    let key = |name: &str| Draft { key: name.into(), ..draft() };
    check(Nhn, &key("gone"), vec![(Field::Key, Problem::Gone)]);
    check(OpenStack, &key("gone"), vec![(Field::Key, Problem::Gone)]);
}

#[test]
fn what_another_choice_put_out_of_sight_does_not_count() {
    let both = NicDraft { network: "another".into(), ..nic("subnet-1") };
    let on = |to: ConnectTo| {
        let draft = Draft { nic: NicDraft { to, ..both.clone() }, ..draft() };
        validate(&draft, &World::new(OpenStack).context()).expect("no problems").nics.remove(0).on
    };
    assert_eq!(on(ConnectTo::Subnet), NicOn::Network("network-1".into()));
    assert_eq!(on(ConnectTo::Network), NicOn::Network("another".into()));
    // Only the list says to which network a subnet belongs.
    let subnet = Draft { nic: both, ..draft() };
    assert_eq!(problems(&subnet, &World::new(OpenStack).blind()), [(Field::Network, Problem::Missing)]);
    // A port has its own address, and a volume its own kind and size.
    let port = NicDraft { to: ConnectTo::Port, port: "port-free".into(), fixed_ip: "no".to_owned(), ..nic("gone") };
    check(Nhn, &Draft { nic: port, ..draft() }, vec![]);
    let volume = DiskDraft { kind: "ssd".to_owned(), ..disk(MadeOf::Volume, "data-a", "no") };
    check(OpenStack, &Draft { disks: vec![volume], ..draft() }, vec![]);
    check(Nhn, &Draft { volume: "gone".into(), snapshot: "gone".into(), ..draft() }, vec![]);
    let file = ScriptFile { name: "start.sh".to_owned(), bytes: b"file".to_vec() };
    let data = Draft { script: "script".to_owned(), file: Some(file), ..draft() };
    assert_eq!(data.user_data(), b"file");
}

#[test]
fn typed_ids_pass_where_no_list_could_be_loaded() {
    let typed = Draft {
        image: " some-image ".into(),
        flavor: "some-flavor".into(),
        nic: NicDraft { to: ConnectTo::Network, network: "some-network".into(), ..nic("some-subnet") },
        key: "some-key".into(),
        zone: "some-zone".into(),
        ..draft()
    };
    for rules in [Nhn, OpenStack] {
        let request = validate(&typed, &World::new(rules).blind()).expect("no problems");
        assert_eq!(request.image, Some(ImageId::from("some-image")));
        assert_eq!(request.zone, Some("some-zone".into()));
    }
    // The checks that need no list still apply.
    let bad = Draft { root_disk_gb: "9".to_owned(), count: "11".to_owned(), ..typed };
    let expect = [(Field::RootDisk, Problem::TooSmall { min: 10 }), (Field::Count, Problem::TooLarge { max: 10 })];
    assert_eq!(problems(&bad, &World::new(Nhn).blind()), expect);
}

/// Text near the limits: numbers, lengths of names, and anything else.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        (0u64..1100).prop_map(|number| number.to_string()),
        (0usize..300).prop_map(|length| "x".repeat(length)),
    ]
}

fn choice<T: for<'a> std::convert::From<&'a str> + std::fmt::Debug>(
    known: &'static [&'static str],
) -> impl Strategy<Value = T> {
    let known = proptest::sample::select(known).prop_map(str::to_owned);
    prop_oneof![6 => known, 1 => any::<String>(), 1 => Just(String::new())].prop_map(|id| T::from(&id))
}

prop_compose! {
    fn any_disk()(
        made_of in proptest::sample::select(&[MadeOf::Blank, MadeOf::Image, MadeOf::Volume, MadeOf::Snapshot][..]),
        image in choice(&["ubuntu", "big"]),
        volume in choice(&["data-a", "root-a"]),
        snapshot in choice(&["snap"]),
        size_gb in typed(),
        boots: bool,
    ) -> DiskDraft {
        DiskDraft { made_of, image, volume, snapshot, size_gb, boots, ..DiskDraft::default() }
    }
}

prop_compose! {
    fn any_nic()(
        to in prop_oneof![6 => Just(ConnectTo::Subnet), 1 => Just(ConnectTo::Network), 1 => Just(ConnectTo::Port)],
        port in choice(&["port-free", "port-taken"]),
        subnet in choice(&["subnet-1", "subnet-2a"]),
        network in choice(&["network-1"]),
        fixed_ip in prop_oneof![4 => Just(String::new()), 1 => Just("192.168.0.9".to_owned()), 1 => typed()],
    ) -> NicDraft {
        NicDraft { to, port, subnet, network, fixed_ip }
    }
}

prop_compose! {
    fn any_draft()(
        name in typed(),
        image in choice(&["ubuntu", "big", "huge", "windows", "queued"]),
        flavor in choice(&["m2.c1m1", "m2.c1m2", "u2.c1m1", "m2.off"]),
        root_disk_gb in typed(),
        zone in choice(&["kr-pub-a", "kr-pub-b"]),
        boot_from in prop_oneof![6 => Just(BootFrom::Image), 1 => Just(BootFrom::Volume), 1 => Just(BootFrom::Snapshot)],
        volume in choice(&["root-a", "root-b", "data-a", "used-a", "root-windows"]),
        snapshot in choice(&["snap", "snap-b"]),
        disks in proptest::collection::vec(any_disk(), 0..3),
        (nic, more_nics) in (any_nic(), proptest::collection::vec(any_nic(), 0..2)),
        script in any::<String>(),
        metadata in proptest::collection::vec((typed(), typed()), 0..3),
        key in choice(&["my-key"]),
        security_groups in proptest::collection::vec(any::<String>(), 0..3),
        count in prop_oneof![(0u32..12).prop_map(|count| count.to_string()), typed()],
    ) -> Draft {
        Draft {
            name, boot_from, image, volume, snapshot, flavor, root_disk_gb, disks, zone, nic, more_nics, security_groups, key,
            script, metadata, count,
            ..Draft::default()
        }
    }
}

proptest! {
    /// No text makes the form panic; errors are in order and name their field; what is accepted is within the guide's
    /// limits, checked in the body that would be sent.
    #[test]
    fn whatever_is_typed(draft in any_draft(), rules in proptest::sample::select(&[Nhn, OpenStack][..]), blind: bool) {
        let world = World::new(rules);
        let context = if blind { world.blind() } else { world.context() };
        for field in [Field::Name, Field::Flavor, Field::RootDisk, Field::Count, Field::Zone] {
            visible_limit(field, &draft, &context);
        }
        match validate(&draft, &context) {
            Err(errors) => {
                prop_assert!(!errors.is_empty());
                prop_assert!(errors.is_sorted_by(|a, b| a.field.place() < b.field.place()), "{errors:?}");
            }
            Ok(request) => {
                let body: serde_json::Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
                accepted(rules, blind, &body["server"])?;
            }
        }
    }
}

fn accepted(rules: RuleSet, blind: bool, body: &serde_json::Value) -> Result<(), TestCaseError> {
    // A typed id does not say what it refers to.
    let windows = !blind && body["imageRef"] == "windows";
    let name = body["name"].as_str().unwrap_or_default();
    let root = &body["block_device_mapping_v2"][0];
    let (count, size) = (body["max_count"].as_u64(), root["volume_size"].as_u64());
    prop_assert!((1..=255).contains(&name.chars().count()) && name.trim() == name);
    prop_assert_eq!(&body["min_count"], &body["max_count"]);
    prop_assert!(count >= Some(1));
    prop_assert_eq!(body["return_reservation_id"] == true, count > Some(1));
    prop_assert!(blind || body["imageRef"] != "big" || size.is_none_or(|gb| gb >= 30));
    // Only the root has index 0; a volume is used once, and by a single instance only.
    let disks = body["block_device_mapping_v2"].as_array().cloned().unwrap_or_default();
    prop_assert!(disks.iter().enumerate().all(|(at, disk)| (disk["boot_index"] == 0) == (at == 0)));
    let mut volumes: Vec<_> = disks.iter().filter(|disk| disk["source_type"] == "volume").collect();
    prop_assert!(volumes.is_empty() || count == Some(1));
    volumes.sort_by_key(|disk| disk["uuid"].to_string());
    volumes.dedup_by_key(|disk| disk["uuid"].to_string());
    prop_assert_eq!(volumes.len(), disks.iter().filter(|disk| disk["source_type"] == "volume").count());
    prop_assert!(disks.iter().all(|disk| disk["source_type"] == "image" || disk["destination_type"] == "volume"));
    prop_assert!(body["imageRef"].is_string() || matches!(root["source_type"].as_str(), Some("volume" | "snapshot")));
    let nics = body["networks"].as_array().cloned().unwrap_or_default();
    let named =
        |nic: &serde_json::Value| ["uuid", "subnet", "port"].iter().filter(|key| nic[**key].is_string()).count();
    prop_assert!(!nics.is_empty() && nics.iter().all(|nic| named(nic) == 1));
    if rules == Nhn {
        prop_assert!(count <= Some(10));
        prop_assert!(!windows || body["flavorRef"] == "m2.c1m2" && size >= Some(50) && name.chars().count() <= 15);
        prop_assert!(size.is_none_or(|gb| (10..=1000).contains(&gb)));
        prop_assert!(!disks.is_empty() && body["key_name"].is_string());
        let source = disks.iter().any(|disk| disk["source_type"] == "volume" || disk["source_type"] == "snapshot");
        prop_assert!(!source || body["availability_zone"].is_string());
    } else {
        prop_assert!(nics.iter().all(|nic| !nic["subnet"].is_string()));
    }
    Ok(())
}

mod more;
