//! When requests are sent, when not, and which answers count.

mod support;

use std::collections::{BTreeSet, HashMap, HashSet};

use cloud::catalog::Service;
use cloud::rules::lifecycle::Action;
use cloud::{FailureKind, RegionName, ServerId};
use proptest::prelude::*;
use support::faults::kinds;
use support::{World, failure, scope, servers};
use sync::{Answer, Event, Key, Millis, Phase, Scope, Ticket, Value, pace};

/// Everything that a person or a cloud can do, at random.
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
        Key::FlavorNames(scope()),
        Key::Images(scope()),
        Key::KeyPairs(scope()),
        Key::Servers(other.clone()),
        Key::Volumes(other),
    ]
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        4 => any::<usize>().prop_map(Deed::Subscribe),
        2 => any::<usize>().prop_map(Deed::Unsubscribe),
        8 => any::<usize>().prop_map(Deed::Answer),
        3 => (any::<usize>(), kinds()).prop_map(|(nth, kind)| Deed::Fail(nth, kind)),
        1 => any::<usize>().prop_map(|nth| Deed::Fail(nth, FailureKind::Unauthenticated)),
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

/// A service asked for a pause at `noted`.
#[derive(Clone, Copy, Default)]
struct Hold {
    noted: u64,
    until: u64,
}

/// What the test knows about the machine's surroundings, independently of it.
struct Watch {
    world: World,
    shown: HashMap<Key, u32>,
    hidden: bool,
    offline: bool,
    silent: HashSet<Scope>,
    held: HashMap<(Scope, Service), Hold>,
    /// Keys that the person refreshed; a request under way is not repeated.
    forced: HashSet<Key>,
    hidden_requests: Vec<u64>,
}

impl Watch {
    fn new() -> Self {
        Self {
            world: World::new(120),
            shown: HashMap::new(),
            hidden: false,
            offline: false,
            silent: HashSet::new(),
            held: HashMap::new(),
            forced: HashSet::new(),
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

    /// Updates what the test knows, and then passes the event on.
    fn tell(&mut self, event: Event) {
        let from = self.world.sent.len();
        self.world.tell(event);
        for (at, key, _) in self.world.sent[from..].iter().cloned() {
            assert!(!self.offline, "asked while offline: {key:?}");
            assert!(!self.silent.contains(key.scope()), "asked while signed out: {key:?}");
            let held = self.held.get(&(key.scope().clone(), key.service()));
            let wanted = self.forced.remove(&key);
            assert!(wanted || held.is_none_or(|hold| at >= hold.until), "Retry-After not obeyed: {key:?}");
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
                let hold = self.held.entry((key.scope().clone(), key.service())).or_default();
                hold.noted = self.world.now;
                hold.until = hold.until.max(self.world.now + s.saturating_mul(1000).min(pace::HOLD_MAX_MS));
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
                    match self.world.cloud.answer(&flying.key, &flying.ask) {
                        Ok(answer) => {
                            // A service that answers although it asked for a pause may be asked again.
                            let service = (flying.key.scope().clone(), flying.key.service());
                            if self.held.get(&service).is_some_and(|hold| flying.sent >= hold.noted) {
                                self.held.remove(&service);
                            }
                            self.tell(Event::Answered { ticket, answer });
                        }
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
            Deed::Refresh(nth) => {
                self.forced.insert(key(nth));
                self.tell(Event::Refresh(key(nth)));
            }
            Deed::Invalidate(nth) => self.tell(Event::Invalidate(key(nth))),
            Deed::Act(nth) => {
                let server = ServerId(format!("s{:05}", nth % 5));
                self.tell(Event::Acted { scope: scope(), server, action: Action::Stop });
            }
            Deed::SignOut => {
                self.silent.insert(scope());
                self.held.retain(|(held, _), _| *held != scope());
                self.forced.retain(|key| *key.scope() != scope());
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

    /// `World::tell` checks in each step that no key has two requests under way and no timer is in the past; `Watch::tell`
    /// that there are no requests of hidden, offline, signed-out, paused or unsubscribed keys.
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

    /// Late answers change nothing.
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
        let answer = Answer::whole(Value::list(vec!["foreign"]));
        let effects = watch.world.copy.step(Millis(watch.world.now), Event::Answered { ticket, answer });
        prop_assert_eq!(effects, vec![]);
        prop_assert_eq!(before, (watch.world.copy.value(&key), watch.world.copy.state(&key)));
    }

    /// A cloud that does not respond gets few requests a minute, however much is on screen, and the waits have an upper
    /// limit.
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
        // Once it responds again, that is noticed within the limit.
        world.fault = None;
        world.run(pace::BACKOFF_MAX_MS + 3 * latency + 5_000);
        for nth in &shown {
            let phase = world.copy.state(&keys()[*nth]).phase;
            prop_assert!(!matches!(phase, Phase::Stale { .. }), "{:?}: {phase:?}", keys()[*nth]);
        }
    }
}
