//! When the cloud is asked about which items.

use sync::{Millis, pace as polling};

use super::Run;
use crate::{Effect, Item, ItemNo, Phase, pace};

/// Items that are due this soon are asked about together with those that are due.
const TOGETHER_MS: u64 = polling::QUICK_MS / 2;

impl Run {
    /// Asks about the items that are due, once per scope. `ahead`: waiting items that must be looked at before they are sent.
    pub(super) fn look_due(&mut self, ahead: &[usize], effects: &mut Vec<Effect>) {
        let now = self.now;
        // For each scope: the items, and whether one of them cannot wait.
        let mut scopes = vec![(Vec::new(), false); self.scopes.len()];
        for (at, item) in self.items.iter().enumerate() {
            let asks = match item.phase {
                Phase::Unknown(_) | Phase::Following => true,
                Phase::Waiting => ahead.contains(&at),
                Phase::Sent | Phase::Ended(_) => false,
            };
            if !asks || !self.is_open(item.scope) || self.free_at(item.scope, self.operation.home()) > now {
                continue;
            }
            let from = self.look_from(item);
            let Some((items, is_due)) = scopes.get_mut(item.scope) else { continue };
            *is_due |= from <= now;
            if from <= now || (item.asked.is_none() && from <= now.plus(TOGETHER_MS)) {
                items.push(at);
            }
        }
        for (state, (items, _)) in self.scopes.iter().zip(scopes).filter(|(_, (_, is_due))| *is_due) {
            for at in &items {
                if let Some(item) = self.items.get_mut(*at) {
                    item.asked = Some(now);
                }
            }
            effects.push(Effect::Look { scope: state.scope.clone(), items: items.into_iter().map(ItemNo).collect() });
        }
    }

    /// When the cloud may be asked about an item.
    pub(super) fn look_from(&self, item: &Item) -> Millis {
        let interval = {
            let age = self.now.since(item.since);
            let interval = polling::moving_interval(Some(age), polling::AT_WORK_MS);
            if self.hidden { interval.max(polling::HIDDEN_MS) } else { interval }
        };
        match (item.asked, item.heard) {
            (Some(asked), _) => asked.plus(pace::LOOK_MAX_MS),
            (None, Some(heard)) => heard.plus(interval),
            (None, None) if item.phase == Phase::Following => item.since.plus(interval),
            (None, None) => item.since,
        }
    }
}
