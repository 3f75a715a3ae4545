use super::*;
use crate::config::RuleSet::{self, Nhn, OpenStack};
use crate::rules::samples::{flavor, image};

fn check(rules: RuleSet, image: &Image, flavor: &Flavor) -> Result<(), Misfit> {
    fits(image, flavor, &Limits::of(rules, None))
}

#[test]
fn windows_rules_are_nhns_alone() {
    let windows = image("win", "Windows", 0, 0);
    let linux = image("ubuntu", "linux", 0, 0);
    let cases = [
        (Nhn, &windows, flavor("m2.c1m2", 2047, 0), Err(Misfit::RamTooSmall { needs_mb: 2048 })),
        (Nhn, &windows, flavor("m2.c1m2", 2048, 0), Ok(())),
        (Nhn, &windows, flavor("u2.c4m8", 8192, 100), Err(Misfit::WindowsOnU2)),
        (Nhn, &windows, flavor("U2.c4m8", 8192, 100), Err(Misfit::WindowsOnU2)),
        (Nhn, &linux, flavor("u2.c1m1", 1024, 20), Ok(())),
        (Nhn, &linux, flavor("m2.c1m1", 1, 0), Ok(())),
        (OpenStack, &windows, flavor("u2.c1m1", 512, 20), Ok(())),
    ];
    for (rules, image, flavor, expect) in cases {
        assert_eq!(check(rules, image, &flavor), expect, "{rules:?} {} on {}", image.name, flavor.name);
    }
}

#[test]
fn ram_and_disk_of_the_image_at_the_edge() {
    let picky = image("picky", "linux", 40, 4096);
    let small_ram = Err(Misfit::RamTooSmall { needs_mb: 4096 });
    let small_disk = Err(Misfit::DiskTooSmall { needs_gb: 40 });
    let cases = [
        (Nhn, flavor("m2.c1m3", 4095, 0), small_ram.clone()),
        (Nhn, flavor("m2.c1m4", 4096, 0), Ok(())),
        (Nhn, flavor("u2.c1m4", 4096, 39), small_disk.clone()),
        (Nhn, flavor("u2.c1m4", 4096, 40), Ok(())),
        // An unknown size is no reason to refuse it.
        (Nhn, flavor("u2.c1m4", 4096, 0), Ok(())),
        // On NHN all flavors but U2 boot from a volume, whatever disk the flavor shows.
        (Nhn, flavor("x1.c1m4", 4096, 20), Ok(())),
        (OpenStack, flavor("m1.tiny", 4095, 40), small_ram),
        (OpenStack, flavor("m1.small", 4096, 39), small_disk),
        (OpenStack, flavor("m1.small", 4096, 40), Ok(())),
        (OpenStack, flavor("m1.nodisk", 4096, 0), Ok(())),
    ];
    for (rules, flavor, expect) in cases {
        assert_eq!(check(rules, &picky, &flavor), expect, "{rules:?} {} {} GB", flavor.name, flavor.disk_gb);
    }
    // GB and MB are not mixed up: 40 GB of disk are not a requirement on RAM.
    assert_eq!(check(OpenStack, &image("thin", "linux", 40, 0), &flavor("m1", 39, 40)), Ok(()));
}

#[test]
fn a_volume_lifts_the_disk_rule_only() {
    let (image, limits) = (image("win", "windows", 50, 2048), Limits::of(OpenStack, None));
    let on_volume = |flavor: &Flavor| fits_with(&image, flavor, &limits, RootOn::Volume);
    assert_eq!(on_volume(&flavor("m1.small", 2048, 20)), Ok(()));
    assert_eq!(on_volume(&flavor("m1.small", 2047, 20)), Err(Misfit::RamTooSmall { needs_mb: 2048 }));
}

#[test]
fn a_flavor_switched_off_says_so_first() {
    let off = Flavor { disabled: true, ..flavor("u2.c1m1", 1, 1) };
    assert_eq!(check(Nhn, &image("win", "windows", 50, 2048), &off), Err(Misfit::Disabled));
}

#[test]
fn where_the_root_disk_lives() {
    let cases = [
        (Nhn, flavor("u2.c1m1", 1024, 20), RootOn::Local),
        (Nhn, flavor("u2.c1m1", 1024, 0), RootOn::Local),
        (Nhn, flavor("m2.c1m2", 2048, 0), RootOn::Volume),
        (Nhn, flavor("m2.c1m2", 2048, 20), RootOn::Volume),
        (OpenStack, flavor("u2.c1m1", 1024, 20), RootOn::FlavorDisk),
        (OpenStack, flavor("m1.nodisk", 1024, 0), RootOn::Volume),
    ];
    for (rules, flavor, expect) in cases {
        assert_eq!(root_on(&flavor, &Limits::of(rules, None)), expect, "{rules:?} {} {}", flavor.name, flavor.disk_gb);
    }
}

#[test]
fn the_least_root_disk() {
    let cases = [
        (Nhn, "linux", 0, 10),
        (Nhn, "linux", 10, 10),
        (Nhn, "linux", 11, 11),
        (Nhn, "windows", 0, 50),
        (Nhn, "WINDOWS", 50, 50),
        (Nhn, "windows", 51, 51),
        (OpenStack, "linux", 0, 1),
        (OpenStack, "windows", 0, 1),
        (OpenStack, "windows", 20, 20),
    ];
    for (rules, os, min_disk, expect) in cases {
        let limits = Limits::of(rules, None);
        assert_eq!(
            root_disk_range(Some(&image("i", os, min_disk, 0)), &limits).min,
            expect,
            "{rules:?} {os} {min_disk}"
        );
    }
    assert_eq!(root_disk_range(None, &Limits::of(Nhn, Some(2000))), Range { min: 10, max: Some(2000) });
}
