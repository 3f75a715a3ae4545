//! What holds for every step of a run.

use runner::{Effect, Options, Phase, Progress};

use super::scope;
use super::world::World;

impl World {
    pub fn check(&self, effects: &[Effect]) {
        let options = self.run.options();
        let sends = effects.iter().filter(|effect| matches!(effect, Effect::Send { .. })).count();
        let most = options.at_once.max(1) as usize;
        let now = self.run.items().iter().filter(|item| busy(item.phase(), options)).count();
        assert!(sends == 0 || now <= most, "{now} at once");
        let counts = self.run.counts();
        let all = [counts.waiting, counts.sent, counts.unknown, counts.following, counts.done, counts.failed]
            .into_iter()
            .chain([counts.skipped, counts.lost])
            .sum::<usize>();
        assert_eq!(all, self.run.items().len());
        let mut saved = false;
        for effect in effects {
            match effect {
                Effect::Save => saved = true,
                Effect::Send { item, .. } => {
                    assert!(saved, "sent before it was recorded");
                    assert_eq!(self.run.progress(), Progress::Running);
                    assert!(self.sessions.contains(&self.scope_no(*item)), "sent without a session");
                    assert!(!self.unasked.contains(item), "sent again without having asked");
                    let held = self.holds.get(&self.scope_no(*item)).copied().unwrap_or(0);
                    assert!(self.now >= held, "sent during a pause");
                    let alone = self.flying.iter().all(|flying| flying.item != *item);
                    assert!(alone || self.retries.contains_key(item), "two under way");
                }
                Effect::Look { scope: at, items } => {
                    assert!(items.iter().all(|item| self.run.scope_of(*item) == Some(at)));
                    let nth = self.sessions.iter().find(|nth| scope(**nth) == *at);
                    assert!(nth.is_some(), "asked without a session");
                    let held = nth.and_then(|nth| self.holds.get(nth)).copied().unwrap_or(0);
                    assert!(self.now >= held, "asked during a pause");
                }
                Effect::WakeAt(_) | Effect::Finished => {}
            }
        }
    }
}

fn busy(phase: &Phase, options: Options) -> bool {
    match phase {
        Phase::Sent | Phase::Unknown(_) => true,
        Phase::Following => options.rolling,
        Phase::Waiting | Phase::Ended(_) => false,
    }
}
