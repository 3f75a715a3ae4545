//! What an answer means for its item, and how a lost one is cleared up.

mod support;

use cloud::FailureKind;
use cloud::actions::Action;
use runner::{
    Attempt, Doubt, Effect, End, Event, Group, ItemNo, Operation, Options, Phase, Progress, Reason, Run, Skip, pace,
};
use support::{failure, row, run, scope};
use sync::Millis;

const STOP: Operation = Operation::Plain(Action::Stop);

/// One word for a phase.
fn word(phase: &Phase) -> &'static str {
    match phase {
        Phase::Waiting => "waiting",
        Phase::Sent => "sent",
        Phase::Unknown(Doubt::Lost) => "unknown",
        Phase::Unknown(_) => "unknown for good",
        Phase::Following => "following",
        Phase::Ended(End::Done) => "done",
        Phase::Ended(End::Failed(Reason::Refused(_))) => "refused",
        Phase::Ended(End::Failed(Reason::Ended(_))) => "failed",
        Phase::Ended(End::Failed(Reason::Vanished)) => "vanished",
        Phase::Ended(End::Skipped(_)) => "skipped",
        Phase::Ended(End::Unknown) => "lost",
    }
}

fn first(run: &Run) -> &'static str {
    word(run.items()[0].phase())
}

/// A run of one instance, whose request has been sent as attempt 1 at 1,000 ms.
fn sent(operation: Operation) -> Run {
    let mut run = run(operation, 1, Options::default());
    let effects = run.step(Millis(1_000), Event::Tick);
    assert!(effects.contains(&Effect::Send { item: ItemNo(0), attempt: Attempt(1) }), "{effects:?}");
    run
}

fn refuse(run: &mut Run, at: u64, kind: FailureKind, status: u16) -> Vec<Effect> {
    let answer = Err(failure(kind, status, "no"));
    run.step(Millis(at), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer })
}

#[test]
fn each_failure_is_a_refusal_or_a_pause_or_a_lost_answer() {
    #[track_caller]
    fn check(operation: Operation, kind: FailureKind, status: u16, expect: &str) {
        let mut run = sent(operation);
        refuse(&mut run, 1_100, kind.clone(), status);
        assert_eq!(first(&run), expect, "{kind:?}");
        assert_eq!(run.items()[0].failure().map(|failure| failure.status), Some(status));
    }
    check(STOP, FailureKind::Conflict, 409, "refused");
    check(STOP, FailureKind::Forbidden, 403, "refused");
    check(STOP, FailureKind::QuotaExceeded, 403, "refused");
    check(STOP, FailureKind::NotFound, 404, "refused");
    check(STOP, FailureKind::Invalid, 400, "refused");
    check(STOP, FailureKind::Gateway("cloud-untrusted".into()), 403, "refused");
    check(STOP, FailureKind::BadName, 0, "refused");
    check(STOP, FailureKind::RateLimited { retry_after_s: None }, 429, "waiting");
    check(STOP, FailureKind::Unauthenticated, 401, "waiting");
    check(STOP, FailureKind::ReadOnly, 0, "waiting");
    check(STOP, FailureKind::Server, 500, "unknown");
    check(STOP, FailureKind::Server, 503, "unknown");
    check(STOP, FailureKind::Network, 0, "unknown");
    check(STOP, FailureKind::Timeout, 0, "unknown");
    check(STOP, FailureKind::BrokenOff, 0, "unknown");
    check(STOP, FailureKind::Invalid, 408, "unknown");
    check(STOP, FailureKind::Gateway("x".into()), 504, "unknown");
    // It may be gone: a look tells.
    check(Operation::Plain(Action::Delete), FailureKind::NotFound, 404, "unknown");
}

#[test]
fn an_accepted_action_ends_at_once_or_is_followed() {
    for (operation, expect) in [
        (STOP, "following"),
        (Operation::Plain(Action::Delete), "following"),
        (Operation::CreateImage { date: "2026-11-30".into() }, "following"),
        (Operation::Plain(Action::Lock), "done"),
        (Operation::SetMetadata { key: "a".into(), value: "b".into() }, "done"),
    ] {
        let mut run = sent(operation.clone());
        let answer = Ok(Some(cloud::RequestId("req-7".into())));
        run.step(Millis(1_100), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer });
        assert_eq!(first(&run), expect, "{operation:?}");
        assert_eq!(run.items()[0].request_id().map(|id| id.as_str()), Some("req-7"));
    }
}

const IDLE: &str = "";
const BUSY: &str = r#""OS-EXT-STS:task_state": "powering-off""#;
const CHANGED: &str = r#""updated": "2026-11-30T09:00:00Z""#;
const LOCKED: &str = r#""locked": true"#;
const UNLOCKED: &str = r#""locked": false"#;

#[test]
fn a_row_says_what_became_of_a_lost_answer() {
    /// The row that was requested `after_s` seconds after the answer was lost.
    #[track_caller]
    fn check(operation: Operation, after_s: u64, status: &str, fields: &str, expect: &str) {
        let mut run = sent(operation.clone());
        refuse(&mut run, 1_100, FailureKind::Network, 0);
        let asked = Millis(1_100 + after_s * 1000);
        run.step(asked, Event::Pause);
        let rows = vec![row("0", status, fields)];
        run.step(asked.plus(50), Event::Seen { scope: scope(0), asked, rows });
        assert_eq!(first(&run), expect, "{operation:?} {status} {fields}");
    }
    let reboot = || Operation::Plain(Action::SoftReboot);
    let lock = || Operation::Plain(Action::Lock);
    check(STOP, 1, "ACTIVE", IDLE, "unknown");
    check(STOP, 1, "ACTIVE", BUSY, "following");
    check(STOP, 1, "SHUTOFF", CHANGED, "done");
    check(STOP, 59, "ACTIVE", IDLE, "unknown");
    check(STOP, 60, "ACTIVE", IDLE, "waiting");
    // Something else may have changed it: it is not stopped a second time.
    check(STOP, 60, "ACTIVE", CHANGED, "following");
    check(reboot(), 1, "ACTIVE", IDLE, "unknown");
    check(reboot(), 1, "ACTIVE", CHANGED, "done");
    check(reboot(), 60, "ACTIVE", IDLE, "waiting");
    check(reboot(), 20, "ERROR", CHANGED, "failed");
    check(lock(), 1, "ACTIVE", LOCKED, "done");
    check(lock(), 1, "ACTIVE", UNLOCKED, "unknown");
    check(lock(), 60, "ACTIVE", UNLOCKED, "waiting");
    // Most clouds do not report locks.
    check(lock(), 1, "ACTIVE", IDLE, "lost");
}

#[test]
fn a_request_that_is_carried_out_very_late_is_not_repeated() {
    let mut run = sent(STOP);
    refuse(&mut run, 1_100, FailureKind::Network, 0);
    run.step(Millis(1_200), Event::Pause);
    for (at, fields, expect) in [(62_000, IDLE, "waiting"), (70_000, BUSY, "following")] {
        let rows = vec![row("0", "ACTIVE", fields)];
        run.step(Millis(at), Event::Seen { scope: scope(0), asked: Millis(at), rows });
        assert_eq!(first(&run), expect);
    }
}

#[test]
fn what_no_row_can_show_is_lost() {
    let before = row("0", "ACTIVE", r#""updated": null"#);
    let plan = support::plan(Operation::Plain(Action::SoftReboot), &[(scope(0), before.clone())]);
    let mut run = Run::new("r".into(), &plan, Options::default(), Millis(1_000), cloud::Timestamp(0));
    run.step(Millis(1_000), Event::Tick);
    refuse(&mut run, 1_100, FailureKind::Timeout, 0);
    let asked = Millis(1_100 + pace::LOST_MS);
    run.step(asked, Event::Seen { scope: scope(0), asked, rows: vec![before] });
    assert_eq!(first(&run), "lost");
}

#[test]
fn an_instance_that_is_gone() {
    #[track_caller]
    fn check(operation: Operation, answer: Option<FailureKind>, expect: &str) {
        let mut run = run(operation.clone(), 1, Options { at_once: 1, ..Options::default() });
        if let Some(kind) = answer {
            run.step(Millis(1_000), Event::Tick);
            match kind {
                FailureKind::Other => {
                    let accepted = Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: Ok(None) };
                    run.step(Millis(1_050), accepted);
                }
                kind => drop(refuse(&mut run, 1_050, kind, 0)),
            }
        }
        let gone = Event::Gone { scope: scope(0), asked: Millis(1_100), ids: vec!["0".into()] };
        run.step(Millis(1_150), gone);
        assert_eq!(first(&run), expect, "{operation:?}");
    }
    let delete = || Operation::Plain(Action::Delete);
    check(delete(), None, "skipped");
    check(delete(), Some(FailureKind::Network), "done");
    check(delete(), Some(FailureKind::Other), "done");
    check(STOP, None, "skipped");
    check(STOP, Some(FailureKind::Network), "vanished");
    check(STOP, Some(FailureKind::Other), "vanished");
}

#[test]
fn a_waiting_instance_that_changed_meanwhile_is_skipped_with_the_reason() {
    #[track_caller]
    fn check(operation: Operation, status: &str, fields: &str, expect: &str) {
        let mut run = run(operation, 2, Options { at_once: 1, ..Options::default() });
        run.step(Millis(1_000), Event::Tick);
        let rows = vec![row("1", status, fields)];
        run.step(Millis(1_100), Event::Seen { scope: scope(0), asked: Millis(1_050), rows });
        run.step(Millis(1_200), Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: Ok(None) });
        assert_eq!(format!("{:?}", run.items()[1].phase()), expect);
    }
    check(STOP, "ACTIVE", IDLE, "Sent");
    check(STOP, "ACTIVE", BUSY, r#"Ended(Skipped(Refusal(Busy(TaskState("powering-off")))))"#);
    check(STOP, "ACTIVE", LOCKED, "Ended(Skipped(Refusal(Locked)))");
    check(STOP, "SHUTOFF", IDLE, "Ended(Skipped(Refusal(WrongStatus { is: Shutoff, needs: [Active, Error] })))");
    let group = Group { name: "web".into(), sent: "g-1".into() };
    let has = r#""security_groups": [{"name": "web"}]"#;
    check(Operation::AddGroup(group), "ACTIVE", has, "Ended(Skipped(NothingToDo))");
    let protected = r#""NHN-EXT-ATTR:protect": true"#;
    check(Operation::Plain(Action::Delete), "ACTIVE", protected, "Ended(Skipped(Protected))");
}

#[test]
fn a_session_that_ends_holds_its_items_until_somebody_signs_in() {
    let mut run = sent(STOP);
    let effects = refuse(&mut run, 1_100, FailureKind::Unauthenticated, 401);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send { .. } | Effect::WakeAt(_))), "{effects:?}");
    assert_eq!(run.waits_for_sign_in(), [&scope(0)]);
    let effects = run.step(Millis(60_000), Event::SessionBack(scope(0)));
    assert!(effects.contains(&Effect::Send { item: ItemNo(0), attempt: Attempt(2) }), "{effects:?}");
    // After a longer time the instance may have changed.
    let mut run = sent(STOP);
    refuse(&mut run, 1_100, FailureKind::Unauthenticated, 401);
    let effects = run.step(Millis(1_000_000), Event::SessionBack(scope(0)));
    assert!(effects.contains(&Effect::Look { scope: scope(0), items: vec![ItemNo(0)] }), "{effects:?}");
}

#[test]
fn an_old_sessions_refusal_does_not_end_the_new_one() {
    let mut run = sent(STOP);
    run.step(Millis(1_050), Event::SessionEnded(scope(0)));
    run.step(Millis(1_080), Event::SessionBack(scope(0)));
    let effects = refuse(&mut run, 1_100, FailureKind::Unauthenticated, 401);
    assert!(effects.contains(&Effect::Send { item: ItemNo(0), attempt: Attempt(2) }), "{effects:?}");
}

#[test]
fn read_only_mode_pauses_the_run() {
    let mut run = sent(STOP);
    refuse(&mut run, 1_100, FailureKind::ReadOnly, 0);
    assert_eq!(run.progress(), Progress::Paused);
}

#[test]
fn an_answer_that_is_too_late_or_not_ours_changes_nothing() {
    let mut run = sent(STOP);
    let answer = || Err(failure(FailureKind::Conflict, 409, "no"));
    run.step(Millis(1_100), Event::Answered { item: ItemNo(0), attempt: Attempt(9), answer: answer() });
    run.step(Millis(1_100), Event::Answered { item: ItemNo(9), attempt: Attempt(1), answer: answer() });
    assert_eq!(first(&run), "sent");
    // A request without any answer may still be under way: it is not sent again.
    run.step(Millis(1_000 + pace::ANSWER_MAX_MS), Event::Tick);
    assert_eq!(first(&run), "unknown for good");
    let asked = Millis(1_000 + pace::ANSWER_MAX_MS + pace::LOST_MS);
    run.step(asked, Event::Seen { scope: scope(0), asked, rows: vec![row("0", "ACTIVE", IDLE)] });
    assert_eq!(first(&run), "lost");
    run.step(asked, Event::Answered { item: ItemNo(0), attempt: Attempt(1), answer: answer() });
    assert_eq!(first(&run), "lost");
}

#[test]
fn what_stays_undone_fails_with_the_servers_words() {
    let mut run = sent(STOP);
    let mut now = 1_000;
    for attempt in 1..=u64::from(pace::TRIES_MAX) {
        now += 100;
        let answer = Err(failure(FailureKind::Server, 500, "out of order"));
        run.step(Millis(now), Event::Answered { item: ItemNo(0), attempt: Attempt(attempt), answer });
        now += pace::LOST_MS;
        let rows = vec![row("0", "ACTIVE", IDLE)];
        run.step(Millis(now), Event::Seen { scope: scope(0), asked: Millis(now), rows });
    }
    let Some(End::Failed(Reason::Refused(refused))) = run.items()[0].end() else { panic!("{:?}", run.items()[0]) };
    assert_eq!(refused.message, "out of order");
}

#[test]
fn only_what_may_be_done_later_can_be_retried() {
    let mut run = run(STOP, 3, Options { at_once: 1, ..Options::default() });
    run.step(Millis(1_000), Event::Tick);
    refuse(&mut run, 1_100, FailureKind::Conflict, 409);
    run.step(Millis(1_200), Event::Stop);
    run.step(Millis(1_300), Event::Answered { item: ItemNo(1), attempt: Attempt(2), answer: Ok(None) });
    let rows = vec![row("1", "SHUTOFF", CHANGED)];
    run.step(Millis(9_000), Event::Seen { scope: scope(0), asked: Millis(8_900), rows });
    assert_eq!(run.items()[2].end(), Some(&End::Skipped(Skip::Stopped)));
    assert_eq!(run.items().iter().map(|item| item.can_retry()).collect::<Vec<_>>(), [true, false, true]);
    let effects = run.step(Millis(10_000), Event::Retry((0..9).map(ItemNo).collect()));
    assert_eq!(run.progress(), Progress::Running);
    // Asked first; one of them, because of the limit.
    assert!(effects.contains(&Effect::Look { scope: scope(0), items: vec![ItemNo(0)] }), "{effects:?}");
    let rows = vec![row("0", "SHUTOFF", CHANGED), row("2", "ACTIVE", IDLE)];
    let effects = run.step(Millis(10_200), Event::Seen { scope: scope(0), asked: Millis(10_100), rows });
    assert_eq!(run.items()[0].end(), Some(&End::Done));
    assert!(effects.contains(&Effect::Send { item: ItemNo(2), attempt: Attempt(3) }), "{effects:?}");
}
