//! Statuses of volumes and snapshots (nhn-api.md §4).

use super::words::words;

words! {
    /// `status` of a volume.
    VolumeStatus {
        /// Being made.
        Creating = "creating",
        /// Unattached: it can be attached, extended, deleted.
        Available = "available",
        /// Being attached.
        Attaching = "attaching",
        /// Being detached.
        Detaching = "detaching",
        /// Attached.
        InUse = "in-use",
        /// Reserved for an instance that is shelved.
        Reserved = "reserved",
        /// Locked by the operator.
        Maintenance = "maintenance",
        /// Being deleted.
        Deleting = "deleting",
        /// Offered to another project.
        AwaitingTransfer = "awaiting-transfer",
        /// Creating failed.
        Error = "error",
        /// Deleting failed.
        ErrorDeleting = "error_deleting",
        /// A backup is being made of it.
        BackingUp = "backing-up",
        /// A backup is being written to it.
        RestoringBackup = "restoring-backup",
        /// The backup failed.
        ErrorBackingUp = "error_backing-up",
        /// Writing the backup to it failed.
        ErrorRestoring = "error_restoring",
        /// Extending failed.
        ErrorExtending = "error_extending",
        /// An image is being written to it.
        Downloading = "downloading",
        /// An image is being created from it (row N07).
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
        /// A volume can be created from it.
        Available = "available",
        /// A backup is being made of it.
        BackingUp = "backing-up",
        /// Being deleted.
        Deleting = "deleting",
        /// It could not be made.
        Error = "error",
        /// Gone.
        Deleted = "deleted",
        /// Being removed from the service's management.
        Unmanaging = "unmanaging",
        /// Being written back to its volume.
        Restoring = "restoring",
        /// It could not be deleted.
        ErrorDeleting = "error_deleting",
    }
}

impl VolumeStatus {
    /// Whether it changes by itself: poll it often.
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

    /// Whether something failed that needs a person.
    pub fn is_error(&self) -> bool {
        use VolumeStatus::*;
        matches!(self, Error | ErrorDeleting | ErrorBackingUp | ErrorRestoring | ErrorExtending)
    }

    /// Whether it can be deleted, if it has no snapshots.
    pub fn is_deletable(&self) -> bool {
        use VolumeStatus::*;
        matches!(self, Available | Error | ErrorDeleting | ErrorRestoring | ErrorExtending)
    }
}

impl SnapshotStatus {
    /// Whether it changes by itself: poll it often.
    pub fn is_busy(&self) -> bool {
        use SnapshotStatus::*;
        matches!(self, Creating | BackingUp | Deleting | Unmanaging | Restoring)
    }

    /// Whether something failed.
    pub fn is_error(&self) -> bool {
        matches!(self, SnapshotStatus::Error | SnapshotStatus::ErrorDeleting)
    }

    /// Whether it can be deleted.
    pub fn is_deletable(&self) -> bool {
        matches!(self, SnapshotStatus::Available) || self.is_error()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statuses of nhn-api.md §4, by what they allow.
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
