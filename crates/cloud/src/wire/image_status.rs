//! States of images (nhn-api.md §2; Nova's own words for them are the same in capitals, and `SAVING`).

use super::words::words;

words! {
    /// `status` of an image.
    ImageStatus {
        /// Its name is there, its data is not.
        Queued = "queued",
        /// Its data is being written.
        Saving = "saving",
        /// Its data is being sent.
        Uploading = "uploading",
        /// Its data is being fetched by the service.
        Importing = "importing",
        /// Ready.
        Active = "active",
        /// Switched off by the operator.
        Deactivated = "deactivated",
        /// Its data could not be written.
        Killed = "killed",
        /// Nova's word for the same.
        Error = "error",
        /// Gone.
        Deleted = "deleted",
        /// Going.
        PendingDelete = "pending_delete",
    }
}

/// What a state means to who waits for an image (rows S27, N07).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImagePhase {
    /// Not ready yet: ask again.
    Coming,
    /// Ready to boot from.
    Ready,
    /// It will never be ready.
    Failed,
    /// It was deleted meanwhile.
    Gone,
}

impl ImageStatus {
    /// What it means to who waits. A word nobody knows is worth waiting for; whoever waits has an end of its own.
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
