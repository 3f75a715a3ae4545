//! Whatever services answer, in whatever order: no storm of requests, no starvation, and every wait ends.

mod support;

use std::collections::BTreeMap;

use cloud::FailureKind;
use cloud::catalog::Service;
use proptest::prelude::*;
use support::faults::kinds;
use support::{World, scope, servers};
use sync::{Event, Key, Phase, pace};

fn keys() -> Vec<Key> {
    let mut keys = vec![servers(), Key::Zones(scope()), Key::Images(scope()), Key::FloatingIps(scope())];
    keys.extend([Key::Networks(scope()), Key::Volumes(scope()), Key::Places(scope())]);
    keys
}

/// A service begins to fail, or to respond.
fn turns() -> impl Strategy<Value = Vec<(usize, Option<FailureKind>, u64)>> {
    let turn = (0usize..4, prop::option::weighted(0.7, kinds()), 0u64..200_000);
    prop::collection::vec(turn, 1..12)
}

/// The largest number of requests of one key in any minute; the list of instances may also have pages and checks.
fn most_in_a_minute(world: &World) -> BTreeMap<u8, usize> {
    let mut most = BTreeMap::new();
    for key in keys() {
        let times: Vec<u64> = world.sent.iter().filter(|(_, sent, _)| *sent == key).map(|(at, ..)| *at).collect();
        let in_a_minute = |from: &u64| times.iter().filter(|at| **at >= *from && **at - *from < 60_000).count();
        most.insert(key.rank(), times.iter().map(in_a_minute).max().unwrap_or(0));
    }
    most
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_storm_no_starvation_and_every_wait_ends(turns in turns(), at_work: bool, latency in 1u64..3_000) {
        let services = [Service::Compute, Service::Image, Service::Network, Service::Volume];
        let mut world = World::new(30);
        (world.latency, world.at_work, world.cloud.image_page) = (latency, at_work, 10);
        for key in keys() {
            world.tell(Event::Subscribe(key));
        }
        world.run(30_000);
        for (nth, kind, ms) in turns {
            let service = services[nth];
            world.faults.retain(|(known, _)| *known != service);
            world.faults.extend(kind.map(|kind| (service, kind)));
            let from = world.now;
            world.run(ms);
            // A service that responds is asked as if the others did as well.
            for key in keys().into_iter().filter(|key| !matches!(key, Key::Places(_))) {
                let fails = world.faults.iter().any(|(service, _)| *service == key.service());
                let state = world.copy.state(&key);
                let longest = pace::HOLD_MAX_MS + pace::NAMES_IDLE_MS;
                if !fails && ms > pace::HOLD_MAX_MS + 2 * pace::BACKOFF_MAX_MS {
                    prop_assert!(state.loaded_at.is_some_and(|at| at.0 > from), "{key:?} starves: {:?}", state.phase);
                }
                let next = state.retry_at.map_or(0, |at| at.0.saturating_sub(world.now));
                prop_assert!(next <= longest, "{key:?} waits {next} ms");
            }
        }
        for (rank, count) in most_in_a_minute(&world) {
            let most = if rank == servers().rank() { 30 } else { 14 };
            prop_assert!(count <= most, "{count} requests a minute of rank {rank}");
        }
        world.faults.clear();
        world.run(pace::HOLD_MAX_MS + pace::BACKOFF_MAX_MS + 4 * latency + 10_000);
        for key in keys().into_iter().filter(|key| !matches!(key, Key::Places(_))) {
            let phase = world.copy.state(&key).phase;
            prop_assert!(matches!(phase, Phase::Ready | Phase::Refreshing), "{key:?}: {phase:?}");
        }
    }
}
