//! The promises about asking: how often, when not, and whose answers count.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use cloud::rules::lifecycle::Action;
use cloud::wire::Zone;
use cloud::{FailureKind, RegionName, ServerId};
use proptest::prelude::*;
use support::{World, failure, scope, servers};
use sync::{Answer, Ask, Event, Key, Millis, Phase, Scope, Ticket, Value, pace};

/// Everything a person or a cloud may do, at random.
#[derive(Clone, Debug)]
enum Deed {
    Subscribe(usize),
    Unsubscribe(usize),
    Answer(usize),
    Fail(usize, FailureKind),
    Pass(u64),
    Hidden,
    Visible,
    Offline,
    Online,
    Refresh(usize),
    Invalidate(usize),
    Act(usize),
    SignOut,
    SignIn,
}

fn keys() -> Vec<Key> {
    let other = Scope { region: RegionName("KR2".into()), ..scope() };
    vec![
        servers(),
        Key::Server(scope(), "s00001".into()),
        Key::Server(scope(), "nowhere".into()),
        Key::Zones(scope()),
        Key::Images(scope()),
        Key::KeyPairs(scope()),
        Key::Servers(other.clone()),
        Key::Volumes(other),
    ]
}

fn kinds() -> impl Strategy<Value = FailureKind> {
    prop_oneof![
        Just(FailureKind::Network),
        Just(FailureKind::Timeout),
        Just(FailureKind::Server),
        Just(FailureKind::Forbidden),
        Just(FailureKind::NotFound),
        Just(FailureKind::Invalid),
        Just(FailureKind::Unauthenticated),
        (0u64..90).prop_map(|s| FailureKind::RateLimited { retry_after_s: Some(s) }),
    ]
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        4 => any::<usize>().prop_map(Deed::Subscribe),
        2 => any::<usize>().prop_map(Deed::Unsubscribe),
        8 => any::<usize>().prop_map(Deed::Answer),
        3 => (any::<usize>(), kinds()).prop_map(|(nth, kind)| Deed::Fail(nth, kind)),
        8 => (0u64..40_000).prop_map(Deed::Pass),
        1 => Just(Deed::Hidden),
        1 => Just(Deed::Visible),
        1 => Just(Deed::Offline),
        1 => Just(Deed::Online),
        2 => any::<usize>().prop_map(Deed::Refresh),
        2 => any::<usize>().prop_map(Deed::Invalidate),
        1 => any::<usize>().prop_map(Deed::Act),
        1 => Just(Deed::SignOut),
        1 => Just(Deed::SignIn),
    ];
    prop::collection::vec(deed, 1..120)
}

/// What the test knows by itself about the machine's surroundings.
struct Watch {
    world: World,
    shown: BTreeMap<Key, u32>,
    hidden: bool,
    offline: bool,
    silent: BTreeSet<Scope>,
    held: BTreeMap<Scope, u64>,
    hidden_requests: Vec<u64>,
}

impl Watch {
    fn new() -> Self {
        Self {
            world: World::new(120),
            shown: BTreeMap::new(),
            hidden: false,
            offline: false,
            silent: BTreeSet::new(),
            held: BTreeMap::new(),
            hidden_requests: Vec::new(),
        }
    }

    fn nth_flying(&self, nth: usize) -> Option<(Ticket, Key)> {
        let count = self.world.flying.len();
        if count == 0 {
            return None;
        }
        self.world.flying.iter().nth(nth % count).map(|(ticket, flying)| (*ticket, flying.key.clone()))
    }

    /// The event, after what is known beforehand has been updated.
    fn tell(&mut self, event: Event) {
        let from = self.world.sent.len();
        self.world.tell(event);
        for (at, key, _) in self.world.sent[from..].iter().cloned() {
            assert!(!self.offline, "asked while offline: {key:?}");
            assert!(!self.silent.contains(key.scope()), "asked while signed out: {key:?}");
            assert!(self.held.get(key.scope()).is_none_or(|until| at >= *until), "Retry-After not obeyed: {key:?}");
            let followed = self.world.copy.followed(key.scope()).iter().any(|f| f.ended_at.is_none());
            let shown = self.shown.get(&key).is_some_and(|count| *count > 0);
            assert!(shown || followed, "asked though nobody shows it: {key:?}");
            if self.hidden {
                assert!(followed, "asked while hidden: {key:?}");
                self.hidden_requests.push(at);
            }
        }
        for flying in self.world.flying.values() {
            let followed = self.world.copy.followed(flying.key.scope()).iter().any(|f| f.ended_at.is_none());
            let shown = self.shown.get(&flying.key).is_some_and(|count| *count > 0);
            assert!(shown || followed, "still flying though nobody shows it: {:?}", flying.key);
        }
    }

    fn fail(&mut self, ticket: Ticket, key: &Key, kind: FailureKind) {
        self.world.flying.remove(&ticket);
        match &kind {
            FailureKind::Unauthenticated => drop(self.silent.insert(key.scope().clone())),
            FailureKind::RateLimited { retry_after_s: Some(s) } => {
                let until = self.held.entry(key.scope().clone()).or_default();
                *until = (*until).max(self.world.now + s * 1000);
            }
            _ => {}
        }
        self.tell(Event::Failed { ticket, failure: failure(kind) });
    }

    fn happen(&mut self, deed: &Deed) {
        let keys = keys();
        let key = |nth: &usize| keys[nth % keys.len()].clone();
        match deed {
            Deed::Subscribe(nth) => {
                *self.shown.entry(key(nth)).or_default() += 1;
                self.tell(Event::Subscribe(key(nth)));
            }
            Deed::Unsubscribe(nth) => {
                let count = self.shown.entry(key(nth)).or_default();
                *count = count.saturating_sub(1);
                self.tell(Event::Unsubscribe(key(nth)));
            }
            Deed::Answer(nth) => {
                if let Some((ticket, key)) = self.nth_flying(*nth) {
                    let flying = self.world.flying.remove(&ticket).expect("flies");
                    match self.world.cloud.answer(&flying.ask) {
                        Ok(answer) => self.tell(Event::Answered { ticket, answer }),
                        Err(kind) => self.fail(ticket, &key, kind),
                    }
                }
            }
            Deed::Fail(nth, kind) => {
                if let Some((ticket, key)) = self.nth_flying(*nth) {
                    self.fail(ticket, &key, kind.clone());
                }
            }
            Deed::Pass(ms) => {
                self.world.pass(self.world.now + ms);
                self.tell(Event::Tick);
            }
            Deed::Hidden => {
                self.hidden = true;
                self.tell(Event::Hidden);
            }
            Deed::Visible => {
                self.hidden = false;
                self.hidden_requests.clear();
                self.tell(Event::Visible);
            }
            Deed::Offline => {
                self.offline = true;
                self.tell(Event::Offline);
            }
            Deed::Online => {
                self.offline = false;
                self.tell(Event::Online);
            }
            Deed::Refresh(nth) => self.tell(Event::Refresh(key(nth))),
            Deed::Invalidate(nth) => self.tell(Event::Invalidate(key(nth))),
            Deed::Act(nth) => {
                let server = ServerId(format!("s{:05}", nth % 5));
                self.tell(Event::Acted { scope: scope(), server, action: Action::Stop });
            }
            Deed::SignOut => {
                self.silent.insert(scope());
                self.held.remove(&scope());
                self.tell(Event::SignedOut(Some(scope())));
                assert_eq!(self.world.copy.servers(&scope()).len(), 0);
                assert!(self.world.copy.followed(&scope()).is_empty());
                assert!(self.world.flying.values().all(|flying| *flying.key.scope() != scope()));
            }
            Deed::SignIn => {
                self.silent.clear();
                self.tell(Event::SignedIn(scope()));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..Default::default() })]

    /// `World::tell` checks each step for two in flight of one key and for timers in the past; `Watch::tell` for
    /// requests of hidden, offline, signed-out, held or unwatched keys.
    #[test]
    fn at_most_one_fetch_in_flight_and_nothing_fetched_while_hidden_or_offline(deeds in deeds()) {
        let mut watch = Watch::new();
        for deed in &deeds {
            watch.happen(deed);
        }
        for pair in watch.hidden_requests.windows(2) {
            prop_assert!(pair[1] - pair[0] >= pace::HIDDEN_MS, "{:?}", watch.hidden_requests);
        }
    }

    /// Whatever was answered late leaves no trace.
    #[test]
    fn late_answers_of_an_older_generation_are_dropped(deeds in deeds(), ticket in 0u64..200) {
        let mut watch = Watch::new();
        for deed in &deeds {
            watch.happen(deed);
        }
        let ticket = Ticket(ticket);
        prop_assume!(!watch.world.flying.contains_key(&ticket));
        let key = Key::Zones(scope());
        let before = (watch.world.copy.value(&key), watch.world.copy.state(&key));
        let zones = vec![Zone { name: "foreign".into(), available: true }];
        let effects = watch.world.copy.step(Millis(watch.world.now), Event::Answered { ticket, answer: Answer::Zones(zones) });
        prop_assert_eq!(effects, vec![]);
        prop_assert_eq!(before, (watch.world.copy.value(&key), watch.world.copy.state(&key)));
    }

    /// A cloud that is gone gets few requests a minute, however much is on screen, and the waits stay capped.
    #[test]
    fn backoff_is_capped_and_a_dead_cloud_makes_no_storm(
        shown in prop::collection::btree_set(0usize..6, 1..6), latency in 1u64..8_000,
    ) {
        let mut world = World::new(120);
        world.latency = latency;
        let shown: BTreeSet<usize> = shown.into_iter().chain([0]).collect();
        for nth in &shown {
            world.tell(Event::Subscribe(keys()[*nth].clone()));
        }
        world.run(20_000 + 5 * latency);
        world.fault = Some(FailureKind::Network);
        world.run(240_000);
        world.sent.clear();
        world.run(600_000);
        prop_assert!((8..=13).contains(&world.sent.len()), "{} in ten minutes", world.sent.len());
        // And it is found again within the cap.
        world.fault = None;
        world.run(pace::BACKOFF_MAX_MS + 3 * latency + 5_000);
        for nth in &shown {
            let phase = world.copy.state(&keys()[*nth]).phase;
            prop_assert!(!matches!(phase, Phase::Stale { .. }), "{:?}: {phase:?}", keys()[*nth]);
        }
    }
}

/// One service that fails does not stop the others, and is asked ever more rarely.
#[test]
fn one_broken_service_leaves_the_others_alone() {
    let seconds = 900;
    let mut world = World::loaded(10);
    world.tell(Event::Subscribe(Key::Images(scope())));
    for _ in 0..seconds {
        let images = world.flying.iter().find(|(_, f)| matches!(f.ask, Ask::Images { .. })).map(|(t, _)| *t);
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

#[test]
fn retry_after_is_obeyed_even_when_the_person_presses_refresh() {
    let mut world = World::loaded(3);
    world.fault = Some(FailureKind::RateLimited { retry_after_s: Some(90) });
    world.run(21_000);
    world.fault = None;
    world.sent.clear();
    world.tell(Event::Refresh(servers()));
    world.tell(Event::Subscribe(Key::Zones(scope())));
    world.run(85_000);
    assert_eq!(world.sent, []);
    world.run(10_000);
    assert!(!world.sent.is_empty());
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
    world.late(late, Answer::Zones(vec![]));
    world.run(600_000);
    assert_eq!(world.ids(), []);
    assert_eq!(world.copy.value(&Key::Zones(scope())), None);
    assert_eq!(world.copy.state(&servers()).phase, Phase::Idle);
    assert!(matches!(world.copy.value(&Key::Zones(other)), Some(Value::Zones(_))));
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
