use super::*;
use crate::config::RuleSet::{Nhn, OpenStack};
use crate::rules::samples::{flavor, image, server};
use crate::wire::{FlavorRef, Told};

/// Flavors named by their property; the instance has `m2.c2m4`.
fn flavors() -> Vec<Flavor> {
    vec![
        flavor("m2.c2m4", 4096, 20),
        flavor("m2.c1m2", 2048, 20),
        flavor("m2.c1m1", 2047, 20),
        flavor("m2.tiny", 512, 10),
        flavor("u2.c2m4", 4096, 40),
        flavor("x1.none", 8192, 0),
        Flavor { disabled: true, ..flavor("m2.off", 4096, 20) },
    ]
}

/// c: current; y: possible; o: disabled; U: from U2; u: to U2; r: RAM; d: disk.
#[track_caller]
fn check(rules: RuleSet, has: &str, os: &str, min_ram: u64, on_volume: bool, expect: &str) {
    let (flavors, limits) = (flavors(), Limits::of(rules, None));
    let image = image("i", os, 15, min_ram);
    let root = (!on_volume).then(|| image.id.clone());
    let told = FlavorRef { id: Some(has.into()), name: None };
    let server = Server { flavor: Told::Said(told), image: Told::Said(root), ..server("s") };
    let current = flavors.iter().find(|flavor| flavor.name == has);
    let resizing = Resizing { server: &server, current, image: Some(&image), limits: &limits };
    let is: String = resizing
        .targets(&flavors)
        .iter()
        .map(|target| match target.refused {
            None => 'y',
            Some(NotATarget::Current) => 'c',
            Some(NotATarget::Disabled) => 'o',
            Some(NotATarget::FromU2) => 'U',
            Some(NotATarget::ToU2) => 'u',
            Some(NotATarget::RamTooSmall { .. }) => 'r',
            Some(NotATarget::DiskTooSmall { .. }) => 'd',
        })
        .collect();
    assert_eq!(is, expect, "{rules:?} {has} {os} {min_ram} {on_volume}");
}

#[test]
fn who_may_go_where() {
    check(Nhn, "m2.c2m4", "linux", 0, false, "cyyyuyo");
    check(Nhn, "m2.c2m4", "windows", 0, false, "cyrruyo");
    check(Nhn, "m2.c2m4", "linux", 513, false, "cyyruyo");
    check(Nhn, "u2.c2m4", "linux", 0, false, "UUUUcUo");
    check(OpenStack, "m2.c2m4", "linux", 0, false, "cyydydo");
    check(OpenStack, "m2.c2m4", "linux", 0, true, "cyyyyyo");
    check(OpenStack, "m2.c2m4", "windows", 0, true, "cyyyyyo");
    check(OpenStack, "u2.c2m4", "linux", 0, false, "ddddcdo");
    check(OpenStack, "gone", "linux", 0, false, "yyydydo");
}

#[test]
fn windows_is_also_known_by_the_instance_itself() {
    let (flavors, limits) = (flavors(), Limits::of(Nhn, None));
    let metadata = [("os_type".to_owned(), "Windows".to_owned())].into_iter().collect();
    let server = Server { metadata: Told::Said(metadata), ..server("s") };
    let resizing = Resizing { server: &server, current: None, image: None, limits: &limits };
    assert_eq!(resizing.check(&flavors[2]), Err(NotATarget::RamTooSmall { needs_mb: 2048 }));
    assert_eq!(resizing.check(&flavors[1]), Ok(()));
}

#[test]
fn what_changes_and_whether_it_restarts() {
    let (flavors, limits) = (flavors(), Limits::of(Nhn, None));
    let stopped = Server { status: Status::Shutoff, ..server("s") };
    let resizing = Resizing { server: &stopped, current: flavors.first(), image: None, limits: &limits };
    assert!(!resizing.restarts());
    assert!(Resizing { server: &server("s"), ..resizing }.restarts());
    let ram = resizing.compare(&flavors[1])[1];
    assert_eq!(ram, Change { part: Part::RamMb, old: Some(4096), new: 2048 });
    assert_eq!(Resizing { current: None, ..resizing }.compare(&flavors[1])[1].old, None);
}
