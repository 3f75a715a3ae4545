//! A run: how it begins, and [`Run::step`].

use cloud::Timestamp;
use sync::{Millis, Operation as Followable, Watch};

use self::scopes::ScopeState;
use crate::{Effect, End, Event, Item, Operation, Options, Phase, Plan};

mod answers;
mod control;
mod getters;
mod looks;
mod rows;
mod scopes;
mod send;
mod things;

pub use getters::Counts;

/// Whether a run sends new requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Yes.
    Running,
    /// Not until `Resume`.
    Paused,
    /// No: a person stopped it.
    Stopped,
    /// No: too many items failed ([`Options::stop_after`]).
    AfterFailures,
}

/// An operation that is carried out on the instances of a plan.
#[derive(Debug)]
pub struct Run {
    pub(crate) id: String,
    pub(crate) operation: Operation,
    pub(crate) options: Options,
    pub(crate) began: Timestamp,
    pub(crate) scopes: Vec<ScopeState>,
    pub(crate) items: Vec<Item>,
    pub(crate) progress: Progress,
    /// The number of requests so far, including those before a reload.
    pub(crate) attempts: u64,
    /// The run's own time, which continues after a reload where it was saved.
    pub(crate) now: Millis,
    /// Failed items that do not count for `stop_after`, because a person retried others meanwhile.
    pub(crate) tolerated: usize,
    /// The positions of the items, sorted by scope and id.
    by_id: Vec<usize>,
    /// What the caller's clock showed when the run's own was 0, which may be before its beginning.
    zero: i64,
    /// No request is sent earlier, because of [`Options::pause_ms`].
    not_before: Millis,
    hidden: bool,
    offline: bool,
    /// The time the timer is set to.
    armed: Option<Millis>,
    finished: bool,
    /// Something changed that is stored.
    changed: bool,
}

impl Run {
    /// A run of a plan that has just been made from fresh rows. `id` must be unique in this browser; `began` is the time by
    /// the wall clock, for display. The first event is `Tick`.
    pub fn new(id: String, plan: &Plan, options: Options, now: Millis, began: Timestamp) -> Self {
        let mut run = Self::empty(id, plan.operation.clone(), options, now, began);
        for planned in &plan.items {
            let scope = run.scope_at(&planned.scope).unwrap_or_else(|| run.add_scope(planned.scope.clone(), true));
            let phase = match &planned.verdict {
                Ok(()) => Phase::Waiting,
                Err(skip) => Phase::Ended(End::Skipped(skip.clone())),
            };
            run.items.push(Item {
                scope,
                id: planned.id.clone(),
                kind: plan.operation.kind(),
                name: planned.name.clone(),
                action: planned.action,
                root: planned.root.clone(),
                server: planned.from.clone(),
                phase,
                since: Millis(0),
                watch: Watch::new(Followable::Act(planned.action), planned.server.as_deref()),
                row_at: Some(Millis(0)),
                against: None,
                asked: None,
                heard: None,
                first_sent: None,
                sent_at: Millis(0),
                attempt: None,
                tries: 0,
                busy_tries: 0,
                was_lost: false,
                retried: false,
                failure: None,
                request_id: None,
            });
        }
        run.sort();
        run
    }

    pub(crate) fn empty(id: String, operation: Operation, options: Options, now: Millis, began: Timestamp) -> Self {
        Self {
            id,
            operation,
            options,
            began,
            scopes: Vec::new(),
            items: Vec::new(),
            progress: Progress::Running,
            attempts: 0,
            now: Millis(0),
            tolerated: 0,
            by_id: Vec::new(),
            zero: signed(now),
            not_before: Millis(0),
            hidden: false,
            offline: false,
            armed: None,
            finished: false,
            changed: true,
        }
    }

    /// Continues the run's own time at `saved`.
    pub(crate) fn continue_at(&mut self, saved: Millis) {
        self.now = saved;
        self.zero = self.zero.saturating_sub(signed(saved));
    }

    /// The stored form is complete, and the end of a run that has ended was reported.
    pub(crate) fn was_read(&mut self) {
        (self.changed, self.finished) = (false, self.has_ended());
    }

    /// Drops items of an instance that occurs twice, which only a damaged record has.
    pub(crate) fn drop_doubles(&mut self) {
        let of = |at: &usize| self.items.get(*at).map(|item| (item.scope, &item.id));
        let mut doubles: Vec<usize> =
            self.by_id.windows(2).filter(|pair| of(&pair[0]) == of(&pair[1])).map(|pair| pair[1]).collect();
        doubles.sort_unstable();
        doubles.into_iter().rev().for_each(|at| drop(self.items.remove(at)));
        self.sort();
    }

    /// Must be called when items were added.
    pub(crate) fn sort(&mut self) {
        let items = &self.items;
        let mut by_id: Vec<usize> = (0..items.len()).collect();
        by_id.sort_by_key(|at| items.get(*at).map(|item| (item.scope, &item.id)));
        self.by_id = by_id;
    }

    /// Handles an event and returns the effects to carry out, in order. A `now` before the previous one is raised to that.
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        self.now = self.now.max(self.own_time(now));
        self.armed = self.armed.filter(|at| *at > self.now);
        self.take(event);
        self.expire();
        self.end_after_failures();
        let mut work = Vec::new();
        let ahead = self.send_due(&mut work);
        self.look_due(&ahead, &mut work);
        let mut effects = Vec::new();
        if std::mem::take(&mut self.changed) {
            effects.push(Effect::Save);
        }
        effects.append(&mut work);
        if !self.finished && self.items.iter().all(|item| item.end().is_some()) {
            self.finished = true;
            effects.push(Effect::Finished);
        }
        let wake = self.next(&ahead);
        if let Some(at) = wake.filter(|at| self.armed != Some(*at)) {
            self.armed = wake;
            effects.push(Effect::WakeAt(self.callers_time(at)));
        }
        effects
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Tick => {}
            Event::Answered { item, attempt, answer } => self.answered(item, attempt, answer),
            Event::Seen { scope, asked, rows } => self.seen(&scope, self.own_time(asked), &rows),
            Event::SeenThings { scope, asked, rows } => self.seen_things(&scope, self.own_time(asked), &rows),
            Event::Gone { scope, asked, ids } => self.gone(&scope, self.own_time(asked), &ids),
            Event::LookFailed { items, failure } => self.look_failed(&items, &failure),
            Event::Pause if self.progress == Progress::Running => self.proceed(Progress::Paused),
            Event::Resume if self.progress == Progress::Paused => self.proceed(Progress::Running),
            Event::Pause | Event::Resume => {}
            Event::Stop => self.proceed(Progress::Stopped),
            Event::Retry(items) => self.retry(&items),
            Event::Options(options) => (self.options, self.changed) = (options, true),
            Event::SessionEnded(scope) => self.session_ended(&scope),
            Event::SessionBack(scope) => self.session_back(&scope),
            Event::Hidden(hidden) => self.hidden = hidden,
            Event::Online(online) => self.offline = !online,
        }
    }

    fn enter(&mut self, at: usize, phase: Phase) {
        let now = self.now;
        if let Some(item) = self.items.get_mut(at) {
            if matches!(phase, Phase::Ended(_)) && self.options.rolling && item.first_sent.is_some() {
                self.not_before = self.not_before.max(now.plus(self.options.pause_ms));
            }
            item.enter(now, phase);
            self.changed = true;
        }
    }

    /// The position of an instance or thing.
    fn position(&self, scope: usize, id: &str) -> Option<usize> {
        let key = |at: &usize| self.items.get(*at).map(|item| (item.scope, item.id.as_str()));
        let found = self.by_id.binary_search_by(|at| key(at).cmp(&Some((scope, id)))).ok()?;
        self.by_id.get(found).copied()
    }

    fn own_time(&self, callers: Millis) -> Millis {
        Millis(u64::try_from(signed(callers).saturating_sub(self.zero)).unwrap_or(0))
    }

    fn callers_time(&self, own: Millis) -> Millis {
        Millis(u64::try_from(signed(own).saturating_add(self.zero)).unwrap_or(0))
    }
}

fn signed(time: Millis) -> i64 {
    i64::try_from(time.0).unwrap_or(i64::MAX)
}
