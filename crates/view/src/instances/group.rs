//! Statuses as people look for them.

use cloud::Status;
use cloud::rules::lifecycle::moving;
use cloud::wire::Server;

/// A group of statuses to filter by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatusGroup {
    /// In ERROR.
    Error,
    /// Something is going on, whatever the status says.
    Busy,
    /// Running and at rest.
    Running,
    /// Off, and at rest.
    Stopped,
    /// At rest in some other state.
    Other,
}

impl StatusGroup {
    /// All groups, in the order of urgency, which is also how the status column sorts.
    pub const ALL: [StatusGroup; 5] =
        [StatusGroup::Error, StatusGroup::Busy, StatusGroup::Running, StatusGroup::Stopped, StatusGroup::Other];

    /// The group of an instance.
    pub fn of(server: &Server) -> Self {
        match &server.status {
            _ if moving(server) => StatusGroup::Busy,
            Status::Error => StatusGroup::Error,
            Status::Active => StatusGroup::Running,
            Status::Shutoff | Status::Shelved | Status::ShelvedOffloaded | Status::Suspended | Status::Paused => {
                StatusGroup::Stopped
            }
            _ => StatusGroup::Other,
        }
    }

    /// The word in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            StatusGroup::Error => "error",
            StatusGroup::Busy => "busy",
            StatusGroup::Running => "running",
            StatusGroup::Stopped => "stopped",
            StatusGroup::Other => "other",
        }
    }

    /// Reads the word of an address.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == word)
    }
}
