//! A run in this tab: its steps, and the order of their effects.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use cloud::{Scope, Timestamp};
use leptos::prelude::*;
use runner::{Effect, Event, Options, Plan, Run};
use sync::Millis;
use wasm_bindgen_futures::spawn_local;

use super::live::{self, Kept, LiveRun};
use super::{effects, journal, tabs};
use crate::browser::leader::Candidate;
use crate::browser::timers::{self, Timeout};
use crate::browser::{clock, leaving::LeavingAsks, tab};
use crate::data::intents::fresh_nonce;
use crate::data::{driver, session};

/// A write that takes longer than this, in ms, is followed by a pause as long as itself …
const QUICK_MS: u64 = 16;
/// … at most this long, in ms.
const REST_MAX_MS: u64 = 500;
/// The shortest time between two notifications of the page, in ms.
const TELL_MS: u64 = 150;

/// A run in this tab.
pub struct Held {
    /// What a page sees.
    pub live: LiveRun,
    /// The run itself. A tab that only shows it has it as it was last stored.
    pub run: RefCell<Run>,
    /// Who works in which scope.
    pub users: Vec<(Scope, String)>,
    /// Whether the page was reloaded since it began.
    pub was_read: Cell<bool>,
    /// The claim to be the tab that works on it.
    pub candidate: RefCell<Option<Candidate>>,
    /// The scopes with a session, by position in `users`.
    pub open: RefCell<Vec<bool>>,
    /// When the newest row that the local copy read of an instance was requested; with the position of its scope in `users`.
    pub heard: RefCell<BTreeMap<(usize, String), Millis>>,
    queue: RefCell<VecDeque<Effect>>,
    /// An effect is being carried out that the next ones wait for.
    waits: Cell<bool>,
    /// The run has changed since it was last stored.
    unsaved: Cell<bool>,
    timer: Cell<Option<Timeout>>,
    telling: Cell<bool>,
    begun: Cell<bool>,
    leaving: RefCell<Option<LeavingAsks>>,
}

thread_local! {
    static HELD: RefCell<Vec<Rc<Held>>> = const { RefCell::new(Vec::new()) };
}

/// All of them, the newest first.
pub fn all() -> Vec<Rc<Held>> {
    HELD.with_borrow(Clone::clone)
}

/// The run with this id.
pub fn of(id: &str) -> Option<Rc<Held>> {
    HELD.with_borrow(|all| all.iter().find(|held| *held.live.id == *id).cloned())
}

/// Adds a run.
pub fn add(held: Rc<Held>) {
    HELD.with_borrow_mut(|all| {
        all.push(held);
        all.sort_by_key(|held| std::cmp::Reverse(held.run.borrow().began()));
    });
    list();
}

/// Removes the runs for which `goes` is true from this tab, and ends its work on them. Another tab can take them over as soon
/// as what this returns is dropped.
pub fn remove(goes: impl Fn(&Held) -> bool) -> Vec<Candidate> {
    let gone = HELD.with_borrow_mut(|all| all.extract_if(.., |held| goes(held)).collect::<Vec<_>>());
    for held in &gone {
        held.queue.borrow_mut().clear();
        held.live.here.set(false);
        held.timer.take();
        held.leaving.take();
    }
    if !gone.is_empty() {
        list();
    }
    gone.iter().filter_map(|held| held.candidate.take()).collect()
}

fn list() {
    let shown = HELD.with_borrow(|all| all.iter().map(|held| held.live.clone()).collect());
    live::list().set(shown);
}

/// See [`super::start`].
pub fn start(mut plan: Plan, options: Options) {
    tabs::begin();
    let others = all();
    let kind = plan.operation.kind();
    plan.leave_to_others(|scope, id| others.iter().any(|held| held.run.borrow().works_on(kind, scope, id)));
    let id = fresh_nonce();
    let run = Run::new(id.clone(), &plan, options, driver::now(), Timestamp(clock::now_ms() as i64));
    let users = run.scopes().map(|scope| (scope.clone(), user_of(scope).unwrap_or_default())).collect();
    let held = Held::new(LiveRun::new(&id, true), run, users);
    held.open.borrow_mut().fill(true);
    if held.users.iter().any(|(_, user)| user.is_empty()) {
        held.not_kept();
    }
    add(held.clone());
    // Nobody else knows its id yet.
    if tabs::claim(&held) {
        let waiting = held.clone();
        let late = timers::after(LOCK_MS, move || {
            if !waiting.begun.get() {
                waiting.not_kept();
                waiting.begin();
            }
        });
        held.timer.set(Some(late));
    } else {
        // Two tabs must not work on it after a reload.
        held.not_kept();
        held.begin();
    }
}

/// A browser that has locks but does not grant them has not answered after this time, in ms.
const LOCK_MS: u64 = 2_000;

/// The id of the user of a scope's session, if the cloud reported it.
pub fn user_of(scope: &Scope) -> Option<String> {
    session::of(scope)?.user_id.as_ref().map(|user| user.as_str().to_owned())
}

impl Held {
    /// A run that has not begun in this tab.
    pub fn new(live: LiveRun, run: Run, users: Vec<(Scope, String)>) -> Rc<Self> {
        Rc::new(Self {
            live,
            run: RefCell::new(run),
            was_read: Cell::new(false),
            candidate: RefCell::default(),
            open: RefCell::new(vec![false; users.len()]),
            users,
            heard: RefCell::default(),
            queue: RefCell::default(),
            waits: Cell::new(false),
            unsaved: Cell::new(false),
            timer: Cell::default(),
            telling: Cell::new(false),
            begun: Cell::new(false),
            leaving: RefCell::default(),
        })
    }

    /// Begins to work on it in this tab.
    pub fn begin(self: &Rc<Self>) {
        if self.begun.replace(true) {
            return;
        }
        self.live.here.set(true);
        self.step(Event::Hidden(!tab::visible()));
        self.step(Event::Online(tab::online()));
        tabs::follow_sessions(self);
        self.step(Event::Tick);
    }

    /// Whether this tab works on it.
    pub fn is_at_work(&self) -> bool {
        self.begun.get() && self.live.here.get_untracked()
    }

    /// Passes an event to the run, if this tab works on it, and carries out the effects.
    pub fn step(self: &Rc<Self>, event: Event) {
        if !self.is_at_work() {
            return;
        }
        let effects = self.run.borrow_mut().step(driver::now(), event);
        self.unsaved.set(self.unsaved.get() || effects.contains(&Effect::Save));
        self.queue.borrow_mut().extend(effects);
        self.tell();
        self.carry_out();
    }

    /// Carries the effects out in order; those after a `Save` wait until the run is stored.
    fn carry_out(self: &Rc<Self>) {
        while !self.waits.get() {
            let Some(effect) = self.queue.borrow_mut().pop_front() else { return };
            match effect {
                Effect::Save => self.save(),
                Effect::Send { item, attempt } => effects::send(self, item, attempt),
                Effect::Look { scope, items } => effects::look(self, scope, items),
                Effect::WakeAt(at) => {
                    let held = self.clone();
                    let wait = at.since(driver::now()).max(1);
                    self.timer.set(Some(timers::after(wait, move || held.step(Event::Tick))));
                }
                Effect::Finished => {
                    self.timer.take();
                    self.leaving.take();
                }
            }
        }
    }

    fn save(self: &Rc<Self>) {
        // What is stored is always the newest state, so one write may do for several steps.
        if !self.unsaved.replace(false) {
            return;
        }
        if self.live.kept.get_untracked() == Kept::No {
            self.ask_before_leaving();
            return;
        }
        self.waits.set(true);
        let held = self.clone();
        spawn_local(async move {
            let began = driver::now();
            if !journal::store(&held).await {
                held.not_kept();
                held.ask_before_leaving();
            }
            // A run of thousands takes long to write: the page must have time for other work.
            let took = driver::now().since(began);
            if took > QUICK_MS {
                timers::pause(took.min(REST_MAX_MS)).await;
            }
            held.waits.set(false);
            held.carry_out();
        });
    }

    /// It does not survive a reload.
    fn not_kept(&self) {
        self.live.kept.set(Kept::No);
    }

    fn ask_before_leaving(&self) {
        let going = !self.run.borrow().has_ended();
        if going && self.leaving.borrow().is_none() {
            self.leaving.replace(Some(LeavingAsks::new()));
        }
    }

    /// Tells the page, not more often than it can be read.
    pub fn tell(self: &Rc<Self>) {
        if !self.telling.replace(true) {
            let held = self.clone();
            spawn_local(async move {
                timers::pause(TELL_MS).await;
                held.telling.set(false);
                held.live.changed.update(|changed| *changed = changed.wrapping_add(1));
            });
        }
    }
}
