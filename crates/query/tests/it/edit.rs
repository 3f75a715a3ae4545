//! What filter buttons and clicks on values do to a text.

use proptest::prelude::*;
use query::{Op, Query, Term, edit};

use crate::parse::{any_term, any_text};
use crate::rows::FIELDS;

fn term(text: &str) -> Term {
    Query::parse(text).terms.first().expect("a term").term.clone()
}

#[test]
fn set() {
    let check = |text: &str, new: &str, expect: &str| assert_eq!(edit::set(text, FIELDS, &term(new)), expect, "{text}");
    check("", "zone=kr-a", "zone=kr-a");
    check("web  db", "zone=kr-a", "web db zone=kr-a");
    check("web zone:a db zone:b", "zone=kr-a", "web zone=kr-a db");
    check("-zone:a", "zone=kr-a", "-zone:a zone=kr-a");
    check("-zone:a x", "-zone:b", "-zone:b x");
    check("address:10.0.0.1 x", "ip:10.0.0.2", "ip:10.0.0.2 x");
    check("meta.Role:a meta.team:b", "meta.role=c", "meta.role=c meta.team:b");
    check("color:red", "color:blue", "color:blue");
    check("web \"open", "zone=kr-a", "web open zone=kr-a");
    check("web \"open end", "zone=kr-a", "web \"open end\" zone=kr-a");
    check("Web ZONE:\"x\"  \"a b\"", "status:error", "Web ZONE:\"x\" \"a b\" status:error");
}

#[test]
fn remove() {
    let check = |text: &str, name: &str, expect: &str| assert_eq!(edit::remove(text, FIELDS, name), expect, "{text}");
    check("web zone:a -zone:b db", "zone", "web db");
    check("address:10.0.0.1", "ip", "");
    check("zone", "zone", "zone");
    check("meta.role:a meta.team:b", "meta.role", "meta.team:b");
    check("zone: web", "zone", "web");
}

#[test]
fn toggle() {
    let check = |text: &str, new: &str, expect: &str, back: &str| {
        let once = edit::toggle(text, FIELDS, &term(new));
        assert_eq!(once, expect, "{text}");
        assert_eq!(edit::toggle(&once, FIELDS, &term(new)), back, "{text}");
    };
    check("", "status:error", "status:error", "");
    check("web", "status:error", "web status:error", "web");
    check("status:running web", "status:error", "status:running,error web", "status:running web");
    check("status:Error,running", "status:error", "status:running", "status:running,error");
    check("-status:error", "status:error", "-status:error status:error", "-status:error");
    check("-status:error", "-status:running", "-status:error,running", "-status:error");
    check("vcpus>2", "vcpus:4", "vcpus>2 vcpus:4", "vcpus>2");
    check("image:x", "image=\"Ubuntu Server\"", "image:x,\"Ubuntu Server\"", "image:x");
    check("status:a status:b", "status:c", "status:a,c status:b", "status:a status:b");
    check("status:", "status:c", "status:c", "");
}

#[test]
fn chosen() {
    let check = |text: &str, name: &str, expect: &[&str]| {
        assert_eq!(edit::chosen(&Query::parse(text), FIELDS, name), expect, "{text}");
    };
    check("status:Error,running -status:changing status=x", "status", &["error", "running", "x"]);
    check("address:10.0.0.1 10.0.0.2", "ip", &["10.0.0.1"]);
    check("vcpus>2 vcpus:4 vcpus:8*", "vcpus", &["4"]);
    check("meta.role:a meta.team:b", "meta.team", &["b"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..Default::default() })]

    #[test]
    fn what_is_set_is_there_and_what_is_removed_is_not(text in any_text(), term in any_term()) {
        let name = term.field.clone().unwrap_or_else(|| "zone".to_owned());
        let term = Term { field: Some(name.clone()), ..term };
        let with = Query::parse(&edit::set(&text, FIELDS, &term));
        prop_assert_eq!(with.terms.iter().filter(|placed| placed.term == term).count(), 1);
        let without = Query::parse(&edit::remove(&text, FIELDS, &name));
        prop_assert!(without.terms.iter().all(|placed| placed.term.field.as_ref() != Some(&name)));
        // Other terms stay.
        let others = |query: &Query| query.terms.iter().filter(|placed| placed.term.field.is_none()).count();
        prop_assert_eq!(others(&with), others(&Query::parse(&text)));
    }

    #[test]
    fn what_is_toggled_is_chosen_or_not(text in any_text(), value in "\\PC{1,5}") {
        let term = Term::field("zone", Op::Equals, &value);
        let is_chosen = |text: &str| edit::chosen(&Query::parse(text), FIELDS, "zone").contains(&query::fold(&value));
        let once = edit::toggle(&text, FIELDS, &term);
        prop_assert_eq!(is_chosen(&once), !is_chosen(&text), "{}", once);
        prop_assert_eq!(is_chosen(&edit::toggle(&once, FIELDS, &term)), is_chosen(&text));
    }
}
