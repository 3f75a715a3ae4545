//! States of volumes and snapshots (nhn-api.md §4).

use super::words::words;

words! {
    /// `status` of a volume.
    VolumeStatus {
        /// Being made.
        Creating = "creating",
        /// Free: it can be attached, extended, deleted.
        Available = "available",
        /// On its way to an instance.
        Attaching = "attaching",
        /// On its way off one.
        Detaching = "detaching",
        /// Attached.
        InUse = "in-use",
        /// Kept for an instance that is shelved.
        Reserved = "reserved",
        /// Locked by the operator.
        Maintenance = "maintenance",
        /// Being deleted.
        Deleting = "deleting",
        /// Offered to another project.
        AwaitingTransfer = "awaiting-transfer",
        /// It could not be made.
        Error = "error",
        /// It could not be deleted.
        ErrorDeleting = "error_deleting",
        /// A backup is being made of it.
        BackingUp = "backing-up",
        /// A backup is being written to it.
        RestoringBackup = "restoring-backup",
        /// The backup failed.
        ErrorBackingUp = "error_backing-up",
        /// Writing the backup to it failed.
        ErrorRestoring = "error_restoring",
        /// It could not be extended.
        ErrorExtending = "error_extending",
        /// An image is being written to it.
        Downloading = "downloading",
        /// An image is being made of it (row N07).
        Uploading = "uploading",
        /// Its type is being changed.
        Retyping = "retyping",
        /// It is getting larger.
        Extending = "extending",
    }
}

words! {
    /// `status` of a snapshot.
    SnapshotStatus {
        /// Being made.
        Creating = "creating",
        /// A volume can be made of it.
        Available = "available",
        /// A backup is being made of it.
        BackingUp = "backing-up",
        /// Being deleted.
        Deleting = "deleting",
        /// It could not be made.
        Error = "error",
        /// Gone.
        Deleted = "deleted",
        /// Being taken out of the service's hands.
        Unmanaging = "unmanaging",
        /// Being written back to its volume.
        Restoring = "restoring",
        /// It could not be deleted.
        ErrorDeleting = "error_deleting",
    }
}

impl VolumeStatus {
    /// It changes by itself: ask again soon.
    pub fn is_busy(&self) -> bool {
        use VolumeStatus::*;
        matches!(
            self,
            Creating
                | Attaching
                | Detaching
                | Deleting
                | BackingUp
                | RestoringBackup
                | Downloading
                | Uploading
                | Retyping
                | Extending
        )
    }

    /// Something failed, and a person has to do something about it.
    pub fn is_error(&self) -> bool {
        use VolumeStatus::*;
        matches!(self, Error | ErrorDeleting | ErrorBackingUp | ErrorRestoring | ErrorExtending)
    }

    /// The service takes a delete, as long as no snapshot hangs on it.
    pub fn is_deletable(&self) -> bool {
        use VolumeStatus::*;
        matches!(self, Available | Error | ErrorDeleting | ErrorRestoring | ErrorExtending)
    }
}

impl SnapshotStatus {
    /// It changes by itself: ask again soon.
    pub fn is_busy(&self) -> bool {
        use SnapshotStatus::*;
        matches!(self, Creating | BackingUp | Deleting | Unmanaging | Restoring)
    }

    /// Something failed.
    pub fn is_error(&self) -> bool {
        matches!(self, SnapshotStatus::Error | SnapshotStatus::ErrorDeleting)
    }

    /// The service takes a delete.
    pub fn is_deletable(&self) -> bool {
        matches!(self, SnapshotStatus::Available) || self.is_error()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of nhn-api.md §4, by what they let a person do.
    #[test]
    fn every_word_has_its_place() {
        let check = |words: &str, busy: bool, error: bool, deletable: bool| {
            for word in words.split(' ') {
                let status = VolumeStatus::parse(word);
                let seen = (status.is_busy(), status.is_error(), status.is_deletable());
                assert_eq!(seen, (busy, error, deletable), "{word}");
                assert_eq!(status.as_str(), word);
            }
        };
        check("creating attaching detaching deleting restoring-backup backing-up", true, false, false);
        check("downloading uploading retyping extending", true, false, false);
        check("in-use reserved maintenance awaiting-transfer", false, false, false);
        check("available", false, false, true);
        check("error error_deleting error_restoring error_extending", false, true, true);
        check("error_backing-up", false, true, false);
        check("novel", false, false, false);
    }

    #[test]
    fn snapshots_too() {
        for (word, expect) in [
            ("creating", (true, false, false)),
            ("available", (false, false, true)),
            ("error", (false, true, true)),
            ("error_deleting", (false, true, true)),
            ("deleting", (true, false, false)),
            ("deleted", (false, false, false)),
        ] {
            let status = SnapshotStatus::parse(word);
            assert_eq!((status.is_busy(), status.is_error(), status.is_deletable()), expect, "{word}");
        }
    }
}
