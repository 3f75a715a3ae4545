//! Which items are sent now, and when something is due again.

use cloud::catalog::Service;
use sync::Millis;

use super::{Progress, Run};
use crate::{Attempt, Effect, End, Item, ItemNo, Phase, pace};

impl Run {
    /// Sends as many items as the limits allow. Returns the items that would be sent, but must be looked at first.
    pub(super) fn send_due(&mut self, effects: &mut Vec<Effect>) -> Vec<usize> {
        let mut ahead = Vec::new();
        let mut tried = self.tried();
        if self.progress != Progress::Running || self.offline {
            return ahead;
        }
        let mut free = self.free_slots();
        for at in 0..self.items.len() {
            if free == 0 {
                break;
            }
            let Some(item) = self.items.get(at).filter(|item| item.phase == Phase::Waiting) else { continue };
            if !self.is_open(item.scope) {
                continue;
            }
            if self.is_stale(item) {
                ahead.push(at);
                free -= 1;
                continue;
            }
            if let Some(skip) = item.against.clone() {
                self.enter(at, Phase::Ended(End::Skipped(skip)));
                continue;
            }
            let service = (item.scope, item.service());
            let one_tries = self.is_troubled(service.0, service.1) && tried.contains(&service);
            if self.send_from(item) <= self.now && !one_tries {
                tried.push(service);
                effects.push(self.send(at));
                free -= 1;
            }
        }
        ahead
    }

    fn send(&mut self, at: usize) -> Effect {
        let now = self.now;
        self.attempts += 1;
        let attempt = Attempt(self.attempts);
        self.not_before = now.plus(self.options.pause_ms);
        self.enter(at, Phase::Sent);
        if let Some(item) = self.items.get_mut(at) {
            item.attempt = Some(attempt);
            item.tries += 1;
            item.sent_at = now;
            item.first_sent = item.first_sent.or(Some(now));
        }
        Effect::Send { item: ItemNo(at), attempt }
    }

    /// How many more items may be worked on.
    fn free_slots(&self) -> usize {
        let rolling = self.options.rolling;
        let busy = self.items.iter().filter(|item| match item.phase {
            Phase::Sent | Phase::Unknown(_) => true,
            Phase::Following => rolling,
            Phase::Waiting | Phase::Ended(_) => false,
        });
        let most = usize::try_from(self.options.at_once.max(1)).unwrap_or(usize::MAX);
        most.saturating_sub(busy.count())
    }

    /// Whether its row is too old to be sent by.
    fn is_stale(&self, item: &Item) -> bool {
        item.row_at.is_none_or(|at| self.now.since(at) >= pace::STALE_MS)
    }

    /// The services that a request is under way to.
    fn tried(&self) -> Vec<(usize, Service)> {
        let mut tried = Vec::new();
        for item in self.items.iter().filter(|item| item.phase == Phase::Sent) {
            let service = (item.scope, item.service());
            if !tried.contains(&service) {
                tried.push(service);
            }
        }
        tried
    }

    /// When an item may be sent at the earliest.
    fn send_from(&self, item: &Item) -> Millis {
        self.not_before.max(self.free_at(item.scope, item.service()))
    }

    /// When the next `Tick` is needed. `ahead`: see [`Run::send_due`].
    pub(super) fn next(&self, ahead: &[usize]) -> Option<Millis> {
        let sends = self.progress == Progress::Running && !self.offline && self.free_slots() > 0;
        let due = self.items.iter().enumerate().flat_map(|(at, item)| {
            let open = self.is_open(item.scope);
            let looks = || self.look_from(item).max(self.free_at(item.scope, self.operation.home()));
            match item.phase {
                Phase::Sent => [Some(item.since.plus(pace::ANSWER_MAX_MS)), None],
                Phase::Unknown(_) | Phase::Following if open => {
                    [Some(item.since.plus(sync::pace::FOLLOW_END_MS)), Some(looks())]
                }
                Phase::Waiting if open && sends && ahead.contains(&at) => [Some(looks()), None],
                Phase::Waiting if open && sends => {
                    let stale = item.row_at.map(|at| at.plus(pace::STALE_MS));
                    [Some(self.send_from(item)), stale]
                }
                _ => [None, None],
            }
        });
        // What is due and could not be done waits for an answer.
        due.flatten().filter(|at| *at > self.now).min()
    }
}
