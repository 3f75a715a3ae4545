//! Instance statuses. The guide (`BUILDING`, `STOPPED`, …) and Nova (`BUILD`, `SHUTOFF`, …) use different words; row
//! S09 maps them to one set. Unknown words are kept.

/// `servers[].status`, in either vocabulary.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    Active,
    /// `BUILD`, in the guide `BUILDING`.
    Build,
    /// `SHUTOFF`, in the guide `STOPPED`.
    Shutoff,
    /// Only in `changes-since` responses.
    Deleted,
    SoftDeleted,
    Reboot,
    HardReboot,
    /// `RESIZE`, in the guide `RESIZED`.
    Resize,
    /// Returning after a failed resize.
    RevertResize,
    /// Waits for the user; NHN confirms automatically.
    VerifyResize,
    /// The last action failed.
    Error,
    Paused,
    Rebuild,
    /// `RESCUE`, in the guide `RESCUED`.
    Rescue,
    Suspended,
    /// Shelved, still on its host.
    Shelved,
    /// Shelved, and removed from its host.
    ShelvedOffloaded,
    Migrating,
    Password,
    /// Sent by the cloud itself.
    Unknown,
    /// An undocumented status.
    Other(String),
}

/// `OS-EXT-STS:task_state`: the current task. Free text; null means none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TaskState(pub String);

/// Every word of both vocabularies; the first for each status is Nova's, which is sent.
const WORDS: &[(&str, Status)] = &[
    ("ACTIVE", Status::Active),
    ("BUILD", Status::Build),
    ("BUILDING", Status::Build),
    ("SHUTOFF", Status::Shutoff),
    ("STOPPED", Status::Shutoff),
    ("DELETED", Status::Deleted),
    ("SOFT_DELETED", Status::SoftDeleted),
    ("REBOOT", Status::Reboot),
    ("HARD_REBOOT", Status::HardReboot),
    ("RESIZE", Status::Resize),
    ("RESIZED", Status::Resize),
    ("REVERT_RESIZE", Status::RevertResize),
    ("VERIFY_RESIZE", Status::VerifyResize),
    ("ERROR", Status::Error),
    ("PAUSED", Status::Paused),
    ("REBUILD", Status::Rebuild),
    ("RESCUE", Status::Rescue),
    ("RESCUED", Status::Rescue),
    ("SUSPENDED", Status::Suspended),
    ("SHELVED", Status::Shelved),
    ("SHELVED_OFFLOADED", Status::ShelvedOffloaded),
    ("MIGRATING", Status::Migrating),
    ("PASSWORD", Status::Password),
    ("UNKNOWN", Status::Unknown),
];

impl Status {
    /// Parses either vocabulary, ignoring case.
    pub fn parse(word: &str) -> Self {
        let known = WORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        known.map_or_else(|| Status::Other(word.to_owned()), |(_, status)| status.clone())
    }

    /// Nova's word, as used in `?status=`; an unknown word unchanged.
    pub fn as_str(&self) -> &str {
        if let Status::Other(word) = self {
            return word;
        }
        WORDS.iter().find(|(_, status)| status == self).map_or("UNKNOWN", |(name, _)| name)
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

mod task;
#[cfg(test)]
mod tests;

pub use task::{Task, Word, said};
