//! Future changes of volumes, snapshots and images. Instances use `steps`.

use cloud::Timestamp;

use crate::clock::later;

/// A change at a certain time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Another status.
    Status(&'static str),
    /// Another size: GB of a volume, bytes of an image.
    Size(u64),
    /// The volume is detached.
    Detached,
    /// It is deleted.
    Gone,
}

/// Changes in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Coming(Vec<(Timestamp, Change)>);

impl Coming {
    /// Plans changes, each after this many milliseconds, divided by the cloud's speed.
    pub(crate) fn plan(now: Timestamp, speed: f64, changes: impl IntoIterator<Item = (i64, Change)>) -> Self {
        let at = |ms| later(now, super::project::scaled(ms, speed));
        Self(changes.into_iter().map(|(ms, change)| (at(ms), change)).collect())
    }

    /// Whether any change is planned.
    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Removes and returns the next change whose time has come.
    pub(crate) fn due(&mut self, now: Timestamp) -> Option<(Timestamp, Change)> {
        let first = self.0.first().is_some_and(|(at, _)| *at <= now);
        first.then(|| self.0.remove(0))
    }
}
