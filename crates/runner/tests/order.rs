//! How many are worked on at once, in which order, and when: limits, rolling runs, pauses, and services that are busy.

mod support;

use cloud::FailureKind;
use cloud::actions::Action;
use runner::{Attempt, Effect, End, Event, ItemNo, Operation, Options, Progress, Run, Skip, pace};
use support::{failure, plan, row, run, scope};
use sync::Millis;

const STOP: Operation = Operation::Plain(Action::Stop);

/// The positions of the items that are sent.
fn sends(effects: &[Effect]) -> Vec<usize> {
    let of = |effect: &Effect| if let Effect::Send { item, .. } = effect { Some(item.0) } else { None };
    effects.iter().filter_map(of).collect()
}

fn accept(run: &mut Run, at: u64, nth: usize) -> Vec<usize> {
    let attempt = Attempt(nth as u64 + 1);
    sends(&run.step(Millis(at), Event::Answered { item: ItemNo(nth), attempt, answer: Ok(None) }))
}

fn refuse(run: &mut Run, at: u64, nth: usize, kind: FailureKind) -> Vec<Effect> {
    let answer = Err(failure(kind, 429, "no"));
    run.step(Millis(at), Event::Answered { item: ItemNo(nth), attempt: Attempt(nth as u64 + 1), answer })
}

fn stopped(run: &mut Run, at: u64, id: &str) -> Vec<usize> {
    let rows = vec![row(id, "SHUTOFF", r#""updated": "2026-11-30T09:00:00Z""#)];
    sends(&run.step(Millis(at), Event::Seen { scope: scope(0), asked: Millis(at - 1), rows }))
}

#[test]
fn at_once_counts_requests_and_in_a_rolling_run_ends() {
    let mut plain = run(STOP, 4, Options { at_once: 2, ..Options::default() });
    assert_eq!(sends(&plain.step(Millis(1_000), Event::Tick)), [0, 1]);
    assert_eq!(accept(&mut plain, 1_100, 0), [2]);
    assert_eq!(accept(&mut plain, 1_200, 1), [3]);

    let mut rolling = run(STOP, 4, Options { at_once: 2, rolling: true, ..Options::default() });
    assert_eq!(sends(&rolling.step(Millis(1_000), Event::Tick)), [0, 1]);
    assert_eq!(accept(&mut rolling, 1_100, 0), [0; 0]);
    assert_eq!(accept(&mut rolling, 1_200, 1), [0; 0]);
    assert_eq!(stopped(&mut rolling, 5_000, "0"), [2]);
}

#[test]
fn at_least_one_is_worked_on() {
    let mut run = run(STOP, 2, Options { at_once: 0, ..Options::default() });
    assert_eq!(sends(&run.step(Millis(1_000), Event::Tick)), [0]);
}

#[test]
fn a_pause_lies_between_two_requests_and_after_an_end() {
    let mut run = run(STOP, 3, Options { at_once: 1, rolling: true, pause_ms: 10_000, ..Options::default() });
    assert_eq!(sends(&run.step(Millis(1_000), Event::Tick)), [0]);
    accept(&mut run, 1_100, 0);
    assert_eq!(stopped(&mut run, 8_000, "0"), [0; 0]);
    assert_eq!(sends(&run.step(Millis(17_999), Event::Tick)), [0; 0]);
    assert_eq!(sends(&run.step(Millis(18_000), Event::Tick)), [1]);
}

#[test]
fn the_limit_can_be_changed_meanwhile() {
    let mut run = run(STOP, 4, Options { at_once: 1, ..Options::default() });
    assert_eq!(sends(&run.step(Millis(1_000), Event::Tick)), [0]);
    let options = Options { at_once: 3, ..Options::default() };
    assert_eq!(sends(&run.step(Millis(1_100), Event::Options(options))), [1, 2]);
}

#[test]
fn nothing_is_sent_while_paused_stopped_or_offline() {
    for (event, after) in [
        (Event::Pause, Some(Event::Resume)),
        (Event::Online(false), Some(Event::Online(true))),
        (Event::SessionEnded(scope(0)), Some(Event::SessionBack(scope(0)))),
        (Event::Stop, None),
    ] {
        let mut run = run(STOP, 2, Options { at_once: 1, ..Options::default() });
        run.step(Millis(1_000), Event::Tick);
        run.step(Millis(1_050), event.clone());
        assert_eq!(accept(&mut run, 1_100, 0), [0; 0], "{event:?}");
        match after {
            Some(after) => assert_eq!(sends(&run.step(Millis(1_200), after)), [1], "{event:?}"),
            None => assert_eq!(run.items()[1].end(), Some(&End::Skipped(Skip::Stopped))),
        }
    }
}

#[test]
fn after_so_many_failures_nothing_more_is_sent() {
    let mut run = run(STOP, 4, Options { at_once: 1, stop_after: Some(2), ..Options::default() });
    run.step(Millis(1_000), Event::Tick);
    assert_eq!(sends(&refuse(&mut run, 1_100, 0, FailureKind::Conflict)), [1]);
    let effects = refuse(&mut run, 1_200, 1, FailureKind::Conflict);
    assert_eq!((run.progress(), sends(&effects)), (Progress::AfterFailures, vec![]));
    assert_eq!(run.items()[3].end(), Some(&End::Skipped(Skip::AfterFailures)));
    assert!(effects.contains(&Effect::Finished));
    // A person goes on: two more may fail.
    run.step(Millis(2_000), Event::Retry(vec![ItemNo(2), ItemNo(3)]));
    assert_eq!((run.progress(), run.counts().waiting), (Progress::Running, 2));
}

#[test]
fn a_service_is_left_alone_for_as_long_as_it_asks_and_then_tried_by_one() {
    #[track_caller]
    fn check(retry_after_s: Option<u64>, wait_ms: u64) {
        let mut run = run(STOP, 4, Options { at_once: 2, ..Options::default() });
        run.step(Millis(1_000), Event::Tick);
        refuse(&mut run, 2_000, 0, FailureKind::RateLimited { retry_after_s });
        accept(&mut run, 2_000, 1);
        run.step(Millis(1_999 + wait_ms), Event::Pause);
        assert_eq!(sends(&run.step(Millis(1_999 + wait_ms), Event::Resume)), [0; 0], "{retry_after_s:?}");
        let rows = (0..4).map(|nth| row(&nth.to_string(), "ACTIVE", "")).collect();
        let fresh = Event::Seen { scope: scope(0), asked: Millis(1_999 + wait_ms), rows };
        assert_eq!(sends(&run.step(Millis(1_999 + wait_ms), fresh)), [0; 0]);
        assert_eq!(sends(&run.step(Millis(2_000 + wait_ms), Event::Tick)), [0], "{retry_after_s:?}: one tries");
        let answer = Event::Answered { item: ItemNo(0), attempt: Attempt(3), answer: Ok(None) };
        assert_eq!(sends(&run.step(Millis(2_100 + wait_ms), answer)), [2, 3]);
    }
    check(None, sync::pace::BACKOFF_MIN_MS);
    check(Some(30), 30_000);
    check(Some(600), 600_000);
    check(Some(u64::MAX), pace::HOLD_MAX_MS);
}

#[test]
fn a_busy_service_delays_only_its_own_scope() {
    let rows: Vec<_> = (0..4).map(|nth| (scope(nth % 2), row(&nth.to_string(), "ACTIVE", ""))).collect();
    let options = Options { at_once: 2, ..Options::default() };
    let mut run = Run::new("r".into(), &plan(STOP, &rows), options, Millis(1_000), cloud::Timestamp(0));
    assert_eq!(sends(&run.step(Millis(1_000), Event::Tick)), [0, 1]);
    let effects = refuse(&mut run, 1_100, 0, FailureKind::RateLimited { retry_after_s: Some(60) });
    assert_eq!(sends(&effects), [3]);
}

#[test]
fn what_is_followed_is_asked_about_together_and_less_often_in_a_hidden_tab() {
    let mut run = run(STOP, 3, Options::default());
    run.step(Millis(1_000), Event::Tick);
    accept(&mut run, 1_100, 0);
    accept(&mut run, 1_500, 1);
    let looks = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Look { items, .. } => Some(items.iter().map(|item| item.0).collect::<Vec<_>>()),
            _ => None,
        })
    };
    assert_eq!(looks(run.step(Millis(3_000), Event::Tick)), None);
    assert_eq!(looks(run.step(Millis(1_100 + sync::pace::QUICK_MS), Event::Tick)), Some(vec![0, 1]));
    run.step(Millis(4_000), Event::Hidden(true));
    let rows = vec![row("0", "ACTIVE", ""), row("1", "ACTIVE", "")];
    run.step(Millis(4_100), Event::Seen { scope: scope(0), asked: Millis(4_000), rows });
    assert_eq!(looks(run.step(Millis(10_000), Event::Tick)), None);
    assert_eq!(looks(run.step(Millis(4_100 + sync::pace::HIDDEN_MS), Event::Tick)), Some(vec![0, 1]));
}

#[test]
fn an_end_that_is_never_seen_is_unknown_in_the_end() {
    let mut run = run(STOP, 1, Options::default());
    run.step(Millis(1_000), Event::Tick);
    accept(&mut run, 1_100, 0);
    let effects = run.step(Millis(1_100 + sync::pace::FOLLOW_END_MS), Event::Tick);
    assert_eq!(run.items()[0].end(), Some(&End::Unknown));
    assert!(effects.contains(&Effect::Finished));
    assert_eq!(run.took(ItemNo(0), Millis(9_999_999)), Some(sync::pace::FOLLOW_END_MS + 100));
}

#[test]
fn a_run_of_nothing_has_ended() {
    let mut run = run(STOP, 0, Options::default());
    assert_eq!(run.step(Millis(1_000), Event::Tick), [Effect::Save, Effect::Finished]);
}
