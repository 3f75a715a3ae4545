//! Everything except instances: pages, and answers that contain nothing new.

mod support;

use std::sync::Arc;

use cloud::FailureKind;
use support::{World, failure, scope};
use sync::{Answer, Ask, Change, Event, Key, Phase, Value};

fn images() -> Key {
    Key::Images(scope())
}

fn world(count: usize, page: usize) -> World {
    let mut world = World::new(0);
    (world.cloud.images, world.cloud.image_page) = (count, page);
    // The page is about something else, so the list is polled seldom.
    world.tell(Event::AtHand(Vec::new()));
    world.tell(Event::Subscribe(images()));
    world
}

fn known(world: &World) -> Option<Vec<usize>> {
    world.copy.value(&images())?.get::<Arc<[usize]>>().map(|all| all.to_vec())
}

fn tickets(world: &World) -> usize {
    world.sent.len()
}

#[test]
fn all_pages_are_read_and_shown_as_one() {
    for (count, page, circle, asked) in [
        (0, 3, false, 1),
        (2, 3, false, 1),
        (3, 3, false, 1),
        (7, 3, false, 3),
        // A page that adds nothing is the last one, whatever it links to.
        (0, 3, true, 1),
        (7, 3, true, 4),
    ] {
        let mut world = world(count, page);
        world.cloud.links_in_a_circle = circle;
        world.run(5_000);
        let all: Vec<usize> = (0..count).collect();
        assert_eq!((known(&world), tickets(&world)), (Some(all), asked), "{count} by {page}, {circle}");
        assert_eq!(world.copy.state(&images()).phase, Phase::Ready);
    }
}

#[test]
fn a_reading_shows_how_far_it_is_and_goes_on_after_a_failure() {
    let mut world = world(7, 3);
    world.run(150);
    let state = world.copy.state(&images());
    assert_eq!((state.phase, state.rows, state.complete, known(&world)), (Phase::FirstLoad, 3, false, None));
    let second = *world.flying.keys().next().expect("the second page is asked at once");
    world.flying.remove(&second);
    world.tell(Event::Failed { ticket: second, failure: failure(FailureKind::Server) });
    assert_eq!(world.copy.state(&images()).rows, 3);
    world.sent.clear();
    world.run(60_000);
    assert_eq!(known(&world), Some((0..7).collect()));
    assert_eq!(tickets(&world), 2, "the first page is not asked again");
}

#[test]
fn a_page_that_is_too_long_is_asked_for_with_half_the_rows() {
    let mut world = world(7, 8);
    world.cloud.fits = 3;
    world.run(1_000);
    assert_eq!(known(&world), Some((0..7).collect()));
    let halvings = world.sent.iter().filter_map(|(_, _, ask)| match ask {
        Ask::Value { halvings, .. } => Some(*halvings),
        _ => None,
    });
    assert_eq!(halvings.collect::<Vec<_>>(), [0, 1, 2, 2, 2, 2]);
}

#[test]
fn what_has_no_pages_says_that_it_is_too_long_and_is_not_asked_in_a_storm() {
    for (key, at_once) in [(Key::KeyPairs(scope()), 1), (images(), 6)] {
        let mut world = World::new(0);
        world.fault = Some(FailureKind::TooLarge);
        world.tell(Event::Subscribe(key.clone()));
        world.run(1_500);
        assert!(
            matches!(world.copy.state(&key).phase, Phase::Failed(failure) if failure.kind == FailureKind::TooLarge)
        );
        assert_eq!(tickets(&world), at_once, "{key:?}");
        world.run(60_000);
        assert!(tickets(&world) <= at_once + 5, "{key:?}: {}", tickets(&world));
    }
}

/// Bug: the row of the marker was deleted between two pages; the same marker was sent again and again, and always failed.
#[test]
fn a_marker_that_was_deleted_meanwhile_is_no_failure() {
    for (lost, ready) in [(1, true), (2, true), (1_000, false)] {
        let mut world = world(7, 3);
        world.cloud.lost_images.set(lost);
        world.run(5_000);
        let phase = world.copy.state(&images()).phase;
        assert_eq!(phase == Phase::Ready, ready, "{lost}: {phase:?}");
        assert_eq!(known(&world), ready.then(|| (0..7).collect()), "{lost}");
        world.run(60_000);
        assert!(world.sent.len() < 20, "{lost}: {} requests", world.sent.len());
    }
}

#[test]
fn what_is_shown_stays_until_the_new_reading_is_whole() {
    let mut world = world(5, 3);
    world.run(5_000);
    world.cloud.images = 6;
    world.tell(Event::Refresh(images()));
    world.run(150);
    assert_eq!(known(&world), Some((0..5).collect()));
    world.run(1_000);
    assert_eq!(known(&world), Some((0..6).collect()));
}

#[test]
fn an_answer_that_says_the_same_changes_no_value() {
    let mut world = world(5, 10);
    world.run(5_000);
    for (count, told) in [(5, false), (6, true), (6, false)] {
        world.cloud.images = count;
        world.changes.clear();
        world.tell(Event::Refresh(images()));
        world.run(5_000);
        assert_eq!(world.changes.contains(&Change::Value(images())), told, "{count}");
    }
}

#[test]
fn an_answer_to_another_question_is_not_taken() {
    let value = || Answer::whole(Value::list(vec!["foreign"]));
    for (key, answer) in [
        (images(), Answer::Servers(Default::default())),
        (support::servers(), value()),
        (Key::Server(scope(), "s1".into()), value()),
        (Key::Reservation(scope(), "r1".into()), value()),
    ] {
        let mut world = World::new(0);
        world.tell(Event::Subscribe(key.clone()));
        let ticket = *world.flying.keys().next().expect("asked");
        world.late(ticket, answer);
        assert_eq!(world.flying.len(), 0, "{key:?} is not asked again at once");
        assert_eq!(world.copy.value(&key), None, "{key:?}");
        assert_eq!(world.copy.state(&key).loaded_at, None, "{key:?}");
        world.run(60_000);
        assert!(world.sent.len() > 1, "{key:?} is asked again");
    }
}

#[test]
fn each_page_is_asked_with_those_before_it() {
    let mut world = world(7, 3);
    world.run(5_000);
    let so_far: Vec<usize> = world
        .sent
        .iter()
        .filter_map(|(_, _, ask)| match ask {
            Ask::Value { so_far, .. } => Some(so_far.as_ref().map_or(0, Value::rows)),
            _ => None,
        })
        .collect();
    assert_eq!(so_far, [0, 3, 6]);
}

#[test]
fn what_changes_by_itself_is_asked_quickly_until_it_rests() {
    let mut world = world(5, 10);
    world.cloud.images_move = true;
    world.run(20_000);
    let quick = world.sent.len();
    assert!((7..=9).contains(&quick), "{quick} requests in 20 s");
    world.cloud.images_move = false;
    world.run(5_000);
    world.sent.clear();
    world.run(60_000);
    assert_eq!(world.sent.len(), 0, "at rest it has its own pace again");
}

#[test]
fn what_never_comes_to_rest_hurries_nobody_for_long() {
    let mut world = world(5, 10);
    world.cloud.images_move = true;
    world.run(2_000_000);
    world.sent.clear();
    world.run(600_000);
    assert!(world.sent.len() <= 3, "{} requests in 10 minutes", world.sent.len());
}

#[test]
fn a_change_is_seen_by_the_next_page_when_this_one_goes_before_the_answer() {
    let mut world = world(2, 3);
    world.run(5_000);
    world.cloud.images = 3;
    world.tell(Event::Invalidate(images()));
    world.tell(Event::Unsubscribe(images()));
    world.tell(Event::Subscribe(images()));
    world.run(1_000);
    assert_eq!(known(&world), Some((0..3).collect()));
}
