//! Pausing, stopping and retrying, by a person or because too much failed.

use super::{Progress, Run};
use crate::{End, ItemNo, Phase, Skip};

impl Run {
    pub(super) fn proceed(&mut self, progress: Progress) {
        self.progress = progress;
        self.changed = true;
    }

    pub(super) fn retry(&mut self, items: &[ItemNo]) {
        let now = self.now;
        let mut any = false;
        for ItemNo(at) in items {
            let Some(item) = self.items.get_mut(*at).filter(|item| item.can_retry()) else { continue };
            any = true;
            // What is still unknown is recognised by the row before the first attempt.
            item.was_lost = item.end() == Some(&End::Unknown);
            (item.retried, item.row_at, item.against) = (true, None, None);
            (item.tries, item.busy_tries) = (0, 0);
            item.enter(now, Phase::Waiting);
        }
        if any {
            self.tolerated = self.failures();
            self.finished = false;
            self.proceed(Progress::Running);
        }
    }

    /// The items that failed or whose end is unknown.
    fn failures(&self) -> usize {
        self.items.iter().filter(|item| matches!(item.end(), Some(End::Failed(_) | End::Unknown))).count()
    }

    /// Ends the run if too many items failed, and the waiting items of a run that has been stopped.
    pub(super) fn end_after_failures(&mut self) {
        let failed = self.failures().saturating_sub(self.tolerated);
        let most = self.options.stop_after.and_then(|most| usize::try_from(most).ok());
        let going = matches!(self.progress, Progress::Running | Progress::Paused);
        if going && most.is_some_and(|most| failed >= most.max(1)) {
            self.proceed(Progress::AfterFailures);
        }
        let skip = match self.progress {
            Progress::Running | Progress::Paused => return,
            Progress::Stopped => Skip::Stopped,
            Progress::AfterFailures => Skip::AfterFailures,
        };
        for at in 0..self.items.len() {
            if self.items.get(at).is_some_and(|item| item.phase == Phase::Waiting) {
                self.enter(at, Phase::Ended(End::Skipped(skip.clone())));
            }
        }
    }
}
