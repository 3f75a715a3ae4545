//! What an operation uses or frees is read again: volumes, addresses, the quota.

mod support;

use cloud::rules::lifecycle::Action;
use cloud::wire::{Created, Told};
use cloud::{ServerId, Status};
use support::{World, scope};
use sync::{Batch, Event, Key, Outcome};

fn keys() -> [Key; 4] {
    [Key::Volumes, Key::FloatingIps, Key::Limits, Key::VolumeLimits].map(|key| key(scope()))
}

/// A world in which a page shows all of them, and they have been read.
fn world() -> (World, ServerId) {
    let mut world = World::loaded(3);
    world.at_work = false;
    for key in keys() {
        world.tell(Event::Subscribe(key));
    }
    world.run(2_000);
    world.sent.clear();
    let id = world.ids()[0].clone();
    (world, id)
}

/// How often each was requested.
fn asked(world: &World) -> [usize; 4] {
    keys().map(|key| world.sent.iter().filter(|(_, sent, _)| *sent == key).count())
}

#[test]
fn a_create_asks_for_them_and_so_does_its_end() {
    let (mut world, _) = world();
    let id = world.cloud.create();
    world.cloud.edit(&id, |row| row.status = Status::Build);
    let created = Created::Server { id: id.clone(), admin_pass: None };
    world.tell(Event::Created { scope: scope(), created, batch: Batch { name: "new".to_owned(), count: 1 } });
    world.run(1_000);
    assert_eq!(asked(&world), [1; 4]);
    world.cloud.edit(&id, |row| row.status = Status::Active);
    world.run(5_000);
    assert_eq!(asked(&world), [2; 4]);
}

#[test]
fn so_do_a_deletion_and_its_end_and_a_stop_does_not() {
    for (action, from, each) in [
        (Action::Delete, Status::Active, [2; 4]),
        (Action::ForceDelete, Status::SoftDeleted, [2; 4]),
        (Action::Stop, Status::Active, [0; 4]),
    ] {
        let (mut world, id) = world();
        world.cloud.edit(&id, |row| row.status = from);
        world.run(30_000);
        world.sent.clear();
        world.tell(Event::Acted { scope: scope(), server: id.clone(), action });
        world.run(1_000);
        if action == Action::Stop {
            world.cloud.edit(&id, |row| {
                row.status = Status::Shutoff;
                row.task_state = Told::Said(None);
            });
        } else {
            let nth = world.cloud.rows.iter().position(|row| row.id == id).expect("there");
            world.cloud.delete(nth, true);
        }
        world.run(5_000);
        let outcome = world.copy.followed(&scope()).last().map(|followed| followed.outcome.clone());
        assert_eq!(outcome, Some(Outcome::Done), "{action:?}: it was wanted");
        assert_eq!(asked(&world), each, "{action:?}");
    }
}
