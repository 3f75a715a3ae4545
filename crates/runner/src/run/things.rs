//! What the rows of other things than instances mean for the items. A thing that is removed is done when
//! it is gone.

use cloud::Scope;
use sync::Millis;

use super::Run;
use crate::{Doubt, End, Going, Phase, Reason, Skip, pace};

impl Run {
    pub(super) fn seen_things(&mut self, scope: &Scope, asked: Millis, rows: &[(String, Going)]) {
        let Some(scope) = self.scope_at(scope) else { return };
        self.service_answered(scope, self.operation.home(), asked);
        for (id, going) in rows {
            let Some(at) = self.position(scope, id) else { continue };
            self.heard(at, asked);
            self.seen_thing(at, asked, *going);
        }
    }

    fn seen_thing(&mut self, at: usize, asked: Millis, going: Going) {
        let Some(item) = self.items.get_mut(at) else { return };
        match (item.phase.clone(), going) {
            // Somebody else did it, or an earlier attempt.
            (Phase::Waiting, Going::Done) => {
                let was_sent = item.was_lost || item.retried;
                let end = if was_sent { End::Done } else { End::Skipped(Skip::NothingToDo) };
                self.enter(at, Phase::Ended(end));
            }
            (Phase::Waiting, going) => {
                if item.row_at.is_some_and(|known| asked < known) {
                    return;
                }
                // An earlier attempt may have been carried out later than was waited for.
                if item.was_lost && going == Going::Yes {
                    return self.enter(at, Phase::Following);
                }
                item.row_at = Some(asked);
            }
            // An old row shows the state before the request.
            (Phase::Unknown(_) | Phase::Following, _) if asked < item.sent_at || asked < item.since => {}
            (Phase::Unknown(_) | Phase::Following, Going::Done) => self.enter(at, Phase::Ended(End::Done)),
            (Phase::Unknown(_), Going::Yes) => self.enter(at, Phase::Following),
            (Phase::Unknown(Doubt::Accepted) | Phase::Following, Going::Failed) => {
                self.enter(at, Phase::Ended(End::Failed(Reason::Ended(None))));
            }
            (Phase::Unknown(doubt), _) if asked.since(item.since) >= pace::LOST_MS => {
                item.row_at = Some(asked);
                match doubt {
                    Doubt::Lost => self.not_done(at),
                    // It may still be carried out.
                    Doubt::Unanswered | Doubt::Accepted => self.enter(at, Phase::Ended(End::Unknown)),
                }
            }
            (Phase::Unknown(_) | Phase::Following, _) | (Phase::Sent | Phase::Ended(_), _) => {}
        }
    }
}
