use proptest::prelude::*;

use super::*;
use crate::FailureKind;
use crate::calls::network::{self, NetworkDialect};
use crate::floating::samples::{failure, floating, port};

fn begin(from: AddressFrom, taken: &[FloatingIp], fresh: bool) -> Attach {
    let (state, step) = Attach::begin("s".into(), from, Known { taken: taken.to_vec(), subnets: Vec::new() }, fresh);
    assert_eq!(step, Step::FindPorts("s".into()));
    state
}

fn of_pool(fresh: bool) -> Attach {
    begin(AddressFrom::Pool("pool".into()), &[], fresh)
}

fn give(ip: &str, port: &str, fixed: Option<&str>) -> Step {
    Step::Give { ip: ip.into(), port: port.into(), fixed: fixed.map(str::to_owned) }
}

fn ports(all: &[Port]) -> Event {
    Event::Ports(Ok(all.to_vec()))
}

fn broken(failure: &Failure, orphan: Option<FloatingIp>, unsure: bool) -> Step {
    Step::Broken { failure: failure.clone(), orphan, unsure }
}

#[test]
fn a_new_address_for_the_only_port() {
    let mut state = of_pool(false);
    assert_eq!(state.next(ports(&[port("p", &["10.0.0.4"])])), Step::Make("pool".into()));
    assert_eq!(state.next(Event::Made(Ok(floating("f", None)))), give("f", "p", None));
    let given = floating("f", Some(("p", None)));
    assert_eq!(state.next(Event::Given(Ok(given.clone()))), Step::Done(given));
}

#[test]
fn an_address_of_the_project_is_not_made_and_never_deleted() {
    let own = floating("own", None);
    let mut state = begin(AddressFrom::Own(own), &[], false);
    assert_eq!(state.next(ports(&[port("p", &["10.0.0.4", "2001:db8::4"])])), give("own", "p", None));
    let refused = failure(FailureKind::Forbidden, "no");
    assert_eq!(state.next(Event::Given(Err(refused.clone()))), broken(&refused, None, false));
    assert_eq!(state.next(Event::Undo), Step::Undone(Some(refused)));
}

#[test]
fn which_address_it_goes_to() {
    let check = |all: &[Port], taken: &[FloatingIp], expect: &[(&str, &str, bool)]| {
        let mut state = begin(AddressFrom::Pool("pool".into()), taken, false);
        let step = state.next(ports(all));
        let of = |&(port, address, ambiguous): &(&str, &str, bool)| Candidate {
            port: port.into(),
            subnet: "subnet".into(),
            address: address.to_owned(),
            ambiguous,
        };
        let expect: Vec<_> = expect.iter().map(of).collect();
        match expect.as_slice() {
            [] => assert_eq!(step, Step::NoPort),
            [_] => assert_eq!(step, Step::Make("pool".into())),
            _ => assert_eq!(step, Step::Choose(expect)),
        }
    };
    let two = [port("p", &["10.0.0.4"]), port("q", &["10.1.0.4"])];
    check(&[], &[], &[]);
    check(&[port("p", &["2001:db8::4"])], &[], &[]);
    check(&two, &[], &[("p", "10.0.0.4", false), ("q", "10.1.0.4", false)]);
    check(&two, &[floating("f", Some(("p", Some("10.0.0.4"))))], &[("q", "10.1.0.4", false)]);
    check(&two, &[floating("f", Some(("p", None))), floating("g", Some(("q", None)))], &[]);
    let both = [port("p", &["10.0.0.4", "10.0.0.5"])];
    check(&both, &[], &[("p", "10.0.0.4", true), ("p", "10.0.0.5", true)]);
    let mut state =
        begin(AddressFrom::Own(floating("own", None)), &[floating("f", Some(("p", Some("10.0.0.4"))))], false);
    assert_eq!(state.next(ports(&both)), give("own", "p", Some("10.0.0.5")), "the request says which one");
}

#[test]
fn a_subnet_without_a_way_out_is_not_tried() {
    let check = |table: &str, expect: Step| {
        let body = format!(r#"{{"vpcsubnets": [{{"id": "subnet", "cidr": "10.0.0.0/24"{table}}}]}}"#);
        let reply = crate::Reply { status: 200, body, ..crate::Reply::default() };
        let subnets = network::subnets(NetworkDialect::Nhn).finish(&reply).expect("subnets");
        let known = Known { taken: Vec::new(), subnets: subnets.rows };
        let (mut state, _) = Attach::begin("s".into(), AddressFrom::Pool("pool".into()), known, true);
        assert_eq!(state.next(ports(&[port("p", &["10.0.0.4"])])), expect, "{table}");
    };
    let make = || Step::Make("pool".into());
    check("", make());
    check(r#", "routingtable": {"gateway_id": "g"}"#, make());
    check(r#", "routingtable": {"gateway_id": null}"#, Step::NoRoute);
    check(r#", "routingtable": {}"#, Step::NoRoute);
}

#[test]
fn a_choice_is_followed() {
    let mut state = of_pool(false);
    let Step::Choose(all) = state.next(ports(&[port("p", &["10.0.0.4"]), port("q", &["10.1.0.4"])])) else {
        panic!("two ports are a choice")
    };
    assert_eq!(state.next(Event::Chosen(all[1].clone())), Step::Make("pool".into()));
    assert_eq!(state.next(Event::Made(Ok(floating("f", None)))), give("f", "q", None));
}

/// The pauses before the first other step.
fn waits(state: &mut Attach, mut answer: impl FnMut() -> Event) -> (Vec<u32>, Step) {
    let mut all = Vec::new();
    loop {
        match state.next(answer()) {
            Step::Wait(pause) => all.push(pause),
            step => return (all, step),
        }
        state.next(Event::Waited);
    }
}

#[test]
fn a_new_instance_is_waited_for_and_the_waiting_ends() {
    let late = failure(FailureKind::NotFound, "Port p could not be found.");
    let mut state = of_pool(true);
    state.next(ports(&[port("p", &["10.0.0.4"])]));
    state.next(Event::Made(Ok(floating("f", None))));
    let (pauses, step) = waits(&mut state, || Event::Given(Err(late.clone())));
    assert_eq!(pauses, PAUSES_MS);
    assert_eq!(step, broken(&late, Some(floating("f", None)), false));
    assert_eq!(state.next(Event::Again), give("f", "p", None), "it goes on with the address it has");
    assert!(matches!(state.next(Event::Given(Err(late))), Step::Wait(_)));
    assert_eq!(state.next(Event::Waited), give("f", "p", None));

    let mut state = of_pool(true);
    let (pauses, step) = waits(&mut state, || ports(&[]));
    assert_eq!((pauses.as_slice(), step), (&PAUSES_MS[..], Step::NoPort));
    let mut state = of_pool(true);
    assert!(matches!(state.next(ports(&[port("p", &[])])), Step::Wait(_)), "a port without its address yet");
    assert_eq!(state.next(Event::Waited), Step::FindPorts("s".into()));
}

#[test]
fn what_is_not_waited_for() {
    let check = |fresh: bool, kind: FailureKind, message: &str, unsure: bool| {
        let mut state = of_pool(fresh);
        state.next(ports(&[port("p", &["10.0.0.4"])]));
        state.next(Event::Made(Ok(floating("f", None))));
        let refused = failure(kind, message);
        let step = state.next(Event::Given(Err(refused.clone())));
        assert_eq!(step, broken(&refused, Some(floating("f", None)), unsure), "{message}");
    };
    check(false, FailureKind::NotFound, "External network is not reachable from subnet", false);
    check(false, FailureKind::Conflict, "busy", false);
    check(true, FailureKind::Conflict, "as that fixed IP already has a floating IP on external network", false);
    check(true, FailureKind::Forbidden, "no", false);
    check(true, FailureKind::QuotaExceeded, "no", false);
    check(true, FailureKind::Timeout, "", true);
}

#[test]
fn undone_by_giving_back_what_was_made() {
    let refused = failure(FailureKind::Invalid, "no");
    let mut state = of_pool(false);
    state.next(ports(&[port("p", &["10.0.0.4"])]));
    state.next(Event::Made(Ok(floating("f", None))));
    state.next(Event::Given(Err(refused.clone())));
    assert_eq!(state.next(Event::Undo), Step::Delete("f".into()));
    let stuck = failure(FailureKind::Server, "later");
    assert_eq!(state.next(Event::Deleted(Err(stuck.clone()))), broken(&stuck, Some(floating("f", None)), true));
    assert_eq!(state.next(Event::Undo), Step::Delete("f".into()));
    assert_eq!(state.next(Event::Deleted(Err(failure(FailureKind::NotFound, "gone")))), Step::Undone(Some(stuck)));
}

#[test]
fn a_lost_answer_to_the_making_is_said() {
    let check = |kind: FailureKind, unsure: bool| {
        let mut state = of_pool(true);
        state.next(ports(&[port("p", &["10.0.0.4"])]));
        let failure = failure(kind, "");
        assert_eq!(state.next(Event::Made(Err(failure.clone()))), broken(&failure, None, unsure));
    };
    check(FailureKind::Timeout, true);
    check(FailureKind::Network, true);
    check(FailureKind::QuotaExceeded, false);
    check(FailureKind::Conflict, false);
}

fn any_answer() -> impl Strategy<Value = u8> {
    0u8..6
}

proptest! {
    /// Whatever the cloud answers, it ends, allocates at most one address, and reports it if it is left over.
    #[test]
    fn it_always_ends_and_loses_nothing(answers in prop::collection::vec(any_answer(), 0..60), fresh: bool) {
        let mut answers = answers.into_iter();
        let mut state = of_pool(fresh);
        let (mut step, mut made, mut steps) = (Step::FindPorts("s".into()), 0, 0);
        let refusal = |kind: u8| match kind {
            1 | 2 => failure(FailureKind::NotFound, ""),
            3 => failure(FailureKind::Conflict, ""),
            4 => failure(FailureKind::Timeout, ""),
            _ => failure(FailureKind::Forbidden, ""),
        };
        loop {
            steps += 1;
            prop_assert!(steps < 40, "{step:?}");
            let answer = answers.next().unwrap_or_default();
            let event = match &step {
                Step::FindPorts(_) if answer == 0 => ports(&[port("p", &["10.0.0.4"])]),
                Step::FindPorts(_) if answer == 1 => ports(&[]),
                Step::FindPorts(_) => Event::Ports(Err(refusal(answer))),
                Step::Choose(all) => Event::Chosen(all[0].clone()),
                Step::Make(_) if answer < 3 => {
                    made += 1;
                    Event::Made(Ok(floating("f", None)))
                }
                Step::Make(_) => Event::Made(Err(refusal(answer))),
                Step::Give { .. } if answer == 0 => Event::Given(Ok(floating("f", Some(("p", None))))),
                Step::Give { .. } => Event::Given(Err(refusal(answer))),
                Step::Wait(_) => Event::Waited,
                Step::Done(ip) => {
                    prop_assert_eq!((ip.port.is_some(), made), (true, 1));
                    break;
                }
                Step::Broken { orphan, .. } => {
                    prop_assert_eq!(orphan.is_some(), made == 1);
                    break;
                }
                Step::NoPort | Step::NoRoute => {
                    prop_assert_eq!(made, 0);
                    break;
                }
                Step::Delete(_) | Step::Undone(_) => panic!("nobody asked for it"),
            };
            step = state.next(event);
        }
        prop_assert!(made <= 1);
    }
}
