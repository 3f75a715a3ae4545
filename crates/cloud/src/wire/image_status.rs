//! Image statuses (nhn-api.md §2). Nova uses the same words in capitals, and `SAVING`.

use super::words::words;

words! {
    /// `status` of an image.
    ImageStatus {
        /// The image exists without data.
        Queued = "queued",
        /// Its data is being written.
        Saving = "saving",
        /// Its data is being sent.
        Uploading = "uploading",
        /// The service is fetching the data.
        Importing = "importing",
        /// Ready.
        Active = "active",
        /// Deactivated by the operator.
        Deactivated = "deactivated",
        /// Writing the data failed.
        Killed = "killed",
        /// Nova's word for `Killed`.
        Error = "error",
        /// Gone.
        Deleted = "deleted",
        /// Going.
        PendingDelete = "pending_delete",
    }
}

/// What a status means for something that waits for the image (rows S27, N07).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImagePhase {
    /// Not ready yet: keep polling.
    Coming,
    Ready,
    /// It will never be ready.
    Failed,
    Gone,
}

impl ImageStatus {
    /// The phase. An unknown status counts as `Coming`; the caller has a timeout.
    pub fn phase(&self) -> ImagePhase {
        match self {
            Self::Queued | Self::Saving | Self::Uploading | Self::Importing | Self::Other(_) => ImagePhase::Coming,
            Self::Active => ImagePhase::Ready,
            Self::Killed | Self::Error | Self::Deactivated => ImagePhase::Failed,
            Self::Deleted | Self::PendingDelete => ImagePhase::Gone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_at_the_right_words() {
        for (word, phase) in [
            ("queued", ImagePhase::Coming),
            ("SAVING", ImagePhase::Coming),
            ("novel", ImagePhase::Coming),
            ("active", ImagePhase::Ready),
            ("ACTIVE", ImagePhase::Ready),
            ("killed", ImagePhase::Failed),
            ("ERROR", ImagePhase::Failed),
            ("deleted", ImagePhase::Gone),
        ] {
            assert_eq!(ImageStatus::parse(word).phase(), phase, "{word}");
        }
    }
}
