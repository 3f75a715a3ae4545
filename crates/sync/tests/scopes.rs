//! Several scopes at once: their lists are begun a few at a time, none delays another, and each costs as much as alone.

mod support;

use std::collections::BTreeMap;

use cloud::FailureKind;
use support::{World, failure, scope};
use sync::{Event, Key, Phase, Scope, pace};

fn nth(number: usize) -> Scope {
    Scope { region: format!("R{number}").as_str().into(), ..scope() }
}

/// A world that shows the lists of this many scopes.
fn showing(count: usize) -> World {
    let mut world = World::new(30);
    for number in 0..count {
        world.tell(Event::Subscribe(Key::Servers(nth(number))));
    }
    world
}

/// The number of requests of each scope.
fn requests(world: &World) -> BTreeMap<String, usize> {
    let mut each = BTreeMap::new();
    for (_, key, _) in &world.sent {
        *each.entry(key.scope().region.as_str().to_owned()).or_default() += 1;
    }
    each
}

#[test]
fn lists_are_begun_four_at_a_time() {
    let mut world = showing(10);
    world.run(60_000);
    let begun: Vec<u64> = (0..10)
        .filter_map(|n| world.sent.iter().find(|(_, key, _)| *key.scope() == nth(n)))
        .map(|(at, ..)| *at)
        .collect();
    assert_eq!(begun.len(), 10);
    for (at, later) in begun.iter().zip(begun.iter().skip(pace::LISTS_AT_ONCE)) {
        assert!(later - at >= pace::LISTS_APART_MS, "{begun:?}");
    }
    assert!(begun[9] - begun[0] <= 3 * pace::LISTS_APART_MS, "{begun:?}");
}

/// Nine of ten never respond: the tenth has its rows as soon as it is its turn.
#[test]
fn scopes_that_never_answer_delay_no_other() {
    let mut world = showing(10);
    world.dead = (0..9).map(nth).collect();
    world.run(3 * pace::LISTS_APART_MS + 500);
    assert_eq!(world.copy.servers(&nth(9)).len(), 30);
    assert_eq!(world.copy.state(&Key::Servers(nth(9))).phase, Phase::Ready);
    for number in 0..9 {
        assert_eq!(world.copy.servers(&nth(number)).len(), 0);
        assert_eq!(world.copy.state(&Key::Servers(nth(number))).phase, Phase::FirstLoad);
    }
}

/// A region that fails is asked less and less often, the others as often as before.
#[test]
fn each_scope_has_its_own_backoff() {
    let (mut well, mut ill) = (showing(5), showing(5));
    let minutes = 10;
    for _ in 0..minutes * 60 {
        let of_first = ill.flying.iter().find(|(_, flying)| *flying.key.scope() == nth(0)).map(|(ticket, _)| *ticket);
        if let Some(ticket) = of_first {
            ill.flying.remove(&ticket);
            ill.tell(Event::Failed { ticket, failure: failure(FailureKind::Network) });
        }
        ill.dead = vec![nth(0)];
        ill.run(1_000);
        well.run(1_000);
    }
    let (well, ill) = (requests(&well), requests(&ill));
    assert!(ill["R0"] <= 8 + minutes, "{ill:?}");
    for region in ["R1", "R2", "R3", "R4"] {
        assert!(ill[region].abs_diff(well[region]) <= 1, "{region}: {ill:?} {well:?}");
    }
}

#[test]
fn an_idle_minute_costs_per_scope_what_one_costs() {
    let minutes = 10;
    let mut counts = [1, 10].map(|count| {
        let mut world = showing(count);
        world.run(10_000);
        world.sent.clear();
        world.run(minutes * 60_000);
        requests(&world).into_values().collect::<Vec<_>>()
    });
    let many = counts[1].split_off(0);
    let one = counts[0][0];
    assert_eq!(many.len(), 10);
    assert!(many.iter().all(|each| each.abs_diff(one) <= 1), "{one} alone, {many:?} of ten");
    assert!(one as u64 <= 3 * minutes, "{one}");
}

/// An answer, a deletion and a sign-out in one scope change nothing in another.
#[test]
fn nothing_of_one_scope_changes_another() {
    let mut world = showing(2);
    world.run(2_000);
    let before = world.copy.servers(&nth(1));
    let first = world.cloud.rows[0].id.clone();
    world.cloud.rows.remove(0);
    world.tell(Event::Refresh(Key::Servers(nth(0))));
    world.dead = vec![nth(1)];
    world.run(2_000);
    assert!(world.copy.server(&nth(0), &first).is_none() && world.copy.server(&nth(1), &first).is_some());
    world.tell(Event::SignedOut(Some(Scope { tenant: "other".into(), ..nth(0) })));
    assert_eq!(world.copy.servers(&nth(0)).len(), 29);
    assert!(std::sync::Arc::ptr_eq(&before, &world.copy.servers(&nth(1))), "not even read again");
}
