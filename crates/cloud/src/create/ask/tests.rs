use super::*;
use crate::config::RuleSet::{Nhn, OpenStack};
use crate::create::samples::{World, disk, draft};

fn limit(min: u64, max: Option<u64>, used: Option<u64>, unit: Unit) -> Option<VisibleLimit> {
    Some(VisibleLimit { min: Some(min), max, used, unit })
}

#[test]
fn the_limit_beside_each_field() {
    let (gb, chars) = (Unit::Gigabytes, Unit::Characters);
    let linux = draft();
    let windows = Draft { image: "windows".into(), name: " 윈도우 ".to_owned(), ..draft() };
    let on_u2 = Draft { flavor: "u2.c1m1".into(), ..draft() };
    let cases = [
        (Nhn, Field::Name, &linux, limit(1, Some(255), Some(3), chars)),
        (Nhn, Field::Name, &windows, limit(1, Some(15), Some(3), chars)),
        (OpenStack, Field::Name, &windows, limit(1, Some(255), Some(3), chars)),
        (Nhn, Field::Flavor, &linux, None),
        (Nhn, Field::Flavor, &windows, limit(2048, None, None, Unit::Megabytes)),
        (Nhn, Field::RootDisk, &linux, limit(10, Some(1000), None, gb)),
        (Nhn, Field::RootDisk, &windows, limit(50, Some(1000), None, gb)),
        (Nhn, Field::RootDisk, &on_u2, None),
        (OpenStack, Field::RootDisk, &linux, limit(1, None, None, gb)),
        (OpenStack, Field::RootDisk, &windows, limit(50, None, None, gb)),
        (OpenStack, Field::RootDisk, &on_u2, limit(1, None, None, gb)),
        (Nhn, Field::Count, &linux, limit(1, Some(10), None, Unit::Instances)),
        (OpenStack, Field::Count, &linux, limit(1, None, None, Unit::Instances)),
        (Nhn, Field::Key, &linux, None),
    ];
    for (rules, field, draft, expect) in cases {
        assert_eq!(
            visible_limit(field, draft, &World::new(rules).context()),
            expect,
            "{rules:?} {field:?} {:?}",
            draft.image
        );
    }
}

#[test]
fn what_is_asked_about_the_root_disk() {
    use RootDiskQuestion::*;
    let ask = |rules, flavor: &str, typed: &str| {
        let draft = Draft { flavor: flavor.into(), root_disk_gb: typed.to_owned(), ..draft() };
        root_disk_question(&draft, &World::new(rules).context())
    };
    let (nhn, openstack) = (Range { min: 10, max: Some(1000) }, Range { min: 1, max: None });
    assert_eq!(ask(Nhn, "u2.c1m1", "40"), NotAsked { flavor_gb: 20 });
    assert_eq!(ask(Nhn, "m2.c1m2", ""), Required(nhn));
    assert_eq!(ask(Nhn, "", ""), Required(nhn));
    assert_eq!(ask(OpenStack, "m2.c1m2", ""), Required(openstack));
    // Entering a size does not change whether one is asked for.
    for typed in ["", "30"] {
        assert_eq!(ask(OpenStack, "u2.c1m1", typed), Optional { flavor_gb: Some(20), volume: openstack });
    }
    assert_eq!(ask(OpenStack, "", ""), Optional { flavor_gb: None, volume: openstack });
}

#[test]
fn what_a_draft_takes_of_the_quota() {
    let takes = |rules, draft: &Draft| {
        let asked = super::takes(draft, &World::new(rules).context());
        (asked.instances, asked.vcpus, asked.ram_mb, asked.volumes, asked.volume_gb)
    };
    let three = Draft { count: " 3 ".to_owned(), ..draft() };
    assert_eq!(takes(Nhn, &three), (3, 3, 6144, 3, 60));
    let disks = vec![disk(MadeOf::Blank, "", "5"), disk(MadeOf::Volume, "data-a", "99")];
    assert_eq!(takes(Nhn, &Draft { disks, ..three.clone() }), (3, 3, 6144, 6, 75));
    let on_u2 = Draft { flavor: "u2.c1m1".into(), ..three };
    assert_eq!(takes(Nhn, &on_u2), (3, 3, 6144, 0, 0));
    let root = Draft { boot_from: BootFrom::Volume, volume: "root-a".into(), ..draft() };
    assert_eq!(takes(Nhn, &root), (1, 1, 2048, 0, 0));
    let half_typed = Draft { count: String::new(), root_disk_gb: "x".to_owned(), flavor: "".into(), ..draft() };
    assert_eq!(takes(Nhn, &half_typed), (1, 0, 0, 1, 0));
}
