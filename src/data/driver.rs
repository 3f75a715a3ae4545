//! Runs `sync`: passes events to it, carries out its effects, and updates the signals that changed.

use std::cell::Cell;

use cloud::FailureKind;
use leptos::prelude::*;
use sync::{Ask, Change, Effect, Event, Key, Millis, Phase, Scope, Ticket};
use wasm_bindgen_futures::spawn_local;

use super::freshness::{Tab, wall_clock};
use super::lists::Instances;
use super::live::LiveState;
use super::sharing::SHARING;
use super::store::{Data, Signals, Store, store};
use super::{ask, last_known, notices, runs, session};
use crate::browser::requests::Abort;
use crate::browser::{clock, presence, tab, timers};

/// Starts the local copy with the events that came before its file was loaded. Calling it again has no effect.
pub fn run() {
    if store().begin(step) {
        listen();
        follow_work();
    }
}

/// Passes an event to `sync` and carries out the effects.
pub fn step(event: Event) {
    let store = store();
    let effects = store.copy.borrow_mut().step(now(), event);
    for effect in effects {
        carry_out(&store, effect);
    }
}

/// A component shows this key.
pub fn subscribe(key: Key) {
    signals(&key);
    store().enter(&key);
    choose_shown();
    step(Event::Subscribe(key));
}

/// A component no longer shows this key.
pub fn unsubscribe(key: Key) {
    store().leave(&key);
    choose_shown();
    step(Event::Unsubscribe(key));
}

/// Follows whether the tab is visible and the browser has a network.
fn listen() {
    let follow = || {
        let store = store();
        let (was, is) = (store.tab.get_untracked(), Tab { visible: tab::visible(), online: tab::online() });
        if was.visible != is.visible {
            step(if is.visible { Event::Visible } else { Event::Hidden });
        }
        if was.online != is.online {
            step(if is.online { Event::Online } else { Event::Offline });
        }
        if was != is {
            store.tab.set(is);
        }
    };
    follow();
    tab::on_change(follow);
}

/// Follows whether the person is active. Opening the page counts.
fn follow_work() {
    presence::listen(|| {
        let now = now();
        let told = TOLD_WORK.get().is_some_and(|at| now.since(at) < WORK_STEP_MS);
        if !told {
            TOLD_WORK.set(Some(now));
            step(Event::AtWork);
        }
    });
    step(Event::AtWork);
}

/// `sync` is told at most this often that the person is active.
const WORK_STEP_MS: u64 = 5_000;

thread_local! {
    static TOLD_WORK: Cell<Option<Millis>> = const { Cell::new(None) };
}

/// The signals of a key, created on the first call.
pub fn signals(key: &Key) -> Signals {
    let store = store();
    if let Some(signals) = store.signals_in_use(key) {
        return signals;
    }
    let signals = store.new_signals(key);
    signals.data.set(data(&store, key));
    publish_state(&store, key, &signals);
    signals
}

/// Tells `sync` which keys the page is about, if that changed.
pub fn choose_shown() {
    if let Some(shown) = store().choose_shown() {
        step(Event::AtHand(shown));
    }
}

/// The present time, in the clock of `sync` and `runner`.
pub fn now() -> Millis {
    // Milliseconds since the page was opened: never negative, and far below 2^53.
    Millis(clock::monotonic_ms() as u64)
}

fn carry_out(store: &Store, effect: Effect) {
    match effect {
        Effect::Fetch { ticket, key, ask } => fetch(store, ticket, key, ask),
        Effect::Abort(ticket) => {
            if let Some(abort) = store.aborts.borrow_mut().remove(&ticket) {
                abort.abort();
            }
        }
        Effect::Publish(change) => publish(store, change),
        Effect::WakeAt(at) => {
            let timer = timers::after(at.since(now()).max(1), || step(Event::Tick));
            store.timer.set(Some(timer));
        }
        Effect::SignInNeeded(scope) => {
            if let Some(session) = session::of(&scope) {
                session::expire(&session);
            }
        }
    }
}

fn fetch(store: &Store, ticket: Ticket, key: Key, wanted: Ask) {
    let Some(session) = session::of(key.scope()) else {
        // The session ended with another request. Without a failure, `sync` would still wait for this one after the next
        // sign-in.
        let failure = ask::unsent(FailureKind::Unauthenticated);
        return spawn_local(async move { step(Event::Failed { ticket, failure }) });
    };
    let abort = Abort::new();
    store.aborts.borrow_mut().insert(ticket, abort.clone());
    spawn_local(async move {
        let asked = clock::monotonic_ms();
        let answer = ask::ask(&session, &key, &wanted, &abort).await;
        // The request was aborted, and `sync` no longer knows the ticket.
        if super::store::store().aborts.borrow_mut().remove(&ticket).is_none() {
            return;
        }
        let answered = match answer {
            Ok(answered) => answered,
            Err(failure) => return step(Event::Failed { ticket, failure }),
        };
        if let Some(sharing) = SHARING.now() {
            (sharing.tell)(&session, &key, &wanted, &answered, asked);
        }
        runs::heard(&key, &wanted, &answered.answer, asked);
        step(Event::Answered { ticket, answer: answered.answer });
        last_known::answered(&key);
    });
}

fn publish(store: &Store, change: Change) {
    match change {
        Change::Servers { scope, added, updated, removed } => {
            for id in [added, updated, removed].iter().flatten() {
                if let Some(row) = store.row_in_use(&scope, id) {
                    row.set(store.copy.borrow().server(&scope, id));
                }
            }
            for key in store.instance_keys(&scope) {
                publish_value(store, &key);
            }
        }
        Change::Value(key) => publish_value(store, &key),
        Change::State(key) => {
            let Some(signals) = store.signals_in_use(&key) else { return };
            publish_state(store, &key, &signals);
            // A list's value says whether all its pages are there.
            if matches!(key, Key::Servers(_)) {
                publish_value(store, &key);
            }
        }
        Change::Followed(scope) => publish_followed(store, &scope),
    }
}

fn publish_value(store: &Store, key: &Key) {
    let Some(signals) = store.signals_in_use(key) else { return };
    let new = data(store, key);
    if !same(&signals.data.read_untracked(), &new) {
        signals.data.set(new);
    }
}

fn publish_state(store: &Store, key: &Key, signals: &Signals) {
    let state = store.copy.borrow().state(key);
    set_if_new(&signals.loaded_at, state.loaded_at.map(wall_clock));
    let live = match state.phase {
        Phase::Idle | Phase::FirstLoad => LiveState::Loading,
        Phase::Ready => LiveState::Ready,
        Phase::Refreshing => LiveState::Refreshing,
        Phase::Stale { failure, since } => LiveState::Stale { failure, since: wall_clock(since) },
        Phase::Failed(failure) => LiveState::Failed(failure),
        Phase::Gone => LiveState::Gone,
    };
    set_if_new(&signals.state, live);
}

fn publish_followed(store: &Store, scope: &Scope) {
    let after = store.copy.borrow().followed(scope);
    if store.scope.get_untracked().as_ref() == Some(scope) {
        store.followed.set(after.as_slice().into());
    }
    let before = store.told.borrow_mut().insert(scope.clone(), after.clone()).unwrap_or_default();
    notices::tell_changes(&before, &after);
}

fn data(store: &Store, key: &Key) -> Option<Data> {
    let copy = store.copy.borrow();
    match key {
        Key::Servers(scope) => {
            let (rows, state) = (copy.servers(scope), copy.state(key));
            let known = state.complete || state.rows > 0 || !rows.is_empty();
            known.then_some(Data::Instances(Instances { rows, complete: state.complete }))
        }
        Key::Server(scope, id) => copy.server(scope, id).map(Data::Instance),
        other => copy.value(other).map(Data::Value),
    }
}

/// Cheap: snapshots of the list are compared by address, not row by row.
fn same(old: &Option<Data>, new: &Option<Data>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(Data::Instances(old)), Some(Data::Instances(new))) => {
            old.complete == new.complete && std::sync::Arc::ptr_eq(&old.rows, &new.rows)
        }
        (Some(Data::Instance(old)), Some(Data::Instance(new))) => std::sync::Arc::ptr_eq(old, new),
        _ => false,
    }
}

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
