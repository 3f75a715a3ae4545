//! What the local copy reads anyway: a run that is shown in a table of instances needs few requests of its own.

use std::sync::Arc;

use cloud::wire::Server;
use cloud::{Scope, ServerId};
use sync::{Answer, Ask, Key, Millis};

use super::effects::seen;
use super::held::{self, Held};
use crate::data::store::store;

/// An answer, before the local copy takes it; `asked`: when it was requested, in ms of the monotonic clock.
pub fn heard(key: &Key, ask: &Ask, answer: &Answer, asked: f64) {
    let (scope, asked) = (key.scope(), Millis(asked as u64));
    for held in held::all().into_iter().filter(|held| held.users.iter().any(|(of, _)| of == scope)) {
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
        seen(&held, scope, asked, rows);
    }
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
