use cloud::FlavorId;
use proptest::prelude::*;

use super::*;
use crate::listing::Order;

fn flavor(name: &str, ram_mb: u64, disk_gb: u64) -> Flavor {
    Flavor {
        id: FlavorId(format!("id-{name}")),
        name: name.to_owned(),
        vcpus: 1,
        ram_mb,
        disk_gb,
        ephemeral_gb: 0,
        swap: 0,
        rxtx_factor: Some(1.0),
        is_public: true,
        disabled: false,
        extra_specs: [("hw:Kind".to_owned(), "SSD".to_owned())].into_iter().collect(),
    }
}

fn shown<'a>(list: &'a [Flavor], listing: &Listing) -> Vec<&'a str> {
    let query = Compiled::new(&query::Query::parse(&listing.search), FLAVOR_FIELDS, Default::default());
    flavors(list, &query, listing.order.as_ref()).iter().map(|flavor| flavor.name.as_str()).collect()
}

fn listing(query: &str) -> Listing {
    Listing::of_query(BOUNDS, query).usually_by("name", false)
}

#[test]
fn bounds_as_typed() {
    let check = |typed: &str, expect| assert_eq!(bound(typed), expect, "{typed:?}");
    for nothing in ["", " ", "\t"] {
        check(nothing, Ok(None));
    }
    for (typed, number) in [("0", 0), ("20", 20), (" 20 ", 20), ("007", 7), ("2147483647", BOUND_MAX)] {
        check(typed, Ok(Some(number)));
    }
    for bad in ["-1", "+1", "1.5", "1,000", "20GB", "x", "1 0", "2147483648", "99999999999999999999", "２０"] {
        check(bad, Err(NotANumber));
    }
}

#[test]
fn what_cannot_be_read_is_not_sent() {
    let listing = listing("disk=20&ram=a+lot");
    assert_eq!(ask(&listing), FlavorQuery { min_disk_gb: Some(20), min_ram_mb: None });
}

#[test]
fn search_looks_at_name_id_and_specs() {
    let list = [flavor("m2.c1m2", 2048, 0), flavor("u2.c2m4", 4096, 20)];
    let check = |search: &str, expect: &[&str]| {
        let mut listing = listing("");
        listing.search = search.to_owned();
        let names = shown(&list, &listing);
        assert_eq!(names, expect, "{search:?}");
    };
    check("", &["m2.c1m2", "u2.c2m4"]);
    check("U2", &["u2.c2m4"]);
    check("id-m2", &["m2.c1m2"]);
    check("ssd \"hw:kind\" c2", &["u2.c2m4"]);
    check("ssd none", &[]);
}

#[test]
fn order_is_natural_and_ties_keep_their_order_both_ways() {
    let list = [flavor("m2.c10", 8, 1), flavor("m2.c2", 8, 3), flavor("m2.c1", 4, 2)];
    let check = |query: &str, expect: [&str; 3]| {
        let names = shown(&list, &listing(query));
        assert_eq!(names, expect, "{query}");
    };
    check("", ["m2.c1", "m2.c2", "m2.c10"]);
    check("sort=name&dir=asc", ["m2.c1", "m2.c2", "m2.c10"]);
    check("sort=name&dir=desc", ["m2.c10", "m2.c2", "m2.c1"]);
    check("sort=ram&dir=asc", ["m2.c1", "m2.c2", "m2.c10"]);
    check("sort=ram&dir=desc", ["m2.c2", "m2.c10", "m2.c1"]);
    check("sort=disk&dir=asc", ["m2.c10", "m2.c1", "m2.c2"]);
}

#[test]
fn what_a_flavor_has_not_stands_last_in_both_directions() {
    let mut list = [flavor("a", 8, 1), flavor("b", 8, 3), flavor("c", 4, 2)];
    list[0].rxtx_factor = None;
    list[1].rxtx_factor = Some(0.5);
    list[2].swap = 512;
    let check = |query: &str, expect: &str| {
        let names = shown(&list, &listing(query)).concat();
        assert_eq!(names, expect, "{query}");
    };
    check("sort=rxtx&dir=asc", "bca");
    check("sort=rxtx&dir=desc", "cba");
    check("sort=swap&dir=asc", "cab");
    check("sort=swap&dir=desc", "cab");
    check("sort=ephemeral&dir=desc", "abc");
}

#[test]
fn how_the_cloud_took_a_bound() {
    let all = [flavor("a", 2048, 20), flavor("b", 4096, 40), flavor("c", 8192, 20)];
    let check = |which, disk, ram, answer: &[Flavor], known: bool, expect| {
        let query = FlavorQuery { min_disk_gb: disk, min_ram_mb: ram };
        let told = meaning(which, &query, answer, known.then_some(&all));
        assert_eq!(told, expect, "{which:?} {query:?} {known}");
    };
    check(Bound::Disk, None, Some(1), &all, true, None);
    check(Bound::Disk, Some(20), None, &all, true, Some(Meaning::AtLeast));
    check(Bound::Disk, Some(20), None, &all, false, Some(Meaning::AtLeast));
    check(Bound::Disk, Some(20), None, &all[1..2], true, Some(Meaning::MoreThan));
    check(Bound::Disk, Some(20), None, &all[1..2], false, Some(Meaning::Untold));
    check(Bound::Disk, Some(30), None, &all[1..2], true, Some(Meaning::Same));
    // "c" would be above the RAM minimum; "a" may be missing because of it.
    check(Bound::Disk, Some(20), Some(4096), &all[1..2], true, Some(Meaning::MoreThan));
    check(Bound::Disk, Some(20), Some(9000), &[], true, Some(Meaning::Untold));
    check(Bound::Ram, None, Some(4096), &all[1..], true, Some(Meaning::AtLeast));
    check(Bound::Ram, None, Some(4096), &all[2..], true, Some(Meaning::MoreThan));
}

proptest! {
    #[test]
    fn the_address_says_what_is_shown(search in "\\PC{0,12}", min_disk in "\\PC{0,6}", column in "[a-z]{1,6}", descending: bool) {
        let mut shown = listing("");
        shown.search = search;
        shown.pick("disk", &min_disk);
        shown.order = Some(Order { column, descending });
        prop_assert_eq!(listing(&shown.to_query()), shown);
    }

    /// Whatever a cloud means by its minimums, the result is never the opposite.
    #[test]
    fn never_tells_the_wrong_meaning(sizes in prop::collection::vec((0u64..6, 0u64..6), 0..8), disk in 0u64..6, ram in prop::option::of(0u64..6), strict: bool) {
        let all: Vec<_> = sizes.iter().enumerate().map(|(at, (ram, disk))| flavor(&at.to_string(), *ram, *disk)).collect();
        let query = FlavorQuery { min_disk_gb: Some(disk), min_ram_mb: ram };
        let fits = |size: u64, least: u64| if strict { size > least } else { size >= least };
        let kept = |flavor: &&Flavor| fits(flavor.disk_gb, disk) && ram.is_none_or(|least| fits(flavor.ram_mb, least));
        let answer: Vec<_> = all.iter().filter(kept).cloned().collect();
        let wrong = if strict { Meaning::AtLeast } else { Meaning::MoreThan };
        prop_assert_ne!(meaning(Bound::Disk, &query, &answer, Some(&all)), Some(wrong));
    }
}
