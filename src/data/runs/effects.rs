//! The requests of a run: its actions, and what it asks the cloud about them.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use cloud::calls::servers::{self, ServerQuery};
use cloud::calls::{images, keypairs, network, volumes};
use cloud::rules::lifecycle::says_locked;
use cloud::wire::Server;
use cloud::{Failure, FailureKind, Scope, ServerId, Status, Timestamp};
use runner::{Attempt, Event, Going, ItemNo, Kind, Operation};
use sync::{Event as CopyEvent, Key, pace};
use wasm_bindgen_futures::spawn_local;

use super::heard::is_followed;
use super::held::Held;
use crate::browser::{clock, timers};
use crate::data::intents::{send_allowed, send_anyway};
use crate::data::{ask, driver, locked};

/// Up to this many instances are asked for one by one, more by a list.
const ONE_BY_ONE: usize = 3;
/// This many of those requests are under way at the same time.
const LOOKS_AT_ONCE: usize = 4;
/// How far the list of changes goes back behind the first request it is about, in ms: `updated` has whole seconds, and the
/// clocks of the hosts differ.
const MARGIN_MS: u64 = 60_000;
/// At most this many pages of it.
const PAGES_MAX: usize = 40;
/// What the local copy reads within this time need not be asked for, in ms.
const COPY_MS: u64 = pace::QUICK_MS + 500;
/// The list in the page is read again at most this often because of a run, in ms; while something in it changes, it is
/// polled anyway.
const SHOW_MS: u64 = pace::QUICK_MS;

/// Sends the request of an item.
pub fn send(held: &Rc<Held>, item: ItemNo, attempt: Attempt) {
    let run = held.run.borrow();
    let (scope, call) = (run.scope_of(item).cloned(), run.call(item));
    let id = run.items().get(item.0).map(|item| item.id().to_owned());
    let kind = run.operation().kind();
    drop(run);
    let held = held.clone();
    spawn_local(async move {
        let answer = match (scope, call, id) {
            (Some(scope), Some(call), Some(id)) => {
                let answer = send_allowed(&scope, call).await.map(|(_, request_id)| request_id);
                match &answer {
                    Ok(_) => show_soon(&scope, kind),
                    Err(failure) if kind.is_none() && says_locked(failure) => {
                        locked::note(&scope, &ServerId::from(id.as_str()));
                    }
                    Err(_) => {}
                }
                answer
            }
            _ => Err(ask::unsent(FailureKind::Other)),
        };
        held.step(Event::Answered { item, attempt, answer });
    });
}

thread_local! {
    static SHOWN: RefCell<Option<(Scope, sync::Millis)>> = const { RefCell::new(None) };
}

/// Lets the table show soon that instances or things have begun to change.
fn show_soon(scope: &Scope, kind: Option<Kind>) {
    let now = driver::now();
    let soon = SHOWN.with_borrow(|last| last.as_ref().is_some_and(|(of, at)| of == scope && now.since(*at) < SHOW_MS));
    if !soon {
        SHOWN.set(Some((scope.clone(), now)));
        let list: fn(Scope) -> Key = match kind {
            None => Key::Servers,
            Some(Kind::Volume) => Key::Volumes,
            Some(Kind::Snapshot) => Key::Snapshots,
            Some(Kind::Image) => Key::Images,
            Some(Kind::FloatingIp) => Key::FloatingIps,
            Some(Kind::KeyPair) => Key::KeyPairs,
            Some(Kind::SecurityGroup) => Key::SecurityGroups,
        };
        driver::step(CopyEvent::Invalidate(list(scope.clone())));
    }
}

/// Asks for items: many by the list of what has changed since the first of them was sent, and those that are not in it one
/// by one.
pub fn look(held: &Rc<Held>, scope: Scope, items: Vec<ItemNo>) {
    let held = held.clone();
    spawn_local(async move {
        let mut left: Vec<(ItemNo, String)> = {
            let run = held.run.borrow();
            let id = |no: ItemNo| run.items().get(no.0).map(|item| (no, item.id().to_owned()));
            items.into_iter().filter_map(id).collect()
        };
        let of_instances = held.run.borrow().operation().kind().is_none();
        if of_instances && is_followed(&scope) {
            let asked = driver::now();
            timers::pause(COPY_MS).await;
            let heard = held.heard.borrow();
            let of = held.users.iter().position(|(of, _)| *of == scope).unwrap_or_default();
            left.retain(|(_, id)| heard.get(&(of, id.clone())).is_none_or(|at| *at < asked));
        }
        if of_instances
            && left.len() > ONE_BY_ONE
            && let Some(since) = since(&held, &left)
            && let Err(failure) = changed(&held, &scope, since, &mut left).await
        {
            let items = left.into_iter().map(|(no, _)| no).collect();
            return held.step(Event::LookFailed { items, failure });
        }
        let left = Rc::new(RefCell::new(left));
        for _ in 0..LOOKS_AT_ONCE {
            let (held, scope, left) = (held.clone(), scope.clone(), left.clone());
            spawn_local(async move {
                while let Some((no, id)) = take(&left) {
                    look_at(&held, &scope, no, id, &left).await;
                }
            });
        }
    });
}

fn take(left: &RefCell<Vec<(ItemNo, String)>>) -> Option<(ItemNo, String)> {
    left.borrow_mut().pop()
}

/// When the first of these was sent, by the cloud's clock, and somewhat earlier; `None` if one was not sent.
fn since(held: &Held, items: &[(ItemNo, String)]) -> Option<Timestamp> {
    let (run, now) = (held.run.borrow(), driver::now());
    let sent: Vec<u64> = items.iter().filter_map(|(no, _)| run.took(*no, now)).collect();
    let longest = *sent.iter().max()?;
    let began = match held.was_read.get() {
        // The run's clock stood still while no page was open.
        true => run.began().0,
        false => clock::now_ms() as i64 - i64::try_from(longest).ok()?,
    };
    (sent.len() > ONE_BY_ONE).then_some(Timestamp(began - MARGIN_MS as i64))
}

/// Reads what has changed, and removes from `left` what was found.
async fn changed(
    held: &Rc<Held>,
    scope: &Scope,
    since: Timestamp,
    left: &mut Vec<(ItemNo, String)>,
) -> Result<(), Failure> {
    let mut query =
        ServerQuery { changes_since: Some(since), limit: Some(pace::DELTA_LIMIT), ..ServerQuery::default() };
    for _ in 0..PAGES_MAX {
        let asked = driver::now();
        let page = send_anyway(scope, servers::list(&query)).await?;
        let last = page.servers.last().map(|server| server.id.clone());
        let full = page.has_next || page.servers.len() >= pace::DELTA_LIMIT as usize;
        left.retain(|(_, id)| page.servers.iter().all(|server| server.id.as_str() != id));
        let rows = page.servers.into_iter().map(Arc::new).collect();
        seen(held, scope, asked, rows);
        let next = last.filter(|last| full && query.marker.as_ref() != Some(last));
        match next {
            Some(next) if !left.is_empty() => query.marker = Some(next),
            _ => break,
        }
    }
    Ok(())
}

async fn look_at(held: &Rc<Held>, scope: &Scope, no: ItemNo, id: String, left: &RefCell<Vec<(ItemNo, String)>>) {
    let asked = driver::now();
    let operation = held.run.borrow().operation().clone();
    let answer = match operation.kind() {
        None => {
            let answer = send_anyway(scope, runner::look(&ServerId::from(id.as_str()))).await;
            answer.map(|server| seen(held, scope, asked, vec![Arc::new(server)]))
        }
        Some(kind) => going(scope, &operation, kind, &id).await.map(|going| {
            held.step(Event::SeenThings { scope: scope.clone(), asked, rows: vec![(id.clone(), going)] });
        }),
    };
    match answer {
        Ok(()) => {}
        Err(failure) if failure.kind == FailureKind::NotFound => {
            held.step(Event::Gone { scope: scope.clone(), asked, ids: vec![id] });
        }
        Err(failure) => {
            // The others would fail for the same reason.
            let items = [no].into_iter().chain(left.take().into_iter().map(|(no, _)| no)).collect();
            held.step(Event::LookFailed { items, failure });
        }
    }
}

/// How far the operation on a thing is.
async fn going(scope: &Scope, operation: &Operation, kind: Kind, id: &str) -> Result<Going, Failure> {
    match kind {
        Kind::Volume => {
            let volume = send_anyway(scope, volumes::get(&id.into())).await?;
            return Ok(Going::of_volume(operation, &volume));
        }
        Kind::Snapshot => {
            let snapshot = send_anyway(scope, volumes::snapshot(&id.into())).await?;
            return Ok(Going::of_snapshot(&snapshot.status));
        }
        Kind::Image => drop(send_anyway(scope, images::get(&id.into())).await?),
        Kind::FloatingIp => drop(send_anyway(scope, network::floating_ip(&id.into())).await?),
        Kind::KeyPair => drop(send_anyway(scope, keypairs::get(&id.into())).await?),
        Kind::SecurityGroup => drop(send_anyway(scope, network::security_group(&id.into())).await?),
    }
    Ok(Going::No)
}

/// Passes rows to the run. Lists of changes contain deleted instances for a while.
pub fn seen(held: &Rc<Held>, scope: &Scope, asked: sync::Millis, rows: Vec<Arc<Server>>) {
    let (gone, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.status == Status::Deleted);
    if !gone.is_empty() {
        let ids = gone.iter().map(|row| row.id.to_string()).collect();
        held.step(Event::Gone { scope: scope.clone(), asked, ids });
    }
    if !rows.is_empty() {
        held.step(Event::Seen { scope: scope.clone(), asked, rows });
    }
}
