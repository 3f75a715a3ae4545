//! Decides when each key is fetched, and with which request.

use cloud::calls::servers::ServerQuery;

use super::{LocalCopy, note};
use crate::entry::{Entry, Flight};
use crate::list::Work;
use crate::{Ask, Effect, Key, Millis, Ticket, Value, pace};

impl LocalCopy {
    /// The keys that are shown, and those that followed operations need. The list of instances comes first, then those
    /// that were not fetched for the longest time, because a hidden tab shares one request rate among all of them.
    fn wanted(&self, follow_keys: &[Key]) -> Vec<Key> {
        let shown = self.entries.iter().filter(|(_, entry)| entry.subscribers > 0).map(|(key, _)| key);
        let order = |key: &Key| (self.entries.get(key).map_or(Millis(0), |entry| entry.asked), key.rank());
        let mut wanted: Vec<Key> = Vec::new();
        for key in shown.chain(follow_keys) {
            if wanted.contains(key) {
                continue;
            }
            let at = wanted.iter().position(|known| order(known) > order(key)).unwrap_or(wanted.len());
            wanted.insert(at, key.clone());
        }
        wanted
    }

    /// What a hidden tab may fetch: the list if it is shown (one request serves all operations), else single instances.
    pub(super) fn follow_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for follow in self.follows.iter().filter(|follow| follow.under_way()) {
            let scope = &follow.info.scope;
            let list = Key::Servers(scope.clone());
            let list_shown = self.entries.get(&list).is_some_and(|entry| entry.subscribers > 0);
            let key = match (&follow.info.server, &follow.info.reservation) {
                (Some(_), _) if list_shown => list,
                (Some(id), _) => Key::Server(scope.clone(), id.clone()),
                (None, Some(id)) => Key::Reservation(scope.clone(), id.clone()),
                (None, None) => continue,
            };
            note(&mut keys, &key);
        }
        keys
    }

    /// Sends what is due, and sets the timer for the rest.
    pub(super) fn fetch_due(&mut self, effects: &mut Vec<Effect>) {
        let follow_keys = self.follow_keys();
        let wanted = self.wanted(&follow_keys);
        for key in &wanted {
            if self.when(key, &follow_keys).is_some_and(|at| at <= self.now) {
                effects.push(self.fetch(key.clone()));
            }
        }
        // Computed only now, because what was just sent delays other keys: of an unreachable cloud and in a hidden tab,
        // only one request is sent at a time.
        let due = wanted.iter().filter_map(|key| self.when(key, &follow_keys)).filter(|at| *at > self.now);
        let wake = due.chain(self.next_lateness()).min();
        if let Some(at) = wake
            && self.armed != Some(at)
        {
            self.armed = Some(at);
            effects.push(Effect::WakeAt(at));
        }
    }

    /// When this key may and should be fetched; `None`: not before another event.
    fn when(&self, key: &Key, follow_keys: &[Key]) -> Option<Millis> {
        let fresh = Entry::default();
        let entry = self.entries.get(key).unwrap_or(&fresh);
        let scope = self.scopes.get(key.scope());
        let followed = follow_keys.contains(key);
        let silent = scope.is_some_and(|scope| scope.silent);
        let unseen = self.hidden.is_some() && !followed;
        if entry.flight.is_some() || self.offline || silent || unseen {
            return None;
        }
        // A missing resource does not reappear by polling.
        if !entry.wanted_now && (self.is_gone(key) || entry.is_missing(key)) {
            return None;
        }
        let lag = if entry.heard { self.lag } else { 0 };
        let mut at = if entry.wanted_now { Millis(0) } else { self.due(key, entry).plus(lag) };
        if !entry.forced {
            at = entry.retry_at(key).map_or(at, |retry| if entry.wanted_now { retry } else { at.max(retry) });
            at = at.max(self.allowed_from(key)?);
        }
        at = at.max(self.turn_of_list(key));
        if let Some(last) = self.hidden {
            at = at.max(last.plus(pace::HIDDEN_MS));
        }
        Some(at)
    }

    /// When a list of instances may be begun after those of other scopes.
    fn turn_of_list(&self, key: &Key) -> Millis {
        match self.begun.front() {
            Some(first) if self.begun.len() >= pace::LISTS_AT_ONCE && self.begins_list(key) => {
                first.plus(pace::LISTS_APART_MS)
            }
            _ => Millis(0),
        }
    }

    /// Whether the next request of the key begins to read a list of instances, and does not continue one.
    fn begins_list(&self, key: &Key) -> bool {
        matches!(key, Key::Servers(scope) if !self.scopes.get(scope).is_some_and(|copy| copy.list.is_busy()))
    }

    /// When the key is due by its polling interval alone.
    fn due(&self, key: &Key, entry: &Entry) -> Millis {
        if entry.failures > 0 {
            return Millis(0);
        }
        let interval = self.interval(key);
        match (key, self.scopes.get(key.scope())) {
            (Key::Servers(_), Some(scope)) => {
                let few = scope.table.len() < pace::REREAD_ROWS as usize;
                scope.list.due(interval, few && self.is_at_work() && self.is_at_hand(key))
            }
            _ => entry.loaded_at.map_or(Millis(0), |at| at.plus(interval)),
        }
    }

    fn interval(&self, key: &Key) -> u64 {
        let scope = key.scope();
        let table = self.scopes.get(scope).map(|copy| &copy.table);
        let since = match key {
            Key::Servers(_) => table.and_then(|table| table.moving_since()).max(self.following_since(scope, None)),
            Key::Server(_, id) => {
                let moving = table.and_then(|table| table.row_moving_since(id));
                moving.max(self.following_since(scope, Some(id)))
            }
            _ => self.entries.get(key).and_then(|entry| entry.moving_since),
        };
        let quiet = pace::at_rest(key, self.is_at_hand(key), self.is_at_work());
        pace::moving_interval(since.map(|since| self.now.since(since)), quiet)
    }

    /// Whether the page is about this key.
    fn is_at_hand(&self, key: &Key) -> bool {
        self.at_hand.as_ref().is_none_or(|keys| keys.contains(key))
    }

    /// Whether a person was recently active on the page.
    fn is_at_work(&self) -> bool {
        self.at_work.is_some_and(|at| self.now.since(at) < pace::AT_WORK_FOR_MS)
    }

    fn fetch(&mut self, key: Key) -> Effect {
        let ticket = Ticket(self.next_number());
        let interval = self.interval(&key);
        let now = self.now;
        if self.begins_list(&key) {
            if self.begun.len() >= pace::LISTS_AT_ONCE {
                self.begun.pop_front();
            }
            self.begun.push_back(now);
        }
        let entry = self.entries.entry(&key);
        let wanted_now = std::mem::take(&mut entry.wanted_now);
        let (so_far, halvings) = (entry.so_far.clone(), entry.halvings);
        let rows = entry.value.as_ref().map_or(0, Value::rows);
        let (work, ask) = match &key {
            Key::Servers(scope) => {
                let list = &mut self.scope(scope).list;
                // The reading in progress was begun before this request and does not fulfil it.
                let still_wanted = wanted_now && list.is_busy();
                let (work, ask) = list.next(now, interval, wanted_now);
                if let Some(entry) = self.entries.get_mut(&key) {
                    entry.wanted_now = still_wanted;
                }
                (Some(work), ask)
            }
            Key::Server(_, id) => (None, Ask::Server(id.clone())),
            Key::Reservation(_, id) => {
                (None, Ask::Servers(ServerQuery { reservation: Some(id.clone()), ..ServerQuery::default() }))
            }
            _ => (None, Ask::Value { so_far, halvings, rows }),
        };
        self.begin_flight(key, ticket, work, ask)
    }

    fn begin_flight(&mut self, key: Key, ticket: Ticket, work: Option<Work>, ask: Ask) -> Effect {
        let now = self.now;
        let entry = self.entries.entry(&key);
        entry.flight = Some(Flight { ticket, asked: now, work });
        entry.asked = now;
        entry.left_at = now;
        entry.forced = false;
        entry.heard = false;
        if self.hidden.is_some() {
            self.hidden = Some(now);
        }
        Effect::Fetch { ticket, key, ask }
    }

    /// When the next followed operation becomes late or is given up.
    fn next_lateness(&self) -> Option<Millis> {
        let now = self.now;
        let times = self.follows.iter().filter(|follow| follow.under_way()).flat_map(|follow| {
            let since = follow.info.since;
            let end = if follow.info.server.is_none() { pace::RESERVATION_MS } else { pace::FOLLOW_END_MS };
            [since.plus(pace::FOLLOW_LATE_MS), since.plus(end)]
        });
        times.filter(|at| *at > now).min()
    }
}
