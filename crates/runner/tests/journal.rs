//! A run that is stored and read again.

mod support;

use cloud::FailureKind;
use cloud::actions::Action;
use cloud::json::parse;
use runner::record::{Head, KEEP_MAX, KEEP_MS, surplus};
use runner::{
    Attempt, Doubt, Effect, End, Event, Group, ItemNo, Operation, Options, Phase, Progress, Reason, Run, Skip,
};
use support::{failure, plan, row, run, scope};
use sync::Millis;

/// Stores and reads.
fn again(run: &Run) -> Run {
    Run::from_json(&run.to_json(), Millis(77)).expect("readable")
}

#[test]
fn every_operation_and_option_is_kept() {
    let group = || Group { name: "웹 \"1\"".into(), sent: "g-1".into() };
    let mut all = vec![
        Operation::AddGroup(group()),
        Operation::RemoveGroup(group()),
        Operation::Resize("f".into()),
        Operation::CreateImage { date: "2026-11-30".into() },
        Operation::SetMetadata { key: "k".into(), value: String::new() },
        Operation::RemoveMetadata { key: "k".into() },
    ];
    all.extend(Action::ALL.iter().copied().map(Operation::Plain).filter(Operation::is_possible));
    assert!(all.len() > 20);
    let options = Options { at_once: 2, rolling: true, stop_after: Some(3), pause_ms: 500 };
    for operation in all {
        let before = run(operation.clone(), 2, options);
        let read = again(&before);
        assert_eq!((read.operation(), read.options(), read.began()), (&operation, options, before.began()));
        assert_eq!(read.items().len(), 2);
    }
}

#[test]
fn how_items_ended_is_kept() {
    let rows = [
        row("0", "ACTIVE", ""),
        row("1", "SHUTOFF", ""),
        row("2", "ACTIVE", r#""OS-EXT-STS:task_state": "rebooting""#),
        row("3", "ACTIVE", r#""locked": true"#),
        row("4", "DELETED", ""),
        row("5", "ERROR", r#""OS-SRV-USG:launched_at": null"#),
        row("6", "ACTIVE", ""),
        row("7", "ACTIVE", ""),
        row("8", "SOFT_DELETED", ""),
    ];
    let selection: Vec<_> = rows.iter().map(|row| (scope(0), row.clone())).collect();
    let plan = plan(Operation::Plain(Action::Stop), &selection);
    let mut run = Run::new("r".into(), &plan, Options::default(), Millis(1_000), cloud::Timestamp(5));
    run.step(Millis(1_000), Event::Tick);
    let quota = Err(failure(FailureKind::QuotaExceeded, 403, "quota exceeded"));
    run.step(Millis(1_100), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: quota });
    run.step(Millis(1_100), Event::Answered { item: ItemNo(6), attempt: Attempt(2), answer: Ok(None) });
    let gone = Event::Gone { scope: scope(0), asked: Millis(1_200), ids: vec!["6".into()] };
    run.step(Millis(1_200), gone);
    run.step(Millis(1_300), Event::Answered { item: ItemNo(7), attempt: Attempt(3), answer: Ok(None) });
    let fault = r#""updated": "2026-12-01T00:00:00Z", "fault": {"message": "no host"}"#;
    let rows = vec![row("7", "ERROR", fault)];
    run.step(Millis(9_000), Event::Seen { scope: scope(0), asked: Millis(8_900), rows });
    assert_eq!((run.counts().failed, run.counts().skipped), (3, 6));
    let read = again(&run);
    let ends = |run: &Run| run.items().iter().map(|item| item.end().cloned()).collect::<Vec<_>>();
    assert_eq!(ends(&read), ends(&run));
    assert_eq!(read.items()[0].failure().map(|failure| failure.message.as_str()), Some("quota exceeded"));
    assert_eq!(read.items()[0].request_id().map(|id| id.as_str()), Some("req-1"));
    assert_eq!((0..9).map(|at| read.took(ItemNo(at), Millis(80))).collect::<Vec<_>>(), {
        (0..9).map(|at| run.took(ItemNo(at), Millis(9_000))).collect::<Vec<_>>()
    });
}

#[test]
fn what_was_under_way_is_unknown_and_asked_about_first() {
    let mut run = run(Operation::Plain(Action::Stop), 4, Options { at_once: 2, ..Options::default() });
    run.step(Millis(1_000), Event::Tick);
    run.step(Millis(1_100), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: Ok(None) });
    let mut read = again(&run);
    let phases: Vec<_> = read.items().iter().map(|item| item.phase().clone()).collect();
    let lost = Phase::Unknown(Doubt::Lost);
    assert_eq!(phases, [Phase::Unknown(Doubt::Accepted), lost.clone(), lost, Phase::Waiting]);
    // Nothing before it is known that there is a session.
    assert_eq!(read.step(Millis(80), Event::Tick), []);
    assert_eq!(read.waits_for_sign_in(), [&scope(0)]);
    let effects = read.step(Millis(90), Event::SessionBack(scope(0)));
    let items = vec![ItemNo(0), ItemNo(1), ItemNo(2)];
    assert_eq!(effects.first(), Some(&Effect::Look { scope: scope(0), items }));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send { .. })), "{effects:?}");
    // An accepted one is never sent again; the others are, when a row proves that they were not stopped.
    let rows = |status| (0..3).map(|nth: usize| row(&nth.to_string(), status, "")).collect();
    read.step(Millis(100_000), Event::Seen { scope: scope(0), asked: Millis(99_000), rows: rows("ACTIVE") });
    let counts = read.counts();
    assert_eq!((counts.following, counts.sent, counts.unknown), (1, 2, 0));
}

#[test]
fn a_pause_that_a_service_asked_for_lasts() {
    let mut run = run(Operation::Plain(Action::Stop), 1, Options::default());
    run.step(Millis(1_000), Event::Tick);
    let busy = Err(failure(FailureKind::RateLimited { retry_after_s: Some(60) }, 429, "slow down"));
    run.step(Millis(2_000), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: busy });
    let mut read = again(&run);
    let quiet = |effects: Vec<Effect>| !effects.iter().any(|one| matches!(one, Effect::Look { .. }));
    assert!(quiet(read.step(Millis(80), Event::SessionBack(scope(0)))));
    assert!(quiet(read.step(Millis(60_076), Event::Tick)));
    assert!(!quiet(read.step(Millis(60_077), Event::Tick)));
}

#[test]
fn a_stopped_run_stays_stopped_and_an_ended_one_is_not_reported_again() {
    let mut run = run(Operation::Plain(Action::Stop), 2, Options { at_once: 1, ..Options::default() });
    run.step(Millis(1_000), Event::Tick);
    run.step(Millis(1_100), Event::Stop);
    let read = again(&run);
    assert_eq!((read.progress(), read.counts().skipped), (Progress::Stopped, 1));
    let gone = Event::Gone { scope: scope(0), asked: Millis(1_200), ids: vec!["0".into()] };
    run.step(Millis(1_150), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: Ok(None) });
    assert!(run.step(Millis(1_200), gone).contains(&Effect::Finished));
    assert_eq!(run.items()[0].end(), Some(&End::Failed(Reason::Vanished)));
    assert_eq!(again(&run).step(Millis(80), Event::Tick), []);
}

#[test]
fn anything_else_is_no_run() {
    let json = run(Operation::Plain(Action::Stop), 2, Options::default()).to_json();
    for (old, new) in [
        (json.as_str(), ""),
        (json.as_str(), "null"),
        (json.as_str(), "[]"),
        (r#""version":1"#, r#""version":2"#),
        (r#""does":"Stop""#, r#""does":"Explode""#),
        (r#""does":"Stop""#, r#""does":"ConsoleLog""#),
        (r#""id":"run-1""#, r#""id":"""#),
        (r#""attempts":0"#, r#""attempts":"many""#),
        (r#""cloud":"demo""#, r#""cloud":null"#),
    ] {
        let text = json.replacen(old, new, 1);
        assert_ne!(text, json, "{old}");
        assert!(Run::from_json(&text, Millis(0)).is_none(), "{new}");
    }
}

#[test]
fn an_item_that_makes_no_sense_is_dropped_or_asked_about() {
    let json = run(Operation::Plain(Action::Stop), 2, Options::default()).to_json();
    for (old, new, items) in [
        (r#""scope":0"#, r#""scope":7"#, 1),
        (r#""id":"0""#, r#""id":"""#, 1),
        (r#""id":"0""#, r#""id":"1""#, 1),
        (r#""action":"Stop""#, r#""action":"Nap""#, 1),
        (r#""is":"waiting""#, r#""is":"skipped""#, 1),
        (r#""is":"waiting""#, r#""is":"new-word""#, 2),
    ] {
        let text = json.replacen(old, new, 1);
        assert_ne!(text, json, "{old}");
        let read = Run::from_json(&text, Millis(0)).expect("readable");
        assert_eq!(read.items().len(), items, "{new}");
        let unknown = usize::from(new.contains("new-word"));
        assert_eq!(read.counts().unknown, unknown, "{new}");
    }
}

#[test]
fn it_is_small_and_holds_no_body_of_a_response() {
    let mut run = run(Operation::Plain(Action::Stop), 200, Options { at_once: 200, ..Options::default() });
    run.step(Millis(1_000), Event::Tick);
    for nth in 0..200_usize {
        let mut failure = failure(FailureKind::Conflict, 409, "Cannot 'stop' instance while it is in vm_state stopped");
        failure.raw = "x".repeat(16_000);
        let attempt = Attempt(nth as u64 + 1);
        run.step(Millis(1_100), Event::Answered { item: ItemNo(nth), attempt, answer: Err(failure) });
    }
    let json = run.to_json();
    assert!(json.len() < 100_000, "{} bytes", json.len());
    assert!(!json.contains("xxx") && parse(&json).is_ok());
}

#[test]
fn an_instance_of_another_run_is_left_to_it_until_that_has_ended_there() {
    let selection: Vec<_> = ["0", "1"].into_iter().map(|id| (scope(0), row(id, "ACTIVE", ""))).collect();
    let mut other = Run::new(
        "a".into(),
        &plan(Operation::Plain(Action::Stop), &selection[..1]),
        Options::default(),
        Millis(0),
        cloud::Timestamp(0),
    );
    let mut second = plan(Operation::Plain(Action::SoftReboot), &selection);
    second.leave_to_others(|scope, id| other.works_on(None, scope, id));
    assert_eq!((second.running(), second.skipped()), (1, 1));
    let second = again(&Run::new("b".into(), &second, Options::default(), Millis(0), cloud::Timestamp(0)));
    assert_eq!(second.items()[0].end(), Some(&End::Skipped(Skip::OtherRun)));
    other.step(Millis(1), Event::Stop);
    assert!(!other.works_on(None, &scope(0), "0"), "it has ended there");
}

#[test]
fn a_record_says_whose_it_is_and_which_ones_go() {
    let run = run(Operation::Plain(Action::Stop), 2, Options::default());
    let head = |id: &str, at: i64, ended: bool| Head {
        id: id.into(),
        at: cloud::Timestamp(at),
        ended,
        users: vec![(scope(0), "u-1".into())],
    };
    let record = head("a", 5, false).write(&run);
    let (read, text) = Head::read(&record).expect("readable");
    assert_eq!((read, Run::from_json(text, Millis(0)).is_some()), (head("a", 5, false), true));
    for broken in ["", "{}", "{}\n{}", record.trim_start_matches('{')] {
        assert_eq!(Head::read(broken), None, "{broken}");
    }
    for (now, over) in [(5, false), (5 + KEEP_MS, true), (4 + KEEP_MS, false), (5 - 7_200_000, true)] {
        assert_eq!(head("a", 5, true).is_over(cloud::Timestamp(now)), over, "{now}");
    }
    let mut all: Vec<_> = (0..KEEP_MAX as i64).map(|at| head("going", at, false)).collect();
    assert!(surplus(&all).is_empty());
    all.extend([head("new", 3, true), head("old", 2, true)]);
    assert_eq!(surplus(&all), ["old", "new"]);
    all.push(head("one more", 1, false));
    assert_eq!(surplus(&all), ["old", "new"], "what is under way stays");
}
