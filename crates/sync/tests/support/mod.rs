//! A small cloud and a driver with its own time, for the tests of the local copy.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod cloud_model;
pub mod faults;
pub mod rows;

use std::collections::BTreeMap;

use cloud::catalog::Service;
use cloud::{Failure, FailureKind, Method, ServerId};
use cloud_model::CloudModel;
use sync::{Answer, Ask, Change, Effect, Event, Key, LocalCopy, Millis, Scope, Ticket};

/// A request under way.
#[derive(Clone, Debug)]
pub struct Flying {
    pub key: Key,
    pub ask: Ask,
    pub sent: u64,
}

/// A local copy, a cloud, and the time.
pub struct World {
    pub copy: LocalCopy,
    pub cloud: CloudModel,
    pub now: u64,
    pub flying: BTreeMap<Ticket, Flying>,
    /// Every request that was sent: when, for which key, what.
    pub sent: Vec<(u64, Key, Ask)>,
    pub changes: Vec<Change>,
    pub sign_in_needed: u32,
    pub wake: Option<u64>,
    /// How long the cloud takes to answer.
    pub latency: u64,
    /// The failure of the whole cloud, if any.
    pub fault: Option<FailureKind>,
    /// The failures of single services.
    pub faults: Vec<(Service, FailureKind)>,
    /// Scopes that never respond.
    pub dead: Vec<Scope>,
    /// Whether a person is active all the time.
    pub at_work: bool,
    told_work: u64,
}

pub fn scope() -> Scope {
    Scope { cloud: "demo".into(), region: "KR1".into(), tenant: "t1".into() }
}

pub fn servers() -> Key {
    Key::Servers(scope())
}

pub fn failure(kind: FailureKind) -> Failure {
    Failure {
        kind,
        status: 0,
        message: "no".into(),
        request_id: None,
        wait_until: None,
        method: Method::Get,
        path: "/".into(),
        raw: String::new(),
    }
}

impl World {
    pub fn new(rows: usize) -> Self {
        Self {
            copy: LocalCopy::new(),
            cloud: CloudModel::with_rows(rows),
            now: 1_000,
            flying: BTreeMap::new(),
            sent: Vec::new(),
            changes: Vec::new(),
            sign_in_needed: 0,
            wake: None,
            latency: 100,
            fault: None,
            faults: Vec::new(),
            dead: Vec::new(),
            at_work: false,
            told_work: 0,
        }
    }

    /// A world in which the list is shown and has been loaded, with an active person.
    pub fn loaded(rows: usize) -> Self {
        let mut world = Self::new(rows);
        world.tell(Event::Subscribe(servers()));
        world.run(200 + rows as u64 * 10);
        assert!(world.copy.state(&servers()).complete, "{:?}", world.copy.state(&servers()));
        world.sent.clear();
        world.changes.clear();
        world.at_work = true;
        world
    }

    /// One step, with the invariants that hold for every step.
    pub fn tell(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.copy.step(Millis(self.now), event);
        for effect in &effects {
            match effect {
                Effect::Fetch { ticket, key, ask } => {
                    assert!(!self.flying.values().any(|flying| flying.key == *key), "two in flight for {key:?}");
                    self.flying.insert(*ticket, Flying { key: key.clone(), ask: ask.clone(), sent: self.now });
                    self.sent.push((self.now, key.clone(), ask.clone()));
                }
                Effect::Abort(ticket) => assert!(self.flying.remove(ticket).is_some(), "aborted what does not fly"),
                Effect::Publish(change) => self.changes.push(change.clone()),
                Effect::WakeAt(at) => {
                    assert!(at.0 > self.now, "timer in the past");
                    self.wake = Some(at.0);
                }
                Effect::SignInNeeded(_) => self.sign_in_needed += 1,
            }
        }
        effects
    }

    /// Answers one request now.
    pub fn answer(&mut self, ticket: Ticket) {
        let Some(flying) = self.flying.remove(&ticket) else { return };
        let service = flying.key.service();
        let of_service = self.faults.iter().find(|(at, _)| *at == service).map(|(_, kind)| kind);
        let event = match (self.fault.as_ref().or(of_service), self.cloud.answer(&flying.key, &flying.ask)) {
            (Some(kind), _) => Event::Failed { ticket, failure: failure(kind.clone()) },
            (None, Ok(answer)) => Event::Answered { ticket, answer },
            (None, Err(kind)) => Event::Failed { ticket, failure: failure(kind) },
        };
        self.tell(event);
    }

    /// Lets time pass: timers fire, and requests are answered after the latency.
    pub fn run(&mut self, ms: u64) {
        let end = self.now + ms;
        loop {
            if self.at_work && (self.told_work == 0 || self.now - self.told_work >= 60_000) {
                self.told_work = self.now;
                self.tell(Event::AtWork);
            }
            let answering = |flying: &Flying| !self.dead.contains(flying.key.scope());
            let landing = self
                .flying
                .iter()
                .filter(|(_, flying)| answering(flying))
                .map(|(ticket, flying)| (flying.sent + self.latency, *ticket))
                .min();
            let next = [landing.map(|(at, _)| at), self.wake].into_iter().flatten().min();
            let Some(at) = next.filter(|at| *at <= end) else { break };
            self.pass(at);
            match landing {
                Some((time, ticket)) if time <= self.now => self.answer(ticket),
                _ => {
                    self.wake = None;
                    self.tell(Event::Tick);
                }
            }
        }
        self.pass(end);
    }

    /// Advances both clocks.
    pub fn pass(&mut self, to: u64) {
        let ms = to.saturating_sub(self.now);
        self.now += ms;
        self.cloud.now_ms += ms as i64;
    }

    pub fn ids(&self) -> Vec<ServerId> {
        self.copy.servers(&scope()).iter().map(|row| row.id.clone()).collect()
    }

    /// Asserts that the page shows what the cloud has.
    pub fn assert_same(&self) {
        let shown: Vec<_> = self.copy.servers(&scope()).iter().map(|row| (**row).clone()).collect();
        assert_eq!(shown, self.cloud.listed());
    }

    /// An answer of another world's cloud to a ticket that may no longer be under way.
    pub fn late(&mut self, ticket: Ticket, answer: Answer) {
        self.flying.remove(&ticket);
        self.tell(Event::Answered { ticket, answer });
    }
}
