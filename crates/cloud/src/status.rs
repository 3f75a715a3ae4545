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

impl Status {
    /// Reads either vocabulary, in any case.
    pub fn parse(word: &str) -> Self {
        let _ = word;
        todo!()
    }

    /// Nova's word (what `?status=` takes); an unknown word as it came.
    pub fn as_str(&self) -> &str {
        todo!()
    }
}
