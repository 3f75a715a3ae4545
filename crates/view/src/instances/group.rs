//! Groups of statuses for filtering.

use cloud::Status;
use cloud::rules::lifecycle::moving;
use cloud::wire::Server;

/// A group of statuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatusGroup {
    Error,
    /// Changing, whatever the status is.
    Busy,
    /// Running, without a task.
    Running,
    /// Stopped, without a task.
    Stopped,
    /// Another status, without a task.
    Other,
}

impl StatusGroup {
    /// All groups in order of urgency, by which the status column is sorted.
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

    /// The value in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            StatusGroup::Error => "error",
            StatusGroup::Busy => "busy",
            StatusGroup::Running => "running",
            StatusGroup::Stopped => "stopped",
            StatusGroup::Other => "other",
        }
    }

    /// Parses the value in a URL.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == word)
    }
}
