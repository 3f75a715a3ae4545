//! Reads, writes and removes stored lists. The tab that received the cloud's answer writes, at most every 10 s and when it
//! is hidden.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use cloud::last_known::{self, Head, removal};
use cloud::wire::{FlavorName, Server};
use cloud::{Scope, Timestamp, UserId};
use leptos::prelude::*;
use sync::{Key, VecMap};
use wasm_bindgen_futures::spawn_local;

use super::{Found, LastKnown, NotKept, allowed, keeps_any, keeps_lists_of, note_user, set_to_remove, to_remove};
use crate::browser::database::{self, Change, Refused, Shelf};
use crate::browser::storage::{Preference, keep_preference};
use crate::browser::timers::{self, Timeout};
use crate::browser::{clock, tab};
use crate::data::freshness::wall_clock;
use crate::data::session::{self, SessionState};
use crate::data::store::store;

/// The shortest time between two writes, in ms.
const PAUSE_MS: f64 = 10_000.0;

/// A list whose rows did not change is written again only after this time, in ms, in case another tab has removed it. Until
/// then only its date is.
const AGAIN_MS: f64 = 60_000.0;

/// The rows that were last written, the flavors' names in them, and when.
type Written = (Arc<[Arc<Server>]>, Arc<[FlavorName]>, f64);

thread_local! {
    /// The scopes whose lists are to be written.
    static DUE: RefCell<Vec<Scope>> = const { RefCell::new(Vec::new()) };
    static TIMER: Cell<Option<Timeout>> = const { Cell::new(None) };
    static WROTE: Cell<Option<f64>> = const { Cell::new(None) };
    /// By the key it is stored under.
    static WRITTEN: RefCell<VecMap<String, Written>> = RefCell::default();
    static STARTED: Cell<bool> = const { Cell::new(false) };
    static TROUBLE: ArcRwSignal<Option<NotKept>> = ArcRwSignal::new(None);
}

/// Looks up the stored list for the scope and user of the session, or for those of a start without one.
pub fn look(found: RwSignal<Option<LastKnown>>) {
    let store = store();
    let key = match store.session.get_untracked() {
        SessionState::SignedIn(session) => session
            .user_id
            .as_ref()
            .filter(|user| keeps_lists_of(user))
            .map(|user| last_known::key(&session.scope, user)),
        SessionState::SignedOut => store.without_session.get_untracked().map(|head| head.key()),
        // The list of a locked session is not shown before the person has signed in again.
        SessionState::Starting | SessionState::Expired(_) => None,
    };
    let Some(key) = key else { return };
    spawn_local(async move {
        if let Ok(Some(list)) = read(&key).await {
            // The page may be gone.
            let _ = found.try_set(Some(list));
        }
    });
}

async fn read(key: &str) -> Result<Option<LastKnown>, Refused> {
    let head = database::get(Shelf::ListHeads, key).await?;
    let Some(head) = head.as_deref().and_then(Head::read).filter(|head| head.key() == key) else { return Ok(None) };
    if must_go(&head) {
        database::change(deletion(&head)).await?;
        return Ok(None);
    }
    let list = database::get(Shelf::Lists, key).await?;
    let rows = list.as_deref().and_then(last_known::read);
    Ok(rows.map(|rows| LastKnown { at: head.at, rows: rows.into_iter().map(Arc::new).collect() }))
}

/// The list to show if the session cannot be checked.
pub fn without_session(user: UserId) -> Found {
    Box::pin(async move {
        let heads = heads().await.ok()?;
        let heads: Vec<_> = heads.into_iter().filter(|head| !must_go(head)).collect();
        last_known::newest(&heads, &user, store().wanted.borrow().as_ref()).cloned()
    })
}

/// The cloud answered a request for the instances of a scope, or for the flavors' names: its list will be written.
pub fn answered(scope: &Scope) {
    if !keeps_any() {
        return;
    }
    if !STARTED.replace(true) {
        tab::on_change(|| {
            if !tab::visible() {
                write_due();
            }
        });
    }
    DUE.with_borrow_mut(|due| {
        if !due.contains(scope) {
            due.push(scope.clone());
        }
    });
    let timer = TIMER.take().or_else(|| {
        let wait = WROTE.get().map_or(0.0, |wrote| wrote + PAUSE_MS - clock::monotonic_ms());
        Some(timers::after(wait.max(0.0) as u64, write_due))
    });
    TIMER.set(timer);
}

fn write_due() {
    TIMER.take();
    for scope in DUE.take() {
        WROTE.set(Some(clock::monotonic_ms()));
        write(&scope);
    }
}

/// Writes the list of a scope, unless it is incomplete or the session has ended.
fn write(scope: &Scope) {
    let (store, now) = (store(), clock::monotonic_ms());
    let key = Key::Servers(scope.clone());
    let state = store.copy.borrow().state(&key);
    let session = session::of(scope).filter(|_| state.complete);
    let user = session.as_ref().and_then(|session| session.user_id.clone()).filter(keeps_lists_of);
    let (Some(session), Some(user), Some(at)) = (session, user, state.loaded_at) else { return };
    let project = session.tenant_name.clone();
    let head = Head { scope: scope.clone(), project, user, at: wall_clock(at) };
    let rows = store.copy.borrow().servers(scope);
    let mut changes = vec![Change::Put(Shelf::ListHeads, head.key(), head.write())];
    let names = flavor_names(scope);
    let is_written =
        |(written, with, at): &Written| Arc::ptr_eq(written, &rows) && *with == names && now - at < AGAIN_MS;
    if !WRITTEN.with_borrow(|all| all.get(&head.key()).is_some_and(is_written)) {
        changes.push(Change::Put(Shelf::Lists, head.key(), text(&rows, &names)));
        WRITTEN.with_borrow_mut(|all| all.insert(head.key(), (rows, names, now)));
    }
    spawn_local(async move {
        let done = database::change(changes).await;
        if done.is_err() {
            WRITTEN.with_borrow_mut(|all| all.remove(&head.key()));
        }
        tell(done);
        // Another tab may have switched it off meanwhile.
        if !keeps_lists_of(&head.user) {
            sweep();
        }
    });
}

fn flavor_names(scope: &Scope) -> Arc<[FlavorName]> {
    let names = store().copy.borrow().value(&Key::FlavorNames(scope.clone()));
    names.and_then(|names| names.get()).unwrap_or_default()
}

fn text(rows: &[Arc<Server>], names: &[FlavorName]) -> String {
    last_known::write(rows.iter().map(|row| &**row), |server| {
        let id = server.flavor.said()?.id.as_ref()?;
        names.iter().find(|flavor| flavor.id == *id).map(|flavor| flavor.name.as_str())
    })
}

/// Removes the lists that must not be stored any more. If this fails, the next start tries again.
pub fn sweep() {
    WRITTEN.take();
    spawn_local(async { tell(swept().await) });
}

async fn swept() -> Result<(), Refused> {
    let marked = to_remove();
    if removal::is_all(&marked) {
        database::change(vec![Change::Clear(Shelf::Lists), Change::Clear(Shelf::ListHeads)]).await?;
    } else {
        let gone: Vec<_> = heads().await?.iter().filter(|head| must_go(head)).flat_map(deletion).collect();
        if !gone.is_empty() {
            database::change(gone).await?;
        }
    }
    set_to_remove(&removal::without(&to_remove(), &marked));
    Ok(())
}

/// Whether it is too old, somebody signed out, or its user does not want it stored.
fn must_go(head: &Head) -> bool {
    head.is_over(now()) || removal::includes(&to_remove(), &head.scope) || !keeps_lists_of(&head.user)
}

fn deletion(head: &Head) -> Vec<Change> {
    vec![Change::Delete(Shelf::Lists, head.key()), Change::Delete(Shelf::ListHeads, head.key())]
}

async fn heads() -> Result<Vec<Head>, Refused> {
    let texts = database::all(Shelf::ListHeads).await?;
    Ok(texts.iter().filter_map(|text| Head::read(text)).collect())
}

/// Switches keeping lists on or off for the users of all open sessions.
pub fn switch(on: bool) {
    let open = store().sessions.get_untracked();
    let mut users: Vec<UserId> = open.iter().filter_map(|open| open.session.user_id.clone()).collect();
    users.sort();
    users.dedup();
    let mut all = allowed();
    all.retain(|allowed| users.iter().all(|user| user.as_str() != allowed));
    if on {
        all.extend(users.iter().map(|user| user.as_str().to_owned()));
    }
    keep_preference(Preference::KeepLists, Some(all.join("\n").as_str()).filter(|all| !all.is_empty()));
    note_user(&store().session.get_untracked());
    if !on {
        if !keeps_any() {
            // Even if this tab is closed now.
            set_to_remove(&removal::add("", None));
        }
        return sweep();
    }
    if users.is_empty() {
        return TROUBLE.with(|trouble| trouble.set(Some(NotKept::Nobody)));
    }
    if !keeps_any() {
        return tell(Err(Refused::Denied));
    }
    // Whether the browser has a database at all.
    spawn_local(async { tell(database::change(Vec::new()).await) });
    for open in open {
        answered(&open.session.scope);
    }
}

/// Why the last list was not stored; `None` if it was.
pub fn trouble() -> Signal<Option<NotKept>> {
    TROUBLE.with(Clone::clone).into()
}

fn tell(done: Result<(), Refused>) {
    TROUBLE.with(|trouble| trouble.set(done.err().map(NotKept::Refused)));
}

fn now() -> Timestamp {
    Timestamp(clock::now_ms() as i64)
}
