//! In whatever order answers, failures, lost answers, pauses, stops and reloads come: nothing is sent twice without having
//! asked, the limit holds, every item ends, and the totals add up. The invariants of each step are in `support::invariants`.

mod support;

use cloud::FailureKind;
use cloud::actions::Action;
use proptest::prelude::*;
use runner::{End, Event, Kind, Operation, Options};
use support::world::{Fate, World};

#[derive(Clone, Debug)]
enum Turn {
    Answer(usize, Fate),
    Show(usize, Option<FailureKind>),
    Pass(u64),
    Pause,
    Resume,
    Stop,
    Retry,
    Session(usize, bool),
    Online(bool),
    Hidden(bool),
    Reload,
    /// The page is closed in the middle of the effects of a step.
    Crash(usize),
}

fn lost() -> impl Strategy<Value = Fate> {
    let kind = prop_oneof![
        Just(FailureKind::Network),
        Just(FailureKind::Timeout),
        Just(FailureKind::Server),
        Just(FailureKind::BrokenOff),
    ];
    (kind, prop::option::of(0u64..40_000)).prop_map(|(kind, carried_out_after)| Fate::Lost { kind, carried_out_after })
}

fn refused() -> impl Strategy<Value = Fate> {
    let after = prop_oneof![Just(None), Just(Some(0)), (1u64..600).prop_map(Some), Just(Some(u64::MAX))];
    prop_oneof![
        3 => after.prop_map(|retry_after_s| Fate::Refused(FailureKind::RateLimited { retry_after_s }, 429)),
        1 => Just(Fate::Refused(FailureKind::Conflict, 409)),
        1 => Just(Fate::Refused(FailureKind::QuotaExceeded, 403)),
        1 => Just(Fate::Refused(FailureKind::ReadOnly, 0)),
        1 => Just(Fate::Refused(FailureKind::Unauthenticated, 401)),
    ]
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let fate = prop_oneof![3 => Just(Fate::Answered), 3 => lost(), 2 => refused()];
    let fails = prop_oneof![
        5 => Just(None),
        1 => Just(Some(FailureKind::Network)),
        1 => Just(Some(FailureKind::Server)),
        1 => Just(Some(FailureKind::RateLimited { retry_after_s: Some(20) })),
        1 => Just(Some(FailureKind::Forbidden)),
    ];
    let turn = prop_oneof![
        12 => (any::<usize>(), fate).prop_map(|(nth, fate)| Turn::Answer(nth, fate)),
        8 => (any::<usize>(), fails).prop_map(|(nth, fails)| Turn::Show(nth, fails)),
        6 => (0u64..20_000).prop_map(Turn::Pass),
        2 => (20_000u64..400_000).prop_map(Turn::Pass),
        1 => Just(Turn::Pause),
        2 => Just(Turn::Resume),
        1 => Just(Turn::Stop),
        1 => Just(Turn::Retry),
        1 => (0usize..2, any::<bool>()).prop_map(|(nth, there)| Turn::Session(nth, there)),
        1 => any::<bool>().prop_map(Turn::Online),
        1 => any::<bool>().prop_map(Turn::Hidden),
        1 => Just(Turn::Reload),
        1 => (0usize..4).prop_map(Turn::Crash),
    ];
    prop::collection::vec(turn, 0..80)
}

fn options() -> impl Strategy<Value = Options> {
    (0u32..7, any::<bool>(), prop::option::weighted(0.3, 1u32..4), prop_oneof![Just(0), 1u64..5_000])
        .prop_map(|(at_once, rolling, stop_after, pause_ms)| Options { at_once, rolling, stop_after, pause_ms })
}

fn operations() -> impl Strategy<Value = (Operation, &'static str)> {
    let told = prop_oneof![Just(""), Just(r#""locked": false"#)];
    let action = prop_oneof![
        3 => Just(Action::HardReboot),
        2 => Just(Action::Stop),
        1 => Just(Action::Delete),
        2 => Just(Action::Lock),
    ];
    let plain = (action, told).prop_map(|(action, fields)| (Operation::Plain(action), fields));
    // The one is gone some time after it was accepted, the other at once.
    let of_things = prop_oneof![
        Just(Operation::Remove(Kind::Volume)),
        Just(Operation::Remove(Kind::KeyPair)),
        Just(Operation::Detach),
    ];
    prop_oneof![3 => plain, 1 => of_things.prop_map(|operation| (operation, ""))]
}

fn play(world: &mut World, turn: Turn) {
    match turn {
        Turn::Answer(nth, fate) => world.answer(nth, &fate),
        Turn::Show(nth, fails) => world.show(nth, fails),
        Turn::Pass(ms) => world.pass(ms),
        Turn::Pause => world.tell(Event::Pause),
        Turn::Resume => world.tell(Event::Resume),
        Turn::Stop => world.tell(Event::Stop),
        Turn::Retry => world.retry(),
        Turn::Session(nth, there) => world.session(nth, there),
        Turn::Online(online) => world.tell(Event::Online(online)),
        Turn::Hidden(hidden) => world.tell(Event::Hidden(hidden)),
        Turn::Reload => world.reload(),
        Turn::Crash(after) => world.crash_after = Some(after),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_is_sent_twice_and_everything_ends(
        (operation, fields) in operations(),
        count in 0usize..12,
        options in options(),
        turns in turns(),
    ) {
        let mut world = World::new(operation, 2, count, options, fields);
        for turn in turns {
            play(&mut world, turn);
        }
        world.settle(2);
        prop_assert!(world.run.has_ended(), "{:?}", world.run.counts());
        prop_assert_eq!(world.ends().len(), count);
        for (nth, item) in world.run.items().iter().enumerate() {
            let machine = &world.cloud.machines[&(nth % 2, item.id().into())];
            let retries = world.retries.get(&runner::ItemNo(nth)).copied().unwrap_or(0);
            prop_assert!(machine.carried_out <= 1 + retries, "{} times, {:?}", machine.carried_out, item);
            if item.end() == Some(&End::Done) {
                prop_assert!(machine.carried_out > 0, "done by nobody: {item:?}");
            }
            if machine.carried_out == 0 && retries == 0 {
                prop_assert!(matches!(item.end(), Some(End::Failed(_) | End::Skipped(_) | End::Unknown)), "{item:?}");
            }
        }
    }

    /// A cloud that works, and a person who does nothing.
    #[test]
    fn where_everything_works_everything_is_done(
        (operation, fields) in operations(),
        count in 1usize..12,
        options in options(),
    ) {
        let mut world = World::new(operation, 2, count, options, fields);
        world.settle(2);
        prop_assert_eq!(world.run.counts().done, count);
        prop_assert_eq!((world.finished, world.sends.len()), (1, count));
    }

    /// Any text is read as a run or as nothing, and a run that was read does not panic.
    #[test]
    fn a_damaged_record_is_harmless(text in "\\PC*", cut in 0usize..3_000, at in 0usize..3_000, with in "[\\[\\]{}\",:0-9a-z]{1,4}") {
        let world = World::new(Operation::Plain(Action::Stop), 2, 4, Options::default(), "");
        let mut json = world.run.to_json();
        let place = at % json.len();
        json.insert_str(place, &with);
        json.truncate(cut.max(place));
        for text in [text, json] {
            if let Some(mut run) = runner::Run::from_json(&text, sync::Millis(5)) {
                run.step(sync::Millis(6), Event::Tick);
                run.step(sync::Millis(7), Event::SessionBack(support::scope(0)));
            }
        }
    }
}
