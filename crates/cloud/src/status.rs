//! Instance states. Two vocabularies are in use, the guide's (`BUILDING`, `STOPPED`, …) and Nova's (`BUILD`, `SHUTOFF`,
//! …); row S09 makes them one. Words nobody knows are kept as they are.

/// `servers[].status`, both vocabularies folded into one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Running.
    Active,
    /// `BUILD`, in the guide `BUILDING`.
    Build,
    /// `SHUTOFF`, in the guide `STOPPED`.
    Shutoff,
    /// Gone; only seen in `changes-since` answers.
    Deleted,
    /// `SOFT_DELETED`.
    SoftDeleted,
    /// Restarting.
    Reboot,
    /// Restarting by force.
    HardReboot,
    /// `RESIZE`, in the guide `RESIZED`.
    Resize,
    /// Going back after a failed resize.
    RevertResize,
    /// Waits for the user; NHN confirms by itself.
    VerifyResize,
    /// The last action failed.
    Error,
    /// Paused in memory.
    Paused,
    /// Being made anew from its image.
    Rebuild,
    /// `RESCUE`, in the guide `RESCUED`.
    Rescue,
    /// Hibernated.
    Suspended,
    /// Shelved, still on its host.
    Shelved,
    /// Shelved and off its host.
    ShelvedOffloaded,
    /// Moving to another host.
    Migrating,
    /// A password is being set.
    Password,
    /// The cloud itself says it does not know.
    Unknown,
    /// A word nobody documented.
    Other(String),
}

/// `OS-EXT-STS:task_state`: what the instance is busy with. Free text; null means idle.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TaskState(pub String);

/// Every word of both vocabularies; the first of a status is Nova's, which is the one sent.
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
    /// Reads either vocabulary, in any case.
    pub fn parse(word: &str) -> Self {
        let known = WORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        known.map_or_else(|| Status::Other(word.to_owned()), |(_, status)| status.clone())
    }

    /// Nova's word (what `?status=` takes); an unknown word as it came.
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
