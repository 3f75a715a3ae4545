//! The list of instances: pages, changes, the rolling re-read.

mod support;

use cloud::calls::servers::ServerQuery;
use cloud::wire::Told;
use cloud::{FailureKind, Status};
use proptest::prelude::*;
use support::{World, rows, scope, servers};
use sync::{Ask, Change, Event, Key, Phase};

fn queries(world: &World) -> Vec<ServerQuery> {
    let all = world.sent.iter().filter_map(|(_, _, ask)| match ask {
        Ask::Servers(query) => Some(query.clone()),
        _ => None,
    });
    all.collect()
}

#[test]
fn rows_are_on_screen_page_by_page() {
    let mut world = World::new(200);
    world.tell(Event::Subscribe(servers()));
    assert_eq!(world.copy.state(&servers()).phase, Phase::FirstLoad);
    world.run(100);
    let state = world.copy.state(&servers());
    assert_eq!((state.phase, state.rows, state.complete), (Phase::FirstLoad, 50, false));
    world.run(100);
    assert_eq!(world.copy.state(&servers()).rows, 150);
    world.run(200);
    assert!(world.copy.state(&servers()).complete);
    world.assert_same();
}

#[test]
fn every_way_of_paging_gives_every_row_once() {
    for count in [0, 1, 49, 50, 51, 150, 151, 399, 1000] {
        for (inclusive, links, cap) in
            [(false, true, 1000), (true, true, 1000), (true, false, 1000), (false, false, 100)]
        {
            let mut world = World::new(count);
            world.cloud.marker_inclusive = inclusive;
            world.cloud.links = links;
            world.cloud.cap = cap;
            world.tell(Event::Subscribe(servers()));
            world.run(5_000);
            assert!(world.copy.state(&servers()).complete, "{count} {inclusive} {links} {cap}");
            world.assert_same();
        }
    }
}

fn limits(world: &World) -> Vec<u32> {
    queries(world).iter().filter_map(|query| query.limit).collect()
}

#[test]
fn a_page_that_is_too_long_is_asked_for_with_half_the_rows() {
    for (fits, expect) in
        [(1000, [50, 100, 200]), (64, [50, 100, 50]), (30, [50, 25, 25]), (12, [50, 25, 12]), (5, [50, 25, 12])]
    {
        let mut world = World::new(200);
        world.cloud.fits = fits;
        world.tell(Event::Subscribe(servers()));
        world.run(10_000);
        assert_eq!(limits(&world).get(..3), Some(&expect[..]), "{fits}");
        assert!(world.copy.state(&servers()).complete, "{fits}: {:?}", limits(&world));
        world.assert_same();
        // What was learned applies to changes and to the next full read.
        world.sent.clear();
        world.tell(Event::Refresh(servers()));
        world.run(120_000);
        assert!(limits(&world).iter().all(|rows| *rows as usize <= fits), "{fits}: {:?}", limits(&world));
        world.assert_same();
    }
}

#[test]
fn a_list_that_never_ends_is_said_to_be_too_long_and_comes_when_it_ends() {
    let mut world = World::new(120);
    world.cloud.fits = 0;
    world.tell(Event::Subscribe(servers()));
    world.run(1_500);
    assert_eq!(limits(&world), [50, 25, 12, 6, 5]);
    assert!(
        matches!(world.copy.state(&servers()).phase, Phase::Failed(failure) if failure.kind == FailureKind::TooLarge)
    );
    world.run(60_000);
    assert!(limits(&world).len() <= 10, "no storm: {:?}", limits(&world));
    world.cloud.fits = 50;
    world.run(120_000);
    assert!(world.copy.state(&servers()).complete);
    world.assert_same();
}

#[test]
fn changes_are_asked_with_an_overlap_behind_the_largest_updated() {
    let mut world = World::loaded(120);
    let newest = world.cloud.listed().iter().filter_map(|row| row.updated).max().expect("rows");
    world.run(25_000);
    let since = queries(&world).first().and_then(|query| query.changes_since).expect("a delta");
    let back = newest.0 - since.0;
    assert!((5_000..7_000).contains(&back), "{back} ms");
}

#[test]
fn what_changed_behind_a_slow_reading_is_asked_for() {
    let mut world = World::new(120);
    (world.latency, world.at_work) = (12_000, true);
    world.tell(Event::Subscribe(servers()));
    world.run(12_500);
    // On the first page, which has been read; later one on the second, which has not.
    world.cloud.change(119, |row| row.name = "behind".into());
    world.run(11_000);
    world.cloud.change(0, |row| row.name = "ahead".into());
    // The second page, the empty third one, and one poll.
    world.run(45_000);
    world.assert_same();
}

#[test]
fn a_mass_update_is_not_sent_again_for_ever() {
    let mut world = World::loaded(500);
    for nth in 0..500 {
        world.cloud.change(nth, |row| row.name.push('x'));
    }
    world.run(300_000);
    world.assert_same();
    world.sent.clear();
    world.run(120_000);
    let since = queries(&world).iter().filter_map(|query| query.changes_since).min().expect("deltas");
    assert!(since.0 > world.cloud.rows[0].updated.expect("stamped").0);
}

#[test]
fn an_idle_half_hour_costs_the_same_for_any_number() {
    let cost = |rows: usize| {
        let mut world = World::loaded(rows);
        world.at_work = false;
        world.run(200_000);
        world.sent.clear();
        world.run(1_800_000);
        let rows: usize = world
            .sent
            .iter()
            .map(|(_, _, ask)| match ask {
                Ask::Servers(query) if query.changes_since.is_none() => query.limit.unwrap_or(1000) as usize,
                _ => 0,
            })
            .sum();
        (world.sent.len(), rows)
    };
    let (small, large) = (cost(60), cost(3_000));
    assert_eq!((small.1, large.1), (30 * 50, 30 * 50));
    // The half hour may begin just before a poll or just after one.
    assert!(small.0.abs_diff(large.0) <= 1, "{small:?} {large:?}");
    assert!(small.0 <= 30 * 5, "{small:?}");
}

#[test]
fn what_moves_without_updated_is_seen_within_a_round() {
    let mut world = World::loaded(140);
    world.cloud.readdress(77, 99);
    world.run(4 * 60_000);
    world.assert_same();
}

#[test]
fn a_missed_tombstone_is_noticed_by_the_re_read() {
    for nth in [0, 49, 50, 99, 139] {
        let mut world = World::loaded(140);
        world.cloud.delete(nth, false);
        world.run(5 * 60_000);
        world.assert_same();
    }
}

#[test]
fn many_missed_tombstones_need_no_question_each() {
    let mut world = World::loaded(300);
    for _ in 0..100 {
        world.cloud.delete(3, false);
    }
    world.run(8 * 60_000);
    world.assert_same();
    let singles = world.sent.iter().filter(|(_, _, ask)| matches!(ask, Ask::Server(_))).count();
    assert!(singles <= 60, "{singles}");
}

#[test]
fn one_instance_that_cannot_be_read_does_not_stop_the_list() {
    let mut world = World::loaded(10);
    world.cloud.delete(3, false);
    world.run(59_000);
    // The check of the missing instance is refused, by hand.
    for _ in 0..200 {
        let check = world.flying.iter().find(|(_, flying)| matches!(flying.ask, Ask::Server(_))).map(|(t, _)| *t);
        if let Some(ticket) = check {
            world.flying.remove(&ticket);
            world.tell(Event::Failed { ticket, failure: support::failure(FailureKind::Forbidden) });
        }
        world.run(100);
    }
    let id = world.cloud.create();
    world.run(25_000);
    assert!(world.ids().contains(&id));
}

#[test]
fn a_cloud_without_changes_since_is_read_as_a_whole() {
    let mut world = World::loaded(120);
    world.cloud.knows_changes = false;
    world.cloud.delete(5, true);
    world.cloud.create();
    world.run(60_000);
    world.assert_same();
    assert_eq!(world.copy.state(&servers()).phase, Phase::Ready);
    assert_eq!(queries(&world).iter().filter(|query| query.changes_since.is_some()).count(), 1);
}

#[test]
fn a_deleted_marker_does_not_end_the_reading() {
    let mut world = World::new(400);
    world.tell(Event::Subscribe(servers()));
    world.run(150);
    // The last row of the first page is deleted before the second page is answered.
    world.cloud.delete(350, false);
    world.run(10_000);
    assert!(world.copy.state(&servers()).complete);
    world.assert_same();
}

#[test]
fn only_what_changed_is_published() {
    let mut world = World::loaded(120);
    world.run(60_000);
    assert!(!world.changes.iter().any(|change| matches!(change, Change::Servers { .. })), "nothing changed");
    let renamed = world.cloud.change(5, |row| row.name = "new".into()).expect("a row");
    let gone = world.cloud.delete(9, true).expect("a row");
    let new = world.cloud.create();
    world.changes.clear();
    world.run(25_000);
    let rows: Vec<_> = world.changes.iter().filter(|change| matches!(change, Change::Servers { .. })).collect();
    let expected = Change::Servers { scope: scope(), added: vec![new], updated: vec![renamed], removed: vec![gone] };
    assert_eq!(rows, [&expected]);
}

#[test]
fn a_deleted_row_is_not_brought_back_by_a_late_answer() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    world.tell(Event::Subscribe(Key::Server(scope(), id.clone())));
    let (ticket, _) = world.flying.iter().next().map(|(t, f)| (*t, f.clone())).expect("asked");
    let before = world.cloud.answer(&servers(), &Ask::Server(id.clone())).expect("there");
    let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
    world.flying.remove(&ticket);
    world.cloud.delete(nth, true);
    world.run(25_000);
    assert!(!world.ids().contains(&id));
    world.tell(Event::Answered { ticket, answer: before });
    assert!(!world.ids().contains(&id));
    assert_eq!(world.copy.state(&Key::Server(scope(), id)).phase, Phase::Gone);
}

#[test]
fn what_can_be_restored_stays_until_it_is_back_or_gone() {
    for (back, told) in [(true, true), (false, true), (false, false)] {
        let mut world = World::loaded(120);
        let id = world.ids()[5].clone();
        world.cloud.edit(&id, |row| row.status = Status::SoftDeleted);
        // Each row of the list is read again several times meanwhile, and no answer contains the instance.
        world.run(600_000);
        let shown = world.copy.server(&scope(), &id).map(|row| row.status.clone());
        assert_eq!(shown, Some(Status::SoftDeleted));
        world.assert_same();
        if back {
            world.cloud.edit(&id, |row| row.status = Status::Active);
        } else {
            let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
            world.cloud.delete(nth, told);
        }
        world.run(600_000);
        assert_eq!(world.ids().contains(&id), back, "{back} {told}");
        world.assert_same();
    }
}

/// One event in the cloud.
#[derive(Clone, Debug)]
enum Deed {
    Create,
    Rename(usize),
    Start(usize),
    Settle(usize),
    Delete(usize),
    Wait(u64),
    /// Up to the next answer: the next event falls right after it.
    Land,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        2 => Just(Deed::Create),
        2 => any::<usize>().prop_map(Deed::Rename),
        2 => any::<usize>().prop_map(Deed::Start),
        2 => any::<usize>().prop_map(Deed::Settle),
        2 => any::<usize>().prop_map(Deed::Delete),
        1 => (1u64..25_000).prop_map(Deed::Wait),
        2 => (1u64..3_000).prop_map(Deed::Wait),
        4 => Just(Deed::Land),
    ];
    prop::collection::vec(deed, 1..25)
}

fn happen(world: &mut World, deed: &Deed) {
    match deed {
        Deed::Create => drop(world.cloud.create()),
        Deed::Rename(nth) => drop(world.cloud.change(*nth, |row| row.name.push('!'))),
        Deed::Start(nth) => drop(world.cloud.change(*nth, |row| row.task_state = rows::task("powering-off"))),
        Deed::Settle(nth) => drop(world.cloud.change(*nth, |row| {
            row.task_state = Told::Said(None);
            row.status = Status::Shutoff;
        })),
        Deed::Delete(nth) => drop(world.cloud.delete(*nth, true)),
        Deed::Wait(ms) => world.run(*ms),
        Deed::Land => {
            if world.flying.is_empty() {
                let ring = world.wake.unwrap_or(world.now);
                world.run(ring.saturating_sub(world.now));
            }
            world.run(world.latency);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// However changes fall between the requests, the copy ends up equal to the cloud, by changes alone, without the rolling
    /// re-read (which happens only once a minute).
    #[test]
    fn deltas_in_any_batching_give_the_full_list(
        count in 0usize..130, latency in prop_oneof![1u64..2_000, 2_000u64..15_000], inclusive: bool, links: bool, early: bool, deeds in deeds(),
    ) {
        let mut world = World::new(count);
        world.latency = latency;
        world.cloud.marker_inclusive = inclusive;
        world.cloud.links = links;
        world.cloud.skewed = true;
        world.tell(Event::Subscribe(servers()));
        if !early {
            world.run(10 * latency);
        }
        for deed in &deeds {
            happen(&mut world, deed);
        }
        let end = world.now + latency;
        // Until a poll that began after the last event has ended; not longer, so that no re-read can help.
        let polled = |world: &World| world.copy.state(&servers()).loaded_at.filter(|at| at.0 > end);
        let mut polls = std::collections::BTreeSet::new();
        while polls.len() < 2 {
            world.run(latency.min(500));
            polls.extend(polled(&world));
        }
        world.assert_same();
    }
}
