//! Carries out an attach. It continues after its dialog is closed, because an allocated address must not be left
//! unattached.

use std::sync::Arc;
use std::time::Duration;

use cloud::Timestamp;
use cloud::floating::{AddressFrom, Attach, Event, Known, Step, is_fresh};
use cloud::wire::{FloatingIp, Server};
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::Scope;

use crate::browser::clock;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::ui::{self, StepState, toast};

/// The displayed progress.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Find,
    Make,
    Give,
    Undo,
}

/// An attach in progress.
#[derive(Clone)]
pub struct Attaching {
    machine: ArcStoredValue<Attach>,
    /// The current step, or the result.
    pub step: ArcRwSignal<Step>,
    stage: ArcRwSignal<Stage>,
    failed: ArcRwSignal<Option<Stage>>,
    /// The address, once known.
    address: ArcRwSignal<String>,
    makes: bool,
    server: Arc<Server>,
    scope: Option<Scope>,
    /// Whether the dialog is open.
    watched: ArcStoredValue<bool>,
}

impl Attaching {
    /// Starts.
    pub fn begin(server: &Arc<Server>, from: AddressFrom, known: Known) -> Self {
        // The clock's milliseconds are integers far below 2^53.
        let fresh = is_fresh(server, Timestamp(clock::now_ms() as i64));
        let (address, makes) = match &from {
            AddressFrom::Own(ip) => (ip.address.clone(), false),
            AddressFrom::Pool(_) => (String::new(), true),
        };
        let (machine, step) = Attach::begin(server.id.clone(), from, known, fresh);
        let new = Self {
            machine: ArcStoredValue::new(machine),
            step: ArcRwSignal::new(step.clone()),
            stage: ArcRwSignal::new(Stage::Find),
            failed: ArcRwSignal::new(None),
            address: ArcRwSignal::new(address),
            makes,
            server: server.clone(),
            scope: data::present_scope(),
            watched: ArcStoredValue::new(true),
        };
        new.go(step);
        new
    }

    /// Passes the result of a step to the state machine, and carries out the next one.
    pub fn tell(&self, event: Event) {
        if let Event::Made(Ok(ip)) = &event {
            self.address.set(ip.address.clone());
        }
        // In another scope these ids are invalid or mean something else.
        if data::present_scope() != self.scope {
            return self.say_orphan();
        }
        if let Some(step) = self.machine.try_update_value(|machine| machine.next(event)) {
            self.go(step);
        }
    }

    fn go(&self, step: Step) {
        self.stage.update(|stage| *stage = stage_of(&step).unwrap_or(*stage));
        match &step {
            Step::Broken { .. } | Step::NoPort | Step::NoRoute => {
                self.failed.set(Some(self.stage.get_untracked()));
            }
            Step::Delete(_) | Step::Undone(_) => {}
            _ => self.failed.set(None),
        }
        self.step.set(step.clone());
        self.ask(step);
    }

    fn ask(&self, step: Step) {
        let run = self.clone();
        match step {
            Step::FindPorts(server) => {
                spawn_local(async move { run.tell(Event::Ports(data::ports_of(&server).await)) });
            }
            Step::Make(pool) => {
                spawn_local(async move { run.tell(Event::Made(data::create_floating_ip(&pool).await)) });
            }
            Step::Give { ip, port, fixed } => spawn_local(async move {
                let given = data::attach_floating_ip(&ip, &port, fixed.as_deref(), &run.server.id).await;
                run.tell(Event::Given(given));
            }),
            Step::Delete(id) => {
                spawn_local(async move { run.tell(Event::Deleted(data::delete_floating_ip(&id, None).await)) });
            }
            Step::Wait(ms) => set_timeout(move || run.tell(Event::Waited), Duration::from_millis(ms.into())),
            Step::Done(_) => toast::done(filled(|t| t.floating_ips().attached_done, self.names())),
            Step::Broken { failure, .. } if !self.watched.get_value() => {
                toast::failed(filled(|t| t.floating_ips().attach_failed, self.names()), failure);
                self.say_orphan();
            }
            Step::Choose(_) | Step::NoPort | Step::NoRoute | Step::Broken { .. } | Step::Undone(_) => {}
        }
    }

    /// The allocated address that is attached to nothing, if a person has to decide about it.
    pub fn orphan(&self) -> Option<FloatingIp> {
        match self.step.get() {
            Step::Broken { orphan, .. } => orphan,
            _ => None,
        }
    }

    /// The dialog was closed: reports what is left, if nobody was asked.
    pub fn leave(&self) {
        if self.watched.get_value() {
            self.watched.set_value(false);
            if untrack(|| self.orphan()).is_some() {
                self.say_orphan();
            }
        }
    }

    /// The person keeps the address: there is nothing to report.
    pub fn settle(&self) {
        self.watched.set_value(false);
    }

    fn say_orphan(&self) {
        if self.makes && !self.address.with_untracked(String::is_empty) {
            toast::bad(filled(|t| t.floating_ips().orphan_left, self.names()));
        }
    }

    /// The placeholders `{address}` and `{name}`.
    pub fn names(&self) -> [(&'static str, Text); 2] {
        let name = if self.server.name.is_empty() { self.server.id.0.clone() } else { self.server.name.clone() };
        let address = self.address.clone();
        let address = Text::live(move || match address.get() {
            none if none.is_empty() => tx(|t| t.floating_ips().new_address),
            address => address.into(),
        });
        [("address", address), ("name", name.into())]
    }

    /// The displayed steps.
    pub fn lines(&self) -> Vec<ui::Step> {
        let (at, step, failed) = (self.stage.get(), self.step.get(), self.failed.get());
        let waits = matches!(step, Step::Wait(_));
        let ended = matches!(step, Step::Done(_) | Step::Undone(_));
        let line = |stage: Stage, words: Text| {
            let state = match stage.cmp(&at) {
                _ if failed == Some(stage) => StepState::Failed,
                std::cmp::Ordering::Greater => StepState::Next,
                std::cmp::Ordering::Equal if !ended => StepState::Now,
                _ => StepState::Done,
            };
            let note = if waits && stage == at { tx(|t| t.floating_ips().waits_fresh) } else { Text::default() };
            ui::Step { words, note, state }
        };
        let mut lines = vec![line(Stage::Find, filled(|t| t.floating_ips().step_find, self.names()))];
        if self.makes {
            lines.push(line(Stage::Make, tx(|t| t.floating_ips().step_make)));
        }
        lines.push(line(Stage::Give, filled(|t| t.floating_ips().step_give, self.names())));
        if at == Stage::Undo {
            lines.push(line(Stage::Undo, filled(|t| t.floating_ips().step_undo, self.names())));
        }
        lines
    }
}

fn stage_of(step: &Step) -> Option<Stage> {
    Some(match step {
        Step::FindPorts(_) | Step::Choose(_) | Step::NoPort | Step::NoRoute => Stage::Find,
        Step::Make(_) => Stage::Make,
        Step::Give { .. } | Step::Done(_) => Stage::Give,
        Step::Delete(_) => Stage::Undo,
        Step::Wait(_) | Step::Broken { .. } | Step::Undone(_) => return None,
    })
}
