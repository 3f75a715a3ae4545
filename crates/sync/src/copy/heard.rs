//! Responses that another tab of the same session received. The leading tab sends requests for all that show the same; the
//! others use its responses, and send their own only when these stop coming.

use cloud::calls::servers::ServerQuery;
use cloud::wire::ServerPage;

use super::LocalCopy;
use crate::{Answer, Heard, Key, Millis, Scope};

impl LocalCopy {
    /// Uses the response if it is as good as one of our own: if its key is shown here, and no request is under way or needed
    /// after a change that the response may be older than.
    pub(super) fn heard_of_another(&mut self, heard: Heard) {
        let Heard { key, query, ago, answer } = heard;
        let key = &key;
        let asked = Millis(self.now.0.saturating_sub(ago));
        let Some(entry) = self.entries.get_mut(key).filter(|entry| entry.subscribers > 0) else { return };
        if entry.flight.is_some() || entry.so_far.is_some() || entry.wanted_now {
            // Both asked at the same time: the next time this tab waits for the other one.
            entry.heard = true;
            return;
        }
        let taken = match (key, answer) {
            (Key::Servers(scope), Answer::Servers(page)) => {
                query.is_some_and(|query| self.list_heard(scope, &query, asked, page))
            }
            (Key::Server(scope, id), Answer::Server(server)) if server.id == *id => {
                self.heard(scope, asked, vec![*server]);
                self.loaded(key, None);
                true
            }
            (Key::Servers(_) | Key::Server(..) | Key::Reservation(..), _) => false,
            (_, Answer::Value { value, more: false, moving }) => {
                self.value_came(key, value, false, moving);
                true
            }
            _ => false,
        };
        if let Some(entry) = self.entries.get_mut(key).filter(|_| taken) {
            entry.heard = true;
            entry.clear_failure();
        }
    }

    fn list_heard(&mut self, scope: &Scope, query: &ServerQuery, asked: Millis, page: ServerPage) -> bool {
        let now = self.now;
        let ids: Vec<_> = page.servers.iter().map(|server| server.id.clone()).collect();
        let copy = self.scope(scope);
        if !copy.list.heard(now, asked, query, page, &mut copy.table) {
            return false;
        }
        self.loaded(&Key::Servers(scope.clone()), None);
        for id in ids {
            self.judge(scope, &id, asked);
        }
        true
    }
}
