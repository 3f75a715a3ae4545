use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::calls::servers;
use crate::catalog::Service;
use crate::config::RuleSet;
use crate::create::samples::{World, draft};
use crate::create::{Context, Draft, Field, Problem, pairs_of, validate};
use crate::exchange::{Reply, Request};

const MARK: &str = "00ff102030405060708090a0b0c0d0e0";

fn marked(metadata: &[(&str, &str)]) -> Draft {
    let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Draft { marked: true, nonce: MARK.to_owned(), metadata, ..draft() }
}

#[test]
fn each_create_carries_a_visible_switchable_nonce_in_its_metadata() {
    let sent = |draft: &Draft| {
        let request = validate(draft, &World::new(RuleSet::Nhn).context()).expect("a draft without problems");
        let body: Value = serde_json::from_str(&request.to_json().write()).expect("JSON");
        (body["server"]["metadata"].clone(), request.nonce().map(str::to_owned))
    };
    let on = Some(MARK.to_owned());
    assert_eq!(sent(&marked(&[])), (json!({ "maru-create": MARK }), on.clone()));
    assert_eq!(sent(&marked(&[("role", "web")])), (json!({ "maru-create": MARK, "role": "web" }), on));
    assert_eq!(sent(&Draft { marked: false, ..marked(&[]) }), (Value::Null, None));
}

#[test]
fn the_nonce_counts_among_the_pairs_of_metadata() {
    let check = |draft: &Draft, max: Option<u64>, used: u64, problem: Option<Problem>| {
        let world = World::new(RuleSet::Nhn);
        let context = Context { pairs_max: max, ..world.context() };
        assert_eq!(pairs_of(draft, &context), max.map(|max| (used, max)));
        let found = validate(draft, &context).err().and_then(|errors| errors.into_iter().next());
        assert_eq!(found.map(|error| (error.field, error.problem)), problem.map(|problem| (Field::Mark, problem)));
    };
    let (none, two) = (marked(&[]), marked(&[("a", "1"), ("", ""), ("b", "2")]));
    check(&two, Some(3), 3, None);
    check(&two, Some(2), 3, Some(Problem::TooManyPairs { max: 2, is: 3 }));
    check(&Draft { marked: false, ..two.clone() }, Some(2), 2, None);
    check(&none, Some(0), 1, Some(Problem::TooManyPairs { max: 0, is: 1 }));
    check(&two, None, 0, None);
}

#[test]
fn a_key_of_the_persons_own_does_not_take_the_place_of_the_nonce() {
    let world = World::new(RuleSet::Nhn);
    let errors = validate(&marked(&[(NONCE_KEY, "mine")]), &world.context()).expect_err("twice");
    assert_eq!(
        errors.first().map(|error| (error.field, &error.problem)),
        Some((Field::MetadataKey(0), &Problem::Twice))
    );
    let own = Draft { marked: false, ..marked(&[(NONCE_KEY, "mine")]) };
    assert_eq!(validate(&own, &world.context()).expect("no problems").nonce(), Some("mine"));
}

#[test]
fn which_answers_to_a_create_count_as_lost() {
    let request = Request::post(Service::Compute, "/servers", &Json::Nothing);
    let check = |status: u16, body: &str, lost: bool| {
        let reply = Reply { status, body: body.to_owned(), ..Reply::default() };
        let call = crate::exchange::Call { request: request.clone(), read: |reply| parse(&reply.body).map(drop) };
        let failure = call.finish(&reply).expect_err("a failure");
        assert_eq!(answer_lost(&failure), lost, "{status} {body}");
    };
    let html = "<html><body><h1>Bad Gateway</h1></body></html>";
    let fault = r#"{"computeFault": {"code": 500, "message": "Unexpected API Error."}}"#;
    for (status, body, lost) in [
        (502, html, true),
        (504, "", true),
        (500, html, true),
        (503, html, true),
        (500, fault, false),
        (503, r#"{"message": "try later"}"#, false),
        (502, fault, true),
        (408, "", true),
        (202, r#"{"server": {"id": "#, true),
        (200, html, true),
        (200, r#"{"header": {"isSuccessful": false, "resultMessage": "no"}}"#, false),
        (502, r#"{"maru": {"code": "unreachable", "message": "m"}}"#, true),
        (504, r#"{"maru": {"code": "timeout", "message": "m"}}"#, true),
        (403, r#"{"maru": {"code": "not-allowed", "message": "m"}}"#, false),
        (429, html, false),
        (401, "", false),
        (403, html, false),
        (400, fault, false),
        (409, fault, false),
    ] {
        check(status, body, lost);
    }
    for (kind, lost) in [
        (FailureKind::Network, true),
        (FailureKind::Timeout, true),
        (FailureKind::BrokenOff, true),
        (FailureKind::Redirected, false),
        (FailureKind::BadName, false),
        (FailureKind::ReadOnly, false),
        (FailureKind::Unauthenticated, false),
    ] {
        assert_eq!(answer_lost(&Failure::no_reply(&request, kind.clone(), String::new())), lost, "{kind:?}");
    }
    let read = Request::get(Service::Compute, "/servers/detail");
    assert!(!answer_lost(&Failure::no_reply(&read, FailureKind::Network, String::new())));
}

#[test]
fn it_is_looked_for_by_name_page_by_page_and_known_by_its_mark() {
    let path = |after: Option<&str>| servers::list(&look_for("web.1", after.map(ServerId::from))).request.path;
    assert_eq!(path(None), r"/servers/detail?limit=200&name=web%5C.1");
    assert_eq!(path(Some("b")), r"/servers/detail?limit=200&marker=b&name=web%5C.1");
    for (rows, has_next, more) in [(0, true, false), (3, false, false), (3, true, true), (200, false, true)] {
        assert_eq!(more_follows(rows, has_next), more, "{rows} {has_next}");
    }
    let body = format!(
        r#"{{"servers": [{{"id": "a", "metadata": {{"maru-create": "{MARK}"}}}}, {{"id": "b", "metadata": {{}}}}, {{"id": "c"}},
            {{"id": "d", "metadata": {{"maru-create": "another"}}}}]}}"#
    );
    let reply = Reply { status: 200, body, ..Reply::default() };
    let page = servers::list(&look_for("web", None)).finish(&reply).expect("a page");
    let found: Vec<&str> = page.servers.iter().filter(|one| carries(one, MARK)).map(|one| one.id.as_str()).collect();
    assert_eq!(found, ["a"]);
}

proptest! {
    #[test]
    fn two_marks_are_equal_only_for_equal_bytes(one: [u8; 16], other: [u8; 16]) {
        prop_assert_eq!(nonce(one).len(), 32);
        prop_assert_eq!(nonce(one) == nonce(other), one == other);
    }

    #[test]
    fn any_failure_is_judged(status: u16, body in ".*") {
        let request = Request::post(Service::Compute, "/servers", &Json::Nothing);
        let failure = Failure::from_reply(&request, &Reply { status, body, ..Reply::default() });
        // After a refusal that the person can fix nothing is looked for.
        prop_assert!(!(answer_lost(&failure) && (400..500).contains(&status) && status != 408));
    }
}
