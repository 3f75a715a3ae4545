//! What becomes of a volume, a snapshot or an image in time. Instances have their own, `steps`.

use cloud::Timestamp;

use crate::clock::later;

/// Something that happens to a thing when its time has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It has another status.
    Status(&'static str),
    /// It has another size: GB of a volume, bytes of an image.
    Size(u64),
    /// The volume has let go of its instance.
    Detached,
    /// It is not there any more.
    Gone,
}

/// Changes in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Coming(Vec<(Timestamp, Change)>);

impl Coming {
    /// Each change so many milliseconds from now; a faster cloud takes less.
    pub(crate) fn plan(now: Timestamp, speed: f64, changes: impl IntoIterator<Item = (i64, Change)>) -> Self {
        let at = |ms| later(now, super::project::scaled(ms, speed));
        Self(changes.into_iter().map(|(ms, change)| (at(ms), change)).collect())
    }

    /// Whether anything comes.
    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Takes out the next change whose time has come.
    pub(crate) fn due(&mut self, now: Timestamp) -> Option<(Timestamp, Change)> {
        let first = self.0.first().is_some_and(|(at, _)| *at <= now);
        first.then(|| self.0.remove(0))
    }
}
