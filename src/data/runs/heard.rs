//! What the local copy reads anyway: a run that is shown in a table of instances needs few requests of its own.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Scope, ServerId};
use sync::{Answer, Ask, Key, Millis, pace};

use super::effects::seen;
use super::held::{self, Held};
use crate::data::driver;
use crate::data::store::store;

/// An answer, before the local copy takes it; `asked`: when it was requested, in ms of the monotonic clock.
pub fn heard(key: &Key, ask: &Ask, answer: &Answer, asked: f64) {
    let (scope, asked) = (key.scope(), Millis(asked as u64));
    if let Key::Servers(_) = key {
        LAST.set(Some((scope.clone(), asked)));
    }
    for held in held::all() {
        let Some(at) = held.users.iter().position(|(of, _)| of == scope) else { continue };
        let rows = match answer {
            Answer::Servers(page) => {
                let whole = matches!(ask, Ask::Servers(query) if query.changes_since.is_some()) && !page.has_next;
                let mut rows = of_run(&held, scope, page.servers.iter());
                if whole {
                    rows.extend(unchanged(&held, scope, &page.servers));
                }
                rows
            }
            Answer::Server(server) => of_run(&held, scope, std::iter::once(&**server)),
            Answer::Value { .. } => return,
        };
        held.heard.borrow_mut().extend(rows.iter().map(|row| ((at, row.id.as_str().to_owned()), asked)));
        seen(&held, scope, asked, rows);
    }
}

/// Whether the local copy polls the instances of a scope quickly, and will soon have what a run would ask for.
pub fn is_followed(scope: &Scope) -> bool {
    let (store, key) = (store(), Key::Servers(scope.clone()));
    let just_now = LAST.with_borrow(|last| {
        last.as_ref().is_some_and(|(of, at)| of == scope && driver::now().since(*at) < pace::QUICK_MS + 1_000)
    });
    just_now && store.keys_in_use(scope).contains(&key) && store.copy.borrow().state(&key).complete
}

thread_local! {
    /// When the local copy last read a list of instances, and of which scope.
    static LAST: RefCell<Option<(Scope, Millis)>> = const { RefCell::new(None) };
}

fn of_run<'a>(held: &Held, scope: &Scope, rows: impl Iterator<Item = &'a Server>) -> Vec<Arc<Server>> {
    let run = held.run.borrow();
    rows.filter(|row| run.works_on(None, scope, row.id.as_str())).map(|row| Arc::new(row.clone())).collect()
}

/// The instances that are followed and not in a whole list of changes: they are as they were. (Actions whose end changes
/// nothing that such a list reports are not followed.)
fn unchanged(held: &Held, scope: &Scope, changed: &[Server]) -> Vec<Arc<Server>> {
    let (run, store) = (held.run.borrow(), store());
    let copy = store.copy.borrow();
    let is_new = |id: &ServerId| changed.iter().all(|row| row.id != *id);
    run.following(scope).filter(is_new).filter_map(|id| copy.server(scope, &id)).collect()
}
