//! The pace of requests, one example each: broken services, `Retry-After`, sessions that end, hidden tabs.

mod support;

use cloud::catalog::Service;
use cloud::rules::lifecycle::Action;
use cloud::{Failure, FailureKind, RegionName, Reply, Request};
use support::{World, failure, scope, servers};
use sync::{Answer, Event, Key, Phase, Scope, Value, pace};

/// A service that fails does not stop the others, and is asked less and less often.
#[test]
fn one_broken_service_leaves_the_others_alone() {
    let seconds = 900;
    let mut world = World::loaded(10);
    world.tell(Event::Subscribe(Key::Images(scope())));
    for _ in 0..seconds {
        let images = world.flying.iter().find(|(_, f)| matches!(f.key, Key::Images(_))).map(|(t, _)| *t);
        if let Some(ticket) = images {
            world.flying.remove(&ticket);
            world.tell(Event::Failed { ticket, failure: failure(FailureKind::Server) });
        }
        world.run(1_000);
    }
    let images = world.sent.iter().filter(|(_, key, _)| matches!(key, Key::Images(_))).count() as u64;
    assert!(images <= 6 + seconds / 55, "{images} in {seconds} s");
    let lists = world.sent.iter().filter(|(_, key, _)| matches!(key, Key::Servers(_))).count() as u64;
    assert!(lists >= seconds / 25, "{lists} in {seconds} s");
}

/// Keys that wait for a probe of an unreachable cloud do not wake the machine: an event without an effect changes nothing.
#[test]
fn a_step_that_changes_nothing_sets_no_timer() {
    let mut world = World::loaded(3);
    world.tell(Event::Subscribe(Key::Zones(scope())));
    let zones = *world.flying.keys().next().expect("asked");
    world.tell(Event::Acted { scope: scope(), server: "s00001".into(), action: Action::Stop });
    let list = *world.flying.keys().last().expect("asked");
    world.answer(list);
    world.flying.remove(&zones);
    world.tell(Event::Failed { ticket: zones, failure: failure(FailureKind::Network) });
    world.pass(world.now + pace::BACKOFF_MIN_MS);
    world.tell(Event::Tick);
    assert!(world.flying.values().any(|flying| flying.key == Key::Zones(scope())), "probed");
    assert_eq!(world.tell(Event::Tick), []);
}

/// A world with images and instances, whose image service has just asked for a pause.
fn images_held(seconds: u64) -> World {
    let mut world = World::loaded(3);
    world.tell(Event::Subscribe(Key::Images(scope())));
    let images = *world.flying.keys().next_back().expect("asked");
    world.flying.remove(&images);
    let kind = FailureKind::RateLimited { retry_after_s: Some(seconds) };
    world.tell(Event::Failed { ticket: images, failure: failure(kind) });
    world.sent.clear();
    world
}

fn asked(world: &World, wanted: &Key) -> Vec<u64> {
    world.sent.iter().filter(|(_, key, _)| key == wanted).map(|(at, ..)| *at).collect()
}

#[test]
fn retry_after_of_one_service_does_not_freeze_the_others() {
    let mut world = images_held(86_400);
    world.tell(Event::Subscribe(Key::Zones(scope())));
    world.run(120_000);
    assert!(asked(&world, &Key::Images(scope())).is_empty(), "{:?}", world.sent);
    assert!(
        asked(&world, &servers()).len() >= 2 && !asked(&world, &Key::Zones(scope())).is_empty(),
        "{:?}",
        world.sent
    );
}

/// Bug: it counted as an unreachable cloud.
#[test]
fn a_429_of_the_gateway_is_a_pause_asked_for() {
    let mut world = World::loaded(3);
    let images = Key::Images(scope());
    world.tell(Event::Subscribe(images.clone()));
    let ticket = *world.flying.keys().next_back().expect("asked");
    world.flying.remove(&ticket);
    let reply = Reply {
        status: 429,
        headers: vec![("retry-after".into(), "20".into())],
        body: r#"{"maru": {"code": "too-many-requests", "message": "Ask again"}}"#.into(),
    };
    let failure = Failure::from_reply(&Request::get(Service::Image, "/images"), &reply);
    world.tell(Event::Failed { ticket, failure });
    world.sent.clear();
    world.run(60_000);
    let first = asked(&world, &images)[0];
    assert!((20_000..21_000).contains(&(first - (world.now - 60_000))), "{:?}", world.sent);
    assert!(asked(&world, &servers()).len() >= 3, "{:?}", world.sent);
}

#[test]
fn a_day_of_retry_after_is_obeyed_for_five_minutes_and_the_next_try_is_told() {
    let mut world = images_held(86_400);
    let told = world.copy.state(&Key::Images(scope())).retry_at;
    assert_eq!(told.map(|at| at.0), Some(world.now + pace::HOLD_MAX_MS));
    world.run(pace::HOLD_MAX_MS - 1);
    assert!(asked(&world, &Key::Images(scope())).is_empty(), "{:?}", world.sent);
    world.run(2_000);
    assert!(!asked(&world, &Key::Images(scope())).is_empty());
}

#[test]
fn a_person_who_tries_again_does_not_wait_for_retry_after_and_success_ends_the_wait() {
    let images = Key::Images(scope());
    let mut world = images_held(300);
    world.tell(Event::Refresh(images.clone()));
    assert_eq!(asked(&world, &images), [world.now]);
    world.run(1_000);
    world.sent.clear();
    world.tell(Event::Invalidate(images.clone()));
    assert_eq!(asked(&world, &images), [world.now], "the service answers: nothing waits any longer");
}

#[test]
fn a_network_that_comes_back_does_not_end_retry_after() {
    let mut world = images_held(90);
    world.tell(Event::Offline);
    world.tell(Event::Online);
    world.run(85_000);
    assert!(asked(&world, &Key::Images(scope())).is_empty(), "{:?}", world.sent);
}

/// Bug: all other services waited for one that takes 30 s to time out.
#[test]
fn a_service_that_hangs_does_not_starve_the_others() {
    let mut world = World::loaded(3);
    world.tell(Event::Subscribe(Key::Images(scope())));
    world.sent.clear();
    for _ in 0..60 {
        let late = world.flying.iter().find(|(_, f)| matches!(f.key, Key::Images(_)) && f.sent + 30_000 <= world.now);
        if let Some(ticket) = late.map(|(ticket, _)| *ticket) {
            world.flying.remove(&ticket);
            world.tell(Event::Failed { ticket, failure: failure(FailureKind::Timeout) });
        }
        // The driver of the tests answers everything, so the hanging requests are taken out.
        let hanging: Vec<_> = world.flying.extract_if(.., |_, f| matches!(f.key, Key::Images(_))).collect();
        world.run(5_000);
        world.flying.extend(hanging);
    }
    let lists = asked(&world, &servers());
    let longest = lists.windows(2).map(|pair| pair[1] - pair[0]).max();
    assert!(longest.is_some_and(|ms| ms <= 25_000), "{lists:?}");
}

#[test]
fn refresh_jumps_a_backoff_but_not_a_request_under_way() {
    let mut world = World::loaded(3);
    world.fault = Some(FailureKind::Network);
    world.run(200_000);
    world.sent.clear();
    world.tell(Event::Refresh(servers()));
    assert_eq!(world.sent.len(), 1);
    world.tell(Event::Refresh(servers()));
    assert_eq!(world.sent.len(), 1);
}

#[test]
fn an_invalidation_during_a_request_is_followed_by_another_one() {
    let key = Key::KeyPairs(scope());
    let mut world = World::new(0);
    world.tell(Event::Subscribe(key.clone()));
    world.run(50);
    world.tell(Event::Invalidate(key.clone()));
    world.run(1_000);
    assert_eq!(world.sent.len(), 2);
    world.tell(Event::Invalidate(key));
    world.run(30_000);
    assert_eq!(world.sent.len(), 3);
}

#[test]
fn a_401_silences_the_scope_once_and_signing_in_goes_on() {
    let mut world = World::loaded(3);
    world.tell(Event::Subscribe(Key::Zones(scope())));
    world.tell(Event::Subscribe(Key::Volumes(scope())));
    world.fault = Some(FailureKind::Unauthenticated);
    world.run(300_000);
    assert_eq!((world.sign_in_needed, world.flying.len()), (1, 0));
    let state = world.copy.state(&servers());
    assert_eq!((state.phase, state.rows), (Phase::Ready, 3), "what was on screen stays");
    world.fault = None;
    world.sent.clear();
    world.tell(Event::SignedIn(scope()));
    assert_eq!(world.sent.len(), 3, "{:?}", world.sent);
}

#[test]
fn after_signing_out_nothing_of_the_scope_remains() {
    let mut world = World::loaded(30);
    let other = Scope { tenant: "t2".into(), ..scope() };
    world.tell(Event::Subscribe(Key::Zones(scope())));
    world.tell(Event::Subscribe(Key::Zones(other.clone())));
    world.run(1_000);
    world.tell(Event::Refresh(Key::Zones(scope())));
    let late = *world.flying.keys().next().expect("under way");
    world.changes.clear();
    world.tell(Event::SignedOut(Some(scope())));
    world.late(late, Answer::whole(Value::list(vec!["foreign"])));
    world.run(600_000);
    assert_eq!(world.ids(), []);
    assert_eq!(world.copy.value(&Key::Zones(scope())), None);
    assert_eq!(world.copy.state(&servers()).phase, Phase::Idle);
    assert!(world.copy.value(&Key::Zones(other)).is_some());
    let told = world
        .changes
        .iter()
        .any(|change| matches!(change, sync::Change::Servers { removed, .. } if removed.len() == 30));
    assert!(told, "{:?}", world.changes);
    world.tell(Event::SignedIn(scope()));
    world.run(2_000);
    world.assert_same();
}

#[test]
fn the_scope_is_part_of_every_key() {
    let other = Scope { region: RegionName("KR2".into()), ..scope() };
    let mut world = World::loaded(10);
    world.tell(Event::Subscribe(Key::Servers(other.clone())));
    assert_eq!(world.copy.servers(&other).len(), 0);
    assert_eq!(world.copy.state(&Key::Servers(other)).phase, Phase::FirstLoad);
}

#[test]
fn the_pace_follows_what_moves() {
    let count = |world: &mut World, ms: u64| {
        world.sent.clear();
        world.run(ms);
        world.sent.len()
    };
    let mut world = World::loaded(5);
    world.cloud.change(2, |row| row.task_state = support::rows::task("rebooting"));
    world.run(21_000);
    let quick = count(&mut world, 60_000);
    assert!((20..=26).contains(&quick), "{quick}");
    world.run(60_000);
    let medium = count(&mut world, 60_000);
    assert!((5..=8).contains(&medium), "{medium}");
    world.at_work = false;
    world.run(1_800_000);
    let stuck = count(&mut world, 60_000);
    assert!(stuck <= 5, "{stuck}");
}

#[test]
fn a_hidden_tab_is_silent_and_catches_up_at_once() {
    let mut world = World::loaded(5);
    world.tell(Event::Hidden);
    world.sent.clear();
    world.run(3_600_000);
    assert_eq!(world.sent, []);
    world.tell(Event::Visible);
    assert_eq!(world.sent.len(), 1);
}
