//! A small cloud, a driver with its own time, and a browser that keeps the journal, for the tests of runs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud::actions::Action;
use cloud::rules::lifecycle::allowed_for;
use cloud::wire::{Server, Told};
use cloud::{Failure, FailureKind, Scope, ServerId, Status, TaskState, Timestamp};
use runner::{Attempt, Effect, End, Event, ItemNo, Operation, Options, Phase, Progress, Run};
use sync::Millis;

use super::{failure, plan, row, scope};

/// How long the cloud works on an action, ms.
const WORKS_MS: u64 = 8_000;

/// An instance of the cloud.
pub struct Machine {
    pub row: Server,
    /// How often the action was carried out.
    pub carried_out: u32,
    /// When its task ends.
    until: Option<u64>,
    pub gone: bool,
}

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
    pub action: Action,
    pub machines: BTreeMap<(usize, ServerId), Machine>,
    pub flying: Vec<Flying>,
    pub asked: Vec<Asked>,
    pub now: u64,
    /// What the page's clock showed less than `now`: a reload begins it anew.
    pub opened: u64,
    pub wake: Option<u64>,
    pub journal: Option<String>,
    pub sessions: BTreeSet<usize>,
    /// Requests that are carried out later, without an answer.
    late: Vec<(u64, ItemNo)>,
    /// Until when a scope asked to be left alone.
    holds: BTreeMap<usize, u64>,
    pub attempts: BTreeSet<Attempt>,
    /// Items whose latest request was lost, and which the cloud has not shown since.
    unasked: BTreeSet<ItemNo>,
    /// How often a person retried an item.
    pub retries: BTreeMap<ItemNo, u32>,
    pub finished: u32,
    /// The page is closed after so many more effects.
    pub crash_after: Option<usize>,
    pub sends: Vec<(u64, ItemNo)>,
}

impl World {
    pub fn new(operation: Operation, scopes: usize, count: usize, options: Options, fields: &str) -> Self {
        let mut rows: Vec<(Scope, Arc<Server>)> = Vec::new();
        for nth in 0..count {
            rows.push((scope(nth % scopes), row(&nth.to_string(), "ACTIVE", fields)));
        }
        let machine = |row: &Server| Machine { row: row.clone(), carried_out: 0, until: None, gone: false };
        let machines =
            rows.iter().enumerate().map(|(nth, (_, row))| ((nth % scopes, row.id.clone()), machine(row))).collect();
        let action = operation.usual_action();
        let run = Run::new("run-1".into(), &plan(operation, &rows), options, Millis(1_000), Timestamp(0));
        let mut world = Self {
            run,
            action,
            machines,
            flying: Vec::new(),
            asked: Vec::new(),
            now: 1_000,
            opened: 0,
            wake: None,
            journal: None,
            sessions: (0..scopes).collect(),
            late: Vec::new(),
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

    fn page_now(&self) -> Millis {
        Millis(self.now - self.opened)
    }

    fn scope_no(&self, item: ItemNo) -> usize {
        let name = &self.run.scope_of(item).expect("a scope").tenant;
        name.as_str()[1..].parse().expect("a number")
    }

    fn place(&self, item: ItemNo) -> (usize, ServerId) {
        (self.scope_no(item), self.run.items()[item.0].id().clone())
    }

    /// One step, with the invariants that hold for every step.
    pub fn tell(&mut self, event: Event) {
        let before = self.run.items().iter().filter(|item| busy(item.phase(), self.run.options())).count();
        let effects = self.run.step(self.page_now(), event);
        self.check(&effects, before);
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

    fn check(&mut self, effects: &[Effect], before: usize) {
        let options = self.run.options();
        let sends = effects.iter().filter(|effect| matches!(effect, Effect::Send { .. })).count();
        let most = options.at_once.max(1) as usize;
        let now = self.run.items().iter().filter(|item| busy(item.phase(), options)).count();
        assert!(sends == 0 || now <= most, "{now} at once, {before} before");
        let counts = self.run.counts();
        let all = [counts.waiting, counts.sent, counts.unknown, counts.following, counts.done, counts.failed]
            .into_iter()
            .chain([counts.skipped, counts.lost])
            .sum::<usize>();
        assert_eq!(all, self.run.items().len());
        let mut saved = false;
        for effect in effects {
            match effect {
                Effect::Save => saved = true,
                Effect::Send { item, .. } => {
                    assert!(saved, "sent before it was recorded");
                    assert_eq!(self.run.progress(), Progress::Running);
                    assert!(self.sessions.contains(&self.scope_no(*item)), "sent without a session");
                    assert!(!self.unasked.contains(item), "sent again without having asked");
                    let held = self.holds.get(&self.scope_no(*item)).copied().unwrap_or(0);
                    assert!(self.now >= held, "sent during a pause");
                    let alone = self.flying.iter().all(|flying| flying.item != *item);
                    assert!(alone || self.retries.contains_key(item), "two under way");
                }
                Effect::Look { scope: at, items } => {
                    assert!(items.iter().all(|item| self.run.scope_of(*item) == Some(at)));
                    let nth = self.sessions.iter().find(|nth| scope(**nth) == *at);
                    assert!(nth.is_some(), "asked without a session");
                    let held = nth.and_then(|nth| self.holds.get(nth)).copied().unwrap_or(0);
                    assert!(self.now >= held, "asked during a pause");
                }
                Effect::WakeAt(_) | Effect::Finished => {}
            }
        }
    }

    /// Carries a request out, if the state allows it.
    fn carry_out(&mut self, item: ItemNo) -> Result<(), Failure> {
        let (place, now, action) = (self.place(item), self.now, self.action);
        let Some(machine) = self.machines.get_mut(&place).filter(|machine| !machine.gone) else {
            return Err(failure(FailureKind::NotFound, 404, "not found"));
        };
        if allowed_for(action, &machine.row).is_err() {
            return Err(failure(FailureKind::Conflict, 409, "not in this state"));
        }
        machine.carried_out += 1;
        if action == Action::Lock {
            // Does not change `updated`.
            if machine.row.locked != Told::Unsaid {
                machine.row.locked = Told::Said(true);
            }
            return Ok(());
        }
        let task = action.definition().task.map(|task| format!("{task:?}").to_lowercase());
        machine.row.task_state = Told::Said(task.map(TaskState));
        machine.row.updated = Some(wall(now));
        machine.until = Some(now + WORKS_MS);
        Ok(())
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
                    self.sessions.remove(&self.scope_no(item));
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
        self.late.extend(carried_out_after.map(|after| (self.now + after, item)));
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
            match self.machines.get(&(scope, id.clone())).filter(|machine| !machine.gone) {
                Some(machine) => rows.push(Arc::new(machine.row.clone())),
                None => gone.push(id),
            }
        }
        self.tell(Event::Seen { scope: at.clone(), asked, rows });
        self.tell(Event::Gone { scope: at, asked, servers: gone });
    }

    /// Lets time pass: tasks end, late requests are carried out, and the timer fires.
    pub fn pass(&mut self, ms: u64) {
        let end = self.now + ms;
        while self.now < end {
            let tasks = self.machines.values().filter_map(|machine| machine.until);
            let late = self.late.iter().map(|(at, _)| *at);
            let next = tasks.chain(late).chain(self.wake).map(|at| at.max(self.now)).min();
            self.now = next.unwrap_or(end).min(end);
            self.work();
            if self.wake.is_some_and(|at| at <= self.now) {
                self.wake = None;
                self.tell(Event::Tick);
            } else if next.is_none_or(|at| at >= end) {
                break;
            }
        }
    }

    fn work(&mut self) {
        let (now, action) = (self.now, self.action);
        let (due, late) = self.late.iter().partition(|(at, _)| *at <= now);
        self.late = late;
        let due: Vec<(u64, ItemNo)> = due;
        for (_, item) in due {
            // Nobody hears what becomes of it.
            let _ = self.carry_out(item);
        }
        for machine in self.machines.values_mut().filter(|machine| machine.until.is_some_and(|at| at <= now)) {
            machine.until = None;
            machine.row.task_state = Told::Said(None);
            machine.row.updated = Some(wall(now));
            match action {
                Action::Delete => machine.gone = true,
                Action::Stop => machine.row.status = Status::Shutoff,
                _ => {}
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

fn busy(phase: &Phase, options: Options) -> bool {
    match phase {
        Phase::Sent | Phase::Unknown(_) => true,
        Phase::Following => options.rolling,
        Phase::Waiting | Phase::Ended(_) => false,
    }
}

/// The cloud's clock, which is far after the rows were last changed, in whole seconds.
fn wall(now: u64) -> Timestamp {
    Timestamp(1_800_000_000_000 + (now / 1000 * 1000) as i64)
}
