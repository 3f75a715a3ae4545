//! Row S17: how a full or short answer is merged into what is known, with recorded answers of a real Nova and random ones.

mod support;

use cloud::calls::servers;
use cloud::wire::{Fault, Server, Told};
use cloud::{Reply, Status, Timestamp};
use proptest::prelude::*;
use support::rows;
use sync::{Source, absorb};

fn recorded(file: &str) -> Server {
    let path = format!("{}/../../tests/fixtures/openstack/{file}", env!("CARGO_MANIFEST_DIR"));
    let body = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    servers::get(&"any".into()).finish(&Reply { status: 200, headers: Vec::new(), body }).expect("a server")
}

#[test]
fn a_recorded_rename_changes_the_name_and_wipes_nothing() {
    let known = recorded("048-GET-servers-id-active.json");
    let answer = recorded("065-PUT-servers-id-rename.json");
    let merged = absorb(&known, answer.clone(), Source::Short);
    assert_eq!((merged.name.as_str(), merged.updated), ("verify-1-renamed", answer.updated));
    let expected = Server { name: merged.name.clone(), updated: merged.updated, ..known };
    assert_eq!(merged, expected, "addresses keep type and MAC, and every other field its value");
}

#[test]
fn a_recorded_full_answer_replaces_what_it_says() {
    let newer = recorded("070-GET-servers-id-shutoff.json");
    let merged = absorb(&recorded("048-GET-servers-id-active.json"), newer.clone(), Source::Full);
    assert_eq!(merged, newer);
    assert_eq!((merged.status, merged.progress), (Status::Shutoff, None), "progress is gone when no longer told");
}

#[test]
fn a_fault_goes_when_a_full_answer_has_none() {
    let error = recorded("137-GET-servers-id-ERROR.json");
    let fault = error.fault.clone();
    assert!(fault.is_some());
    let renamed = Server { status: error.status.clone(), fault: None, task_state: Told::Unsaid, ..error.clone() };
    let merged = absorb(&error, renamed, Source::Short);
    assert_eq!(merged.fault, fault, "a short answer says nothing of faults");
    let merged = absorb(&merged, recorded("048-GET-servers-id-active.json"), Source::Full);
    assert_eq!(merged.fault, None);
}

/// Bug: until the next full answer, a renamed instance had lost the mark of its floating address and a status that the short
/// answer does not contain.
#[test]
fn a_rename_keeps_what_kind_an_address_is() {
    let mut known = rows::row("a", 1);
    let mut floating = rows::address("203.0.113.9");
    (floating.floating, floating.mac) = (true, Some("fa:16:3e:00:00:01".into()));
    known.addresses = Told::Said(vec![rows::address("10.0.0.1"), floating]);
    let mut answer = rows::short(&known);
    answer.status = Status::Other(String::new());
    answer.addresses = Told::Said(vec![rows::address("203.0.113.9"), rows::address("10.0.0.7")]);
    let merged = absorb(&known, answer, Source::Short);
    let kinds: Vec<_> = merged.addresses.said().into_iter().flatten().map(|one| (&*one.addr, one.floating)).collect();
    assert_eq!(kinds, [("203.0.113.9", true), ("10.0.0.7", false)]);
    assert_eq!(merged.status, known.status);
}

fn optional<T: Clone + std::fmt::Debug + 'static>(value: T) -> impl Strategy<Value = Told<T>> {
    prop_oneof![Just(Told::Unsaid), Just(Told::Said(value))]
}

prop_compose! {
    /// An answer with any subset of the fields.
    fn partial()(
        task in optional(None), vm in optional("stopped".to_owned()), key in optional(None), zone in optional(Some("z2".into())),
        groups in optional(vec!["web".to_owned()]), addresses in optional(vec![rows::address("10.0.0.2")]),
        image in optional(None), volumes in optional(Vec::new()), power in optional(4), protect in optional(true),
        progress in prop::option::of(0i64..100), updated in prop::option::of(0i64..9).prop_map(|ms| ms.map(Timestamp)),
    ) -> Server {
        Server {
            task_state: task, vm_state: vm, key_name: key, zone, security_groups: groups, addresses, image, volumes,
            power_state: power, protect, progress, updated, ..rows::row("a", 1)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// A known value stays unless the answer has another one.
    #[test]
    fn a_short_answer_never_wipes_known_fields(answer in partial()) {
        let mut known = rows::row("a", 1);
        known.protect = Told::Said(false);
        let merged = absorb(&known, answer.clone(), Source::Short);
        macro_rules! each { ($($field:ident),*) => {$(
            let expected = match &answer.$field {
                Told::Unsaid => known.$field.clone(),
                said => said.clone(),
            };
            prop_assert_eq!(&merged.$field, &expected, "{}", stringify!($field));
        )*} }
        each!(task_state, vm_state, power_state, key_name, zone, security_groups, addresses, image, volumes, protect);
        prop_assert_eq!(merged.progress, answer.progress.or(known.progress));
        prop_assert_eq!(merged.updated, answer.updated.or(known.updated));
    }
}

#[test]
fn a_full_answer_ends_what_only_held_for_a_while() {
    let mut known = rows::row("a", 1);
    known.fault = Some(Fault { code: None, message: "no".into(), created: None });
    let mut full = rows::row("a", 1);
    full.progress = None;
    full.addresses = Told::Said(Vec::new());
    full.security_groups = Told::Unsaid;
    let merged = absorb(&known, full, Source::Full);
    assert_eq!((merged.fault, merged.progress, merged.security_groups), (None, None, Told::Unsaid));
}
