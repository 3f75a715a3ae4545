use cloud::FlavorId;
use proptest::prelude::*;

use super::*;

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
    let filter = Filter { min_disk: "20".into(), min_ram: "a lot".into(), ..Filter::default() };
    assert_eq!(filter.ask(), FlavorQuery { min_disk_gb: Some(20), min_ram_mb: None });
}

#[test]
fn search_looks_at_name_id_and_specs() {
    let list = [flavor("m2.c1m2", 2048, 0), flavor("u2.c2m4", 4096, 20)];
    let check = |search: &str, expect: &[&str]| {
        let filter = Filter { search: search.to_owned(), ..Filter::default() };
        let names: Vec<_> = filter.apply(&list).iter().map(|flavor| flavor.name.as_str()).collect();
        assert_eq!(names, expect, "{search:?}");
    };
    check("", &["m2.c1m2", "u2.c2m4"]);
    check("U2", &["u2.c2m4"]);
    check("id-m2", &["m2.c1m2"]);
    check("ssd hw:kind c2", &["u2.c2m4"]);
    check("ssd none", &[]);
}

#[test]
fn order_is_natural_and_ties_keep_their_order_both_ways() {
    let list = [flavor("m2.c10", 8, 1), flavor("m2.c2", 8, 3), flavor("m2.c1", 4, 2)];
    let check = |column, descending, expect: [&str; 3]| {
        let filter = Filter { column, descending, ..Filter::default() };
        let names: Vec<_> = filter.apply(&list).iter().map(|flavor| flavor.name.as_str()).collect();
        assert_eq!(names, expect, "{column:?} {descending}");
    };
    check(Column::Name, false, ["m2.c1", "m2.c2", "m2.c10"]);
    check(Column::Name, true, ["m2.c10", "m2.c2", "m2.c1"]);
    check(Column::Ram, false, ["m2.c1", "m2.c2", "m2.c10"]);
    check(Column::Ram, true, ["m2.c2", "m2.c10", "m2.c1"]);
    check(Column::Disk, false, ["m2.c10", "m2.c1", "m2.c2"]);
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
    // "c" would be above the RAM bound; "a" alone may be missing because of it.
    check(Bound::Disk, Some(20), Some(4096), &all[1..2], true, Some(Meaning::MoreThan));
    check(Bound::Disk, Some(20), Some(9000), &[], true, Some(Meaning::Untold));
    check(Bound::Ram, None, Some(4096), &all[1..], true, Some(Meaning::AtLeast));
    check(Bound::Ram, None, Some(4096), &all[2..], true, Some(Meaning::MoreThan));
}

proptest! {
    #[test]
    fn the_address_says_what_is_shown(search in "\\PC{0,12}", min_disk in "\\PC{0,6}", at in 0usize..9, descending: bool) {
        let column = COLUMNS[at].0;
        let filter = Filter { search, min_disk, min_ram: String::new(), column, descending };
        prop_assert_eq!(Filter::of_query(&filter.to_query()), filter);
    }

    /// Whatever a cloud means by its bounds, what is told of it is never the other.
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
