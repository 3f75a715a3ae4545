//! When an operation on a volume or snapshot has ended: accepting a request only starts it (row N06).

use crate::ids::ServerId;
use crate::rules::lifecycle::Outcome;
use crate::wire::{Snapshot, SnapshotStatus, Volume, VolumeStatus};

/// The goal of an operation on a volume.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VolumeGoal {
    /// Created.
    Made,
    /// Deleted.
    Gone,
    /// Extended to this size, GB.
    Grown(u64),
    /// Attached to this instance.
    On(ServerId),
    /// Detached from this instance.
    Off(ServerId),
}

impl VolumeGoal {
    /// The state of the operation. `volume` is its current row, `None` if a complete list does not contain it. `moved`:
    /// the list has shown it changing since; before that, the list may be older than the request.
    pub fn outcome(&self, volume: Option<&Volume>, moved: bool) -> Outcome {
        let Some(volume) = volume else {
            return match self {
                VolumeGoal::Gone => Outcome::Arrived,
                VolumeGoal::Made if !moved => Outcome::StillGoing,
                _ => Outcome::Failed,
            };
        };
        if volume.status.is_busy() {
            return Outcome::StillGoing;
        }
        let there = match self {
            VolumeGoal::Made => matches!(volume.status, VolumeStatus::Available | VolumeStatus::InUse),
            VolumeGoal::Gone => false,
            VolumeGoal::Grown(gb) => volume.size_gb >= *gb && !volume.status.is_error(),
            VolumeGoal::On(server) => volume.is_on(server) && volume.status == VolumeStatus::InUse,
            VolumeGoal::Off(server) => !volume.is_on(server) && !volume.status.is_error(),
        };
        match there {
            true => Outcome::Arrived,
            false if moved || *self == VolumeGoal::Made && volume.status.is_error() => Outcome::Failed,
            false => Outcome::StillGoing,
        }
    }
}

/// The state of creating a snapshot, or of deleting it (`gone`). The other arguments are those of
/// [`VolumeGoal::outcome`].
pub fn snapshot_outcome(snapshot: Option<&Snapshot>, gone: bool, moved: bool) -> Outcome {
    match snapshot.map(|snapshot| &snapshot.status) {
        None | Some(SnapshotStatus::Deleted) if gone => Outcome::Arrived,
        None if moved => Outcome::Failed,
        None => Outcome::StillGoing,
        Some(status) if status.is_busy() => Outcome::StillGoing,
        Some(SnapshotStatus::Available) if !gone => Outcome::Arrived,
        Some(status) if moved || status.is_error() => Outcome::Failed,
        Some(_) => Outcome::StillGoing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::volumes;
    use crate::exchange::Reply;

    fn volume(fields: &str) -> Volume {
        let body = format!(r#"{{"volumes": [{{"id": "v", "size": 10, {fields}}}]}}"#);
        let reply = Reply { status: 200, headers: Vec::new(), body };
        let page = (volumes::list(10, None).read)(&reply).expect("a list");
        page.rows.into_iter().next().expect("a volume")
    }

    /// Reported from the field: a green check although the cloud had only accepted the request.
    #[test]
    fn the_end_is_told_when_it_is_reached() {
        use Outcome::*;
        use VolumeGoal::*;
        let (on, off) = (|| On("s".into()), || Off("s".into()));
        let attached = r#""status": "in-use", "attachments": [{"server_id": "s"}]"#;
        for (goal, fields, moved, expect) in [
            (Made, r#""status": "creating""#, true, StillGoing),
            (Made, r#""status": "available""#, true, Arrived),
            (Made, r#""status": "error""#, true, Failed),
            (Gone, r#""status": "available""#, false, StillGoing),
            (Gone, r#""status": "deleting""#, true, StillGoing),
            (Gone, r#""status": "error_deleting""#, true, Failed),
            (Grown(20), r#""status": "available""#, false, StillGoing),
            (Grown(20), r#""status": "extending""#, true, StillGoing),
            (Grown(20), r#""status": "error_extending""#, true, Failed),
            (Grown(10), r#""status": "available""#, true, Arrived),
            (on(), r#""status": "available""#, false, StillGoing),
            (on(), r#""status": "attaching""#, true, StillGoing),
            (on(), attached, true, Arrived),
            (on(), r#""status": "available""#, true, Failed),
            (off(), attached, false, StillGoing),
            (off(), r#""status": "detaching", "attachments": [{"server_id": "s"}]"#, true, StillGoing),
            (off(), attached, true, Failed),
            (off(), r#""status": "available""#, true, Arrived),
        ] {
            assert_eq!(goal.outcome(Some(&volume(fields)), moved), expect, "{goal:?} {fields} {moved}");
        }
        assert_eq!(Gone.outcome(None, false), Arrived);
        assert_eq!(Made.outcome(None, false), StillGoing);
        assert_eq!(Made.outcome(None, true), Failed);
        assert_eq!(on().outcome(None, false), Failed);
    }
}
