//! A driver with its own time, and a browser that keeps the journal, for the tests of runs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Failure, FailureKind, Scope, ServerId, Timestamp};
use runner::{Attempt, Effect, End, Event, Going, ItemNo, Operation, Options, Phase, Plan, Run, Skip, Thing};
use sync::Millis;

use super::cloud_model::CloudModel;
use super::{failure, plan, row, scope};

/// A request under way.
#[derive(Clone, Copy, Debug)]
pub struct Flying {
    pub item: ItemNo,
    pub attempt: Attempt,
}

/// A question under way.
#[derive(Clone, Debug)]
pub struct Asked {
    pub scope: Scope,
    pub items: Vec<ItemNo>,
    pub at: u64,
}

/// What the cloud makes of a request.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It is carried out if the state allows it, and answered.
    Answered,
    /// It is refused.
    Refused(FailureKind, u16),
    /// No answer arrives; it is carried out after this time, if at all.
    Lost { kind: FailureKind, carried_out_after: Option<u64> },
}

pub struct World {
    pub run: Run,
    pub cloud: CloudModel,
    pub flying: Vec<Flying>,
    pub asked: Vec<Asked>,
    pub now: u64,
    /// What the page's clock showed less than `now`: a reload begins it anew.
    pub opened: u64,
    pub wake: Option<u64>,
    pub journal: Option<String>,
    pub sessions: BTreeSet<usize>,
    /// Until when a scope asked to be left alone.
    pub holds: BTreeMap<usize, u64>,
    pub attempts: BTreeSet<Attempt>,
    /// Items whose latest request was lost, and which the cloud has not shown since.
    pub unasked: BTreeSet<ItemNo>,
    /// How often a person retried an item.
    pub retries: BTreeMap<ItemNo, u32>,
    pub finished: u32,
    /// The page is closed after so many more effects.
    pub crash_after: Option<usize>,
    pub sends: Vec<(u64, ItemNo)>,
}

/// A volume in the place of an instance of the model.
fn thing(scope: &Scope, row: &Server) -> (Scope, Thing, Result<(), Skip>) {
    (scope.clone(), Thing { id: row.id.to_string(), name: row.name.clone(), server: Some("s".into()) }, Ok(()))
}

fn going(row: &Server) -> Going {
    let works = row.task_state.said().is_some_and(Option::is_some);
    if works { Going::Yes } else { Going::No }
}

/// The rows of what was carried out; the model removes instances, and a detached volume is still there.
fn detached(id: String) -> (String, Going) {
    (id, Going::Done)
}

impl World {
    pub fn new(operation: Operation, scopes: usize, count: usize, options: Options, fields: &str) -> Self {
        let mut rows: Vec<(Scope, Arc<Server>)> = Vec::new();
        for nth in 0..count {
            rows.push((scope(nth % scopes), row(&nth.to_string(), "ACTIVE", fields)));
        }
        let mut cloud = CloudModel::new(operation.usual_action());
        rows.iter().enumerate().for_each(|(nth, (_, row))| cloud.add(nth % scopes, row));
        let plan = match operation.kind() {
            Some(_) => Plan::of_things(operation, rows.iter().map(|(scope, row)| thing(scope, row)).collect()),
            None => plan(operation, &rows),
        };
        let run = Run::new("run-1".into(), &plan, options, Millis(1_000), Timestamp(0));
        let mut world = Self {
            run,
            cloud,
            flying: Vec::new(),
            asked: Vec::new(),
            now: 1_000,
            opened: 0,
            wake: None,
            journal: None,
            sessions: (0..scopes).collect(),
            holds: BTreeMap::new(),
            attempts: BTreeSet::new(),
            unasked: BTreeSet::new(),
            retries: BTreeMap::new(),
            finished: 0,
            crash_after: None,
            sends: Vec::new(),
        };
        world.tell(Event::Tick);
        world
    }

    pub fn page_now(&self) -> Millis {
        Millis(self.now - self.opened)
    }

    pub fn scope_no(&self, item: ItemNo) -> usize {
        let name = &self.run.scope_of(item).expect("a scope").tenant;
        name.as_str()[1..].parse().expect("a number")
    }

    fn place(&self, item: ItemNo) -> (usize, ServerId) {
        (self.scope_no(item), self.run.items()[item.0].id().into())
    }

    /// One step, with the invariants that hold for every step.
    pub fn tell(&mut self, event: Event) {
        let effects = self.run.step(self.page_now(), event);
        self.check(&effects);
        for effect in effects {
            if let Some(left) = &mut self.crash_after {
                if *left == 0 {
                    self.crash_after = None;
                    if effect == Effect::Save {
                        // A pause of which the page has just heard was not stored.
                        self.holds.clear();
                    }
                    return self.reload();
                }
                *left -= 1;
            }
            match effect {
                Effect::Save => self.journal = Some(self.run.to_json()),
                Effect::Send { item, attempt } => {
                    assert!(self.attempts.insert(attempt), "an attempt was used again");
                    self.flying.push(Flying { item, attempt });
                    self.sends.push((self.now, item));
                }
                Effect::Look { scope, items } => {
                    self.asked.push(Asked { scope, items, at: self.now - self.opened });
                }
                Effect::WakeAt(at) => {
                    assert!(at > self.page_now(), "timer in the past");
                    self.wake = Some(at.0 + self.opened);
                }
                Effect::Finished => self.finished += 1,
            }
        }
    }

    /// Carries a request out, if the state allows it.
    fn carry_out(&mut self, item: ItemNo) -> Result<(), Failure> {
        let place = self.place(item);
        self.cloud.carry_out(&place, self.now)
    }

    /// Decides about the `nth` request under way.
    pub fn answer(&mut self, nth: usize, fate: &Fate) {
        if self.flying.is_empty() {
            return;
        }
        let Flying { item, attempt } = self.flying.remove(nth % self.flying.len());
        let answer = match fate {
            Fate::Answered => self.carry_out(item).map(|()| None),
            Fate::Refused(kind, status) => {
                if let FailureKind::RateLimited { retry_after_s: Some(seconds) } = kind {
                    let hold = self.holds.entry(self.scope_no(item)).or_default();
                    *hold = (*hold).max(self.now + (seconds.saturating_mul(1000)).min(runner::pace::HOLD_MAX_MS));
                }
                if *kind == FailureKind::Unauthenticated {
                    // The page hears of it as well.
                    self.session(self.scope_no(item), false);
                }
                Err(failure(kind.clone(), *status, "no"))
            }
            Fate::Lost { kind, carried_out_after } => {
                self.lose(item, *carried_out_after);
                Err(failure(kind.clone(), if *kind == FailureKind::Server { 500 } else { 0 }, ""))
            }
        };
        if self.run.items()[item.0].end().is_some() {
            self.unasked.remove(&item);
        }
        self.tell(Event::Answered { item, attempt, answer });
    }

    fn lose(&mut self, item: ItemNo, carried_out_after: Option<u64>) {
        self.unasked.insert(item);
        let place = self.place(item);
        self.cloud.late.extend(carried_out_after.map(|after| (self.now + after, place)));
    }

    /// Answers the `nth` question, or lets it fail.
    pub fn show(&mut self, nth: usize, fails: Option<FailureKind>) {
        if self.asked.is_empty() {
            return;
        }
        let Asked { scope: at, items, at: asked } = self.asked.remove(nth % self.asked.len());
        let asked = Millis(asked);
        if let Some(kind) = fails {
            if let (FailureKind::RateLimited { retry_after_s: Some(seconds) }, Some(item)) = (&kind, items.first()) {
                let hold = self.holds.entry(self.scope_no(*item)).or_default();
                *hold = (*hold).max(self.now + seconds * 1000);
            }
            let status = if kind == FailureKind::Server { 500 } else { 0 };
            let failure = Failure { method: cloud::Method::Get, ..failure(kind, status, "no") };
            return self.tell(Event::LookFailed { items, failure });
        }
        let (mut rows, mut gone) = (Vec::new(), Vec::new());
        for item in items {
            self.unasked.remove(&item);
            let (scope, id) = self.place(item);
            match self.cloud.machines.get(&(scope, id.clone())).filter(|machine| !machine.gone) {
                Some(machine) => rows.push(Arc::new(machine.row.clone())),
                None => gone.push(id.to_string()),
            }
        }
        let seen = match self.run.operation().kind() {
            Some(_) => {
                let mut rows: Vec<_> = rows.iter().map(|row| (row.id.to_string(), going(row))).collect();
                if *self.run.operation() == Operation::Detach {
                    rows.extend(std::mem::take(&mut gone).into_iter().map(detached));
                }
                Event::SeenThings { scope: at.clone(), asked, rows }
            }
            None => Event::Seen { scope: at.clone(), asked, rows },
        };
        self.tell(seen);
        self.tell(Event::Gone { scope: at, asked, ids: gone });
    }

    /// Lets time pass: tasks end, late requests are carried out, and the timer fires.
    pub fn pass(&mut self, ms: u64) {
        let end = self.now + ms;
        while self.now < end {
            let next = self.cloud.next().into_iter().chain(self.wake).map(|at| at.max(self.now)).min();
            self.now = next.unwrap_or(end).min(end);
            self.cloud.work(self.now);
            if self.wake.is_some_and(|at| at <= self.now) {
                self.wake = None;
                self.tell(Event::Tick);
            } else if next.is_none_or(|at| at >= end) {
                break;
            }
        }
    }

    /// The page is closed and opened again. A request under way is carried out, or not.
    pub fn reload(&mut self) {
        for (nth, flying) in std::mem::take(&mut self.flying).into_iter().enumerate() {
            self.lose(flying.item, (nth % 2 == 0).then_some(5_000));
        }
        self.asked.clear();
        self.wake = None;
        let Some(text) = self.journal.clone() else { return };
        self.opened = self.now;
        self.run = Run::from_json(&text, self.page_now()).expect("what was stored can be read");
        assert!(self.run.items().iter().all(|item| !matches!(item.phase(), Phase::Sent | Phase::Following)));
        for nth in self.sessions.clone() {
            self.tell(Event::SessionBack(scope(nth)));
        }
    }

    pub fn session(&mut self, nth: usize, there: bool) {
        if there {
            self.sessions.insert(nth);
            self.tell(Event::SessionBack(scope(nth)));
        } else {
            self.sessions.remove(&nth);
            self.tell(Event::SessionEnded(scope(nth)));
        }
    }

    /// A person retries whatever can be retried.
    pub fn retry(&mut self) {
        let can: Vec<ItemNo> = (0..self.run.items().len()).map(ItemNo).collect();
        for item in can.iter().filter(|item| self.run.items()[item.0].can_retry()) {
            *self.retries.entry(*item).or_default() += 1;
        }
        self.tell(Event::Retry(can));
    }

    /// From now on everything works.
    pub fn settle(&mut self, scopes: usize) {
        self.crash_after = None;
        self.tell(Event::Online(true));
        (0..scopes).for_each(|nth| self.session(nth, true));
        self.tell(Event::Resume);
        for _ in 0..20_000 {
            if self.run.has_ended() {
                break;
            }
            while !self.flying.is_empty() {
                self.answer(0, &Fate::Answered);
            }
            while !self.asked.is_empty() {
                self.show(0, None);
            }
            self.pass(1_000);
        }
    }

    pub fn ends(&self) -> Vec<&End> {
        self.run.items().iter().filter_map(|item| item.end()).collect()
    }
}
