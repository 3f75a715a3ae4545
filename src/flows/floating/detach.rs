//! Detaches a floating IP, and optionally releases it (row S30).

use ::view::network::User;
use cloud::floating::{Detach, DetachEvent, DetachStep};
use cloud::wire::FloatingIp;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::{
    self, Button, CheckField, ConfirmForm, Dialog, FailureCard, Kind, StepState, Steps, Submit, Warning, live_view,
    toast,
};

/// A floating IP and its instance, if known.
#[derive(Clone)]
pub struct Held {
    pub ip: FloatingIp,
    pub user: Option<User>,
}

impl Held {
    /// The placeholders `{address}` and `{name}`.
    pub fn names(&self) -> [(&'static str, Text); 2] {
        let name = match &self.user {
            Some((id, name)) if name.is_empty() => id.0.clone().into(),
            Some((_, name)) => name.clone().into(),
            None => tx(|t| t.floating_ips().its_port),
        };
        [("address", self.ip.address.clone().into()), ("name", name)]
    }
}

/// A detach in progress; continues after the dialog is closed.
#[derive(Clone)]
struct Detaching {
    machine: ArcStoredValue<Detach>,
    step: ArcRwSignal<DetachStep>,
    held: Held,
    release: bool,
    /// Whether the dialog is open.
    watched: ArcStoredValue<bool>,
}

/// The question, then the progress.
pub fn dialog(open: RwSignal<bool>, held: RwSignal<Option<Held>>) -> AnyView {
    let run = RwSignal::new(None::<Detaching>);
    effect(move || {
        if !open.get() {
            run.set(None);
        }
    });
    let words = move |which: crate::locales::Words| {
        Text::live(move || held.get().map(|held| filled(which, held.names())).unwrap_or_default())
    };
    let release = RwSignal::new(false);
    let begin = move || {
        if let Some(held) = held.get_untracked() {
            run.set(Some(Detaching::begin(held, release.get_untracked())));
        }
    };
    let question = move || {
        view! {
            <ConfirmForm open confirm=tx(|t| t.floating_ips().detach) danger=true submit=Submit::at_once(begin)>
                <p>{words(|t| t.floating_ips().detach_text)}</p>
                <CheckField label=tx(|t| t.floating_ips().release_too) value=release hint=tx(|t| t.floating_ips().release_hint) />
            </ConfirmForm>
        }
        .into_any()
    };
    view! {
        <Dialog open title=words(|t| t.floating_ips().detach_title)>
            {live_view(move || match run.get() {
                Some(run) => progress(run, open),
                None => question(),
            })}
        </Dialog>
    }
    .into_any()
}

impl Detaching {
    fn begin(held: Held, release: bool) -> Self {
        let (machine, step) = Detach::begin(held.ip.id.clone(), release);
        let (machine, shown) = (ArcStoredValue::new(machine), ArcRwSignal::new(step.clone()));
        let run = Self { machine, step: shown, held, release, watched: ArcStoredValue::new(true) };
        run.go(step);
        run
    }

    fn tell(&self, event: DetachEvent) {
        if let Some(step) = self.machine.try_update_value(|machine| machine.next(event)) {
            self.go(step);
        }
    }

    fn go(&self, step: DetachStep) {
        self.step.set(step.clone());
        let run = self.clone();
        let server = self.held.user.as_ref().map(|(id, _)| id.clone());
        match step {
            DetachStep::Take(id) => spawn_local(async move {
                run.tell(DetachEvent::Taken(data::detach_floating_ip(&id, server.as_ref()).await));
            }),
            DetachStep::Delete(id) => spawn_local(async move {
                run.tell(DetachEvent::Deleted(data::delete_floating_ip(&id, server.as_ref()).await));
            }),
            DetachStep::Kept => toast::done(filled(|t| t.floating_ips().detached_kept, self.held.names())),
            DetachStep::Released => toast::done(filled(|t| t.floating_ips().released, self.held.names())),
            DetachStep::Broken { failure, .. } if !self.watched.get_value() => {
                toast::failed(filled(|t| t.floating_ips().detach_failed, self.held.names()), failure);
            }
            DetachStep::Broken { .. } => {}
        }
    }

    fn lines(&self) -> Vec<ui::Step> {
        let (take, delete) = match self.step.get() {
            DetachStep::Take(_) => (StepState::Now, StepState::Next),
            DetachStep::Delete(_) => (StepState::Done, StepState::Now),
            DetachStep::Kept | DetachStep::Released => (StepState::Done, StepState::Done),
            DetachStep::Broken { orphan: false, .. } => (StepState::Failed, StepState::Next),
            DetachStep::Broken { orphan: true, .. } => (StepState::Done, StepState::Failed),
        };
        let line = |words: Text, state| ui::Step { words, note: Text::default(), state };
        let mut lines = vec![line(filled(|t| t.floating_ips().step_take, self.held.names()), take)];
        if self.release {
            lines.push(line(filled(|t| t.floating_ips().step_undo, self.held.names()), delete));
        }
        lines
    }
}

fn progress(run: Detaching, open: RwSignal<bool>) -> AnyView {
    let (watched, listed) = (run.step.clone(), run.clone());
    let (done, left) = (watched.clone(), run.watched.clone());
    on_cleanup(move || left.set_value(false));
    effect(move || {
        if matches!(done.get(), DetachStep::Kept | DetachStep::Released) {
            open.set(false);
        }
    });
    let steps = Signal::derive(move || listed.lines());
    view! {
        <div class="confirm flow">
            <div role="status"><Steps steps /></div>
            {live_view(move || match watched.get() {
                DetachStep::Broken { failure, orphan, unsure } => broken(&run, failure, orphan, unsure, open),
                _ => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

fn broken(run: &Detaching, failure: cloud::Failure, orphan: bool, unsure: bool, open: RwSignal<bool>) -> AnyView {
    let again = run.clone();
    let left =
        orphan.then(|| view! { <Warning words=filled(|t| t.floating_ips().off_not_released, run.held.names()) /> });
    let lost = unsure.then(|| view! { <Warning words=tx(|t| t.floating_ips().unsure) /> });
    view! {
        <FailureCard failure />
        {lost}
        {left}
        <footer class="dialog-foot">
            <Button label=tx(|t| t.common().close) on_click=move || open.set(false) />
            <Button label=tx(|t| t.common().retry) kind=Kind::Primary on_click=move || again.tell(DetachEvent::Again) />
        </footer>
    }
    .into_any()
}
