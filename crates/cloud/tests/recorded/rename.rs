//! Row S17 on recorded answers: what the short answer to a rename does not say survives it.

use cloud::Status;
use cloud::calls::servers;
use cloud::wire::Server;

use crate::fixture::Recorded;

fn server(file: &str) -> Server {
    let recorded = Recorded::load(file);
    servers::get(&"c3fca570-cc44-4d18-ac0f-e2da494dca0b".into()).finish(&recorded.reply()).expect("a server")
}

#[test]
fn a_rename_changes_the_name_and_wipes_nothing() {
    let known = server("048-GET-servers-id-active.json");
    let answer = server("065-PUT-servers-id-rename.json");
    assert_ne!(answer, known, "the answer is short");
    let mut merged = known.clone();
    merged.absorb(answer.clone());
    assert_eq!((merged.name.as_str(), merged.updated), ("verify-1-renamed", answer.updated));
    let expected = Server { name: merged.name.clone(), updated: merged.updated, ..known };
    assert_eq!(merged, expected, "addresses keep type and MAC, and every other field its value");
}

#[test]
fn a_full_answer_replaces_what_it_says() {
    let mut merged = server("048-GET-servers-id-active.json");
    let newer = server("070-GET-servers-id-shutoff.json");
    merged.absorb(newer.clone());
    assert_eq!(merged, newer);
    assert_eq!(
        (merged.status, merged.progress),
        (Status::Shutoff, None),
        "progress is gone when the cloud stops telling"
    );
}

#[test]
fn a_fault_goes_when_a_full_answer_has_none() {
    let error = server("137-GET-servers-id-ERROR.json");
    let fault = error.fault.clone();
    let mut merged = server("048-GET-servers-id-active.json");
    merged.absorb(error);
    assert_eq!(merged.fault, fault);
    merged.absorb(server("065-PUT-servers-id-rename.json"));
    assert_eq!(merged.fault, fault, "a short answer says nothing of faults");
    merged.absorb(server("048-GET-servers-id-active.json"));
    assert_eq!(merged.fault, None);
}
