//! Operations that the person started, followed to their end (rows S15–S18, S23–S25).

mod support;

use cloud::rules::lifecycle::Action;
use cloud::wire::{Created, Fault, FlavorRef, Server, Told};
use cloud::{FailureKind, ServerId, Status};
use support::{World, rows, scope, servers};
use sync::{Ask, Batch, Change, Event, Key, Outcome, Phase, pace};

fn outcome(world: &World) -> Outcome {
    world.copy.followed(&scope()).last().map(|followed| followed.outcome.clone()).expect("followed")
}

fn act(world: &mut World, action: Action) -> ServerId {
    let id = world.ids()[0].clone();
    world.tell(Event::Acted { scope: scope(), server: id.clone(), action });
    id
}

fn settle(status: Status) -> impl FnOnce(&mut Server) {
    move |row| {
        row.status = status;
        row.task_state = Told::Said(None);
    }
}

#[test]
fn a_stop_is_watched_until_it_has_stopped() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    world.cloud.edit(&id, |row| row.task_state = rows::task("powering-off"));
    act(&mut world, Action::Stop);
    world.run(4_000);
    assert_eq!(outcome(&world), Outcome::UnderWay);
    world.cloud.edit(&id, settle(Status::Shutoff));
    world.changes.clear();
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::Done);
    assert!(world.changes.contains(&Change::Followed(scope())));
    let told = world.copy.followed(&scope()).remove(0);
    assert_eq!(told.name, format!("name-{id}"));
    world.tell(Event::Dismiss(told.id));
    assert!(world.copy.followed(&scope()).is_empty());
}

#[test]
fn a_reboot_that_has_not_begun_is_not_one_that_has_ended() {
    let mut world = World::loaded(3);
    let id = act(&mut world, Action::SoftReboot);
    world.run(5_000);
    assert_eq!(outcome(&world), Outcome::UnderWay);
    world.cloud.edit(&id, |row| row.task_state = rows::task("rebooting"));
    world.run(5_000);
    world.cloud.edit(&id, settle(Status::Active));
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::Done);
}

#[test]
fn a_reboot_between_two_looks_is_seen_by_updated() {
    let mut world = World::loaded(3);
    let id = act(&mut world, Action::HardReboot);
    world.run(1_000);
    world.cloud.edit(&id, settle(Status::Active));
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::Done);
}

#[test]
fn an_action_that_ends_in_error_or_without_effect_has_failed() {
    for (end, status) in [("error", Status::Error), ("no effect", Status::Active)] {
        let mut world = World::loaded(3);
        let id = world.ids()[0].clone();
        world.cloud.edit(&id, |row| row.task_state = rows::task("powering-off"));
        act(&mut world, Action::Stop);
        world.run(4_000);
        let fault = Some(Fault { code: Some(500), message: "no".into(), created: None });
        let given = fault.clone();
        world.cloud.edit(&id, move |row| {
            settle(status)(row);
            row.fault = given;
        });
        world.run(20_000);
        assert_eq!(outcome(&world), Outcome::Failed(fault), "{end}");
    }
}

#[test]
fn a_delete_ends_with_the_instance_gone() {
    for told in [true, false] {
        let mut world = World::loaded(3);
        let id = world.ids()[0].clone();
        world.tell(Event::Subscribe(Key::Server(scope(), id.clone())));
        // The cloud still answers with the old status, and the task.
        world.cloud.edit(&id, |row| row.task_state = rows::task("deleting"));
        act(&mut world, Action::Delete);
        world.run(6_000);
        assert_eq!(outcome(&world), Outcome::UnderWay);
        assert!(world.ids().contains(&id));
        let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
        world.cloud.delete(nth, told);
        world.run(3_000);
        assert_eq!(outcome(&world), Outcome::Done);
        assert!(!world.ids().contains(&id));
        assert_eq!(world.copy.state(&Key::Server(scope(), id)).phase, Phase::Gone);
    }
}

#[test]
fn deleting_an_instance_in_error_is_not_called_failed_at_once() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    world.cloud.edit(&id, settle(Status::Error));
    world.run(25_000);
    act(&mut world, Action::Delete);
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::UnderWay);
    let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
    world.cloud.delete(nth, true);
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::Done);
}

#[test]
fn what_disappears_by_itself_is_told() {
    let mut world = World::loaded(3);
    let id = act(&mut world, Action::Stop);
    let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
    world.cloud.delete(nth, true);
    world.run(3_000);
    assert_eq!(outcome(&world), Outcome::Vanished);
}

#[test]
fn a_created_instance_is_followed_with_and_without_the_list() {
    for list_shown in [true, false] {
        for (end, expected) in [(Status::Active, Outcome::Done), (Status::Error, Outcome::Failed(None))] {
            let mut world = if list_shown { World::loaded(3) } else { World::new(3) };
            let id = world.cloud.create();
            world.cloud.edit(&id, |row| {
                row.status = Status::Build;
                row.task_state = rows::task("spawning");
            });
            let created = Created::Server { id: id.clone(), admin_pass: None };
            world.tell(Event::Created { scope: scope(), created, batch: Batch { name: "web".into(), count: 1 } });
            world.run(6_000);
            assert_eq!(outcome(&world), Outcome::UnderWay);
            world.cloud.edit(&id, settle(end));
            world.run(3_000);
            assert_eq!(outcome(&world), expected, "list shown: {list_shown}");
            world.sent.clear();
            world.run(10_000);
            assert!(list_shown || world.sent.is_empty(), "nobody waits any longer");
        }
    }
}

#[test]
fn a_batch_is_followed_through_its_reservation() {
    let mut world = World::new(0);
    let created = Created::Reservation("r-1".into());
    world.tell(Event::Created { scope: scope(), created, batch: Batch { name: "web".into(), count: 2 } });
    let ask = world.flying.values().next().map(|flying| flying.ask.clone()).expect("asked");
    assert!(matches!(ask, Ask::Servers(query) if query.reservation == Some("r-1".into())));
    assert_eq!(world.copy.followed(&scope()).len(), 1);
    world.cloud.create();
    world.cloud.create();
    world.run(3_000);
    let followed = world.copy.followed(&scope());
    assert_eq!(followed.len(), 2, "{followed:?}");
    assert!(followed.iter().all(|followed| followed.outcome == Outcome::Done), "{followed:?}");
}

#[test]
fn what_takes_long_is_called_late_and_then_given_up() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    world.cloud.edit(&id, |row| row.task_state = rows::task("powering-off"));
    act(&mut world, Action::Stop);
    world.run(pace::FOLLOW_LATE_MS + 1_000);
    let followed = world.copy.followed(&scope()).remove(0);
    assert_eq!((followed.outcome, followed.late), (Outcome::UnderWay, true));
    world.run(pace::FOLLOW_END_MS);
    assert_eq!(outcome(&world), Outcome::GivenUp);
}

#[test]
fn a_hidden_tab_asks_twice_a_minute_at_most_while_it_follows() {
    for list_shown in [true, false] {
        let mut world = World::loaded(6);
        for id in world.ids() {
            world.cloud.edit(&id, |row| row.task_state = rows::task("powering-off"));
            world.tell(Event::Acted { scope: scope(), server: id, action: Action::Stop });
        }
        world.run(5_000);
        if !list_shown {
            world.tell(Event::Unsubscribe(servers()));
        }
        world.tell(Event::Hidden);
        world.sent.clear();
        world.run(600_000);
        assert_eq!(world.sent.len(), 20);
        for id in world.cloud.listed().iter().map(|row| row.id.clone()) {
            world.cloud.edit(&id, settle(Status::Shutoff));
        }
        world.run(600_000);
        world.sent.clear();
        world.run(600_000);
        assert_eq!(world.sent, []);
    }
}

#[test]
fn a_row_read_before_the_action_does_not_judge_it() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    world.cloud.edit(&id, settle(Status::Shutoff));
    world.run(25_000);
    world.tell(Event::Refresh(servers()));
    let ticket = *world.flying.keys().next().expect("asked");
    let asked = world.flying[&ticket].clone();
    let before = world.cloud.answer(&asked.key, &asked.ask).expect("answered");
    world.pass(world.now + 50);
    // Stopped again: the answer under way still has the earlier SHUTOFF.
    act(&mut world, Action::Stop);
    world.flying.remove(&ticket);
    world.tell(Event::Answered { ticket, answer: before });
    assert_eq!(outcome(&world), Outcome::UnderWay);
}

#[test]
fn a_rename_is_absorbed() {
    let mut world = World::loaded(3);
    let id = world.ids()[0].clone();
    let full = world.copy.server(&scope(), &id).expect("known");
    let mut answer = rows::short(&full);
    answer.name = "new".into();
    world.changes.clear();
    world.tell(Event::Merged { scope: scope(), server: Box::new(answer) });
    let now = world.copy.server(&scope(), &id).expect("known");
    assert_eq!(*now, Server { name: "new".into(), ..(*full).clone() });
}

#[test]
fn an_instance_that_was_never_there_is_a_failure() {
    let mut world = World::new(3);
    let nowhere = Key::Server(scope(), "nowhere".into());
    world.tell(Event::Subscribe(nowhere.clone()));
    world.run(60_000);
    let phase = world.copy.state(&nowhere).phase;
    assert!(matches!(&phase, Phase::Failed(failure) if failure.kind == FailureKind::NotFound), "{phase:?}");
    assert_eq!(world.sent.len(), 1, "a 404 is not asked again and again");
    world.tell(Event::Refresh(nowhere));
    assert_eq!(world.sent.len(), 2, "unless the person wants it");
}

/// Row S26: a failed resize leaves no fault, only the old flavor.
#[test]
fn a_resize_has_arrived_with_the_new_flavor_and_failed_with_the_old_one() {
    let flavor = |id: &str| Told::Said(FlavorRef { id: Some(id.into()), name: None });
    for (end, has, expect) in [
        (Status::Active, "new", Outcome::Done),
        (Status::VerifyResize, "new", Outcome::Done),
        (Status::Active, "old", Outcome::Failed(None)),
    ] {
        let mut world = World::loaded(3);
        let id = world.ids()[0].clone();
        world.cloud.edit(&id, |row| row.flavor = flavor("old"));
        world.tell(Event::Invalidate(Key::Servers(scope())));
        world.run(5_000);
        act(&mut world, Action::Resize);
        world.run(2_000);
        assert_eq!(outcome(&world), Outcome::UnderWay, "not begun yet");
        world.cloud.edit(&id, |row| {
            row.status = Status::Resize;
            row.task_state = rows::task("resize_migrating");
        });
        world.run(5_000);
        assert_eq!(outcome(&world), Outcome::UnderWay);
        world.cloud.edit(&id, settle(end.clone()));
        world.cloud.edit(&id, |row| row.flavor = flavor(has));
        world.run(10_000);
        assert_eq!(outcome(&world), expect, "{end:?} {has}");
    }
}

#[test]
fn what_no_state_shows_is_done_with_the_clouds_yes_and_cuts_in_on_nothing() {
    let mut world = World::loaded(3);
    let id = act(&mut world, Action::Stop);
    world.cloud.edit(&id, |row| row.task_state = rows::task("powering-off"));
    for action in [Action::Lock, Action::Unlock, Action::AddSecurityGroup] {
        act(&mut world, action);
        assert_eq!(outcome(&world), Outcome::Done, "{action:?}");
    }
    let under_way =
        |world: &World| world.copy.followed(&scope()).iter().filter(|one| one.outcome == Outcome::UnderWay).count();
    assert_eq!(under_way(&world), 1, "the stop");
    world.cloud.edit(&id, settle(Status::Shutoff));
    world.run(6_000);
    assert_eq!(under_way(&world), 0);
}
