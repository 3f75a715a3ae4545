//! An instance. `status` is not stored: as in Nova it is derived from `vm_state` and `task_state`.

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::{Port, Standard, Told};

/// `OS-EXT-STS:vm_state`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum VmState {
    Building,
    Active,
    Stopped,
    Paused,
    Suspended,
    Shelved,
    ShelvedOffloaded,
    Rescued,
    Resized,
    Error,
    SoftDeleted,
    Deleted,
}

impl VmState {
    pub(crate) const ALL: [Self; 12] = [
        Self::Building,
        Self::Active,
        Self::Stopped,
        Self::Paused,
        Self::Suspended,
        Self::Shelved,
        Self::ShelvedOffloaded,
        Self::Rescued,
        Self::Resized,
        Self::Error,
        Self::SoftDeleted,
        Self::Deleted,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Building => "building",
            Self::Active => "active",
            Self::Stopped => "stopped",
            Self::Paused => "paused",
            Self::Suspended => "suspended",
            Self::Shelved => "shelved",
            Self::ShelvedOffloaded => "shelved_offloaded",
            Self::Rescued => "rescued",
            Self::Resized => "resized",
            Self::Error => "error",
            Self::SoftDeleted => "soft-delete",
            Self::Deleted => "deleted",
        }
    }

    /// The matching `OS-EXT-STS:power_state`.
    pub(crate) fn power(self) -> i64 {
        match self {
            Self::Active | Self::Rescued | Self::Resized => 1,
            Self::Paused => 3,
            Self::Stopped | Self::Suspended | Self::Shelved | Self::ShelvedOffloaded | Self::SoftDeleted => 4,
            Self::Building | Self::Error | Self::Deleted => 0,
        }
    }
}

/// A network interface.
#[derive(Clone, Debug)]
pub(crate) struct Nic {
    pub port: String,
    pub network: String,
    pub subnet: String,
    pub address: String,
    pub mac: String,
    /// Standard attributes set for its port; `None`: defaults.
    pub standard: Option<Box<Standard>>,
    /// The port before it was attached; it survives the instance. `None`: created with the instance.
    pub made_before: Option<Port>,
}

/// A volume of an instance, root first; its device name is stored with the volume. Further data is in
/// `Project::volumes` under the same id.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    pub id: String,
    pub size_gb: u64,
    pub delete_on_termination: bool,
    pub root: bool,
}

/// A resize between request and confirmation.
#[derive(Clone, Debug)]
pub(crate) struct Resize {
    /// Id of the old flavor.
    pub from: String,
    /// Id of the new flavor.
    pub to: String,
    /// The state to return to: running or stopped.
    pub was: VmState,
}

/// Why it is in ERROR.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub message: String,
    pub created: Timestamp,
}

/// One instance.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub id: String,
    pub name: String,
    pub vm: VmState,
    pub task: Option<&'static str>,
    /// Shown instead of the derived status: statuses of other clouds, set by the control endpoint.
    pub status_word: Option<String>,
    pub created: Timestamp,
    pub updated: Timestamp,
    pub launched: Option<Timestamp>,
    pub terminated: Option<Timestamp>,
    /// Deleted and no longer found; only lists of changes contain it.
    pub gone: bool,
    /// It has a host and a zone.
    pub placed: bool,
    pub zone: String,
    pub wished_zone: Option<String>,
    /// `None`: booted from a volume, `image` is `""`.
    pub image: Option<String>,
    pub flavor: String,
    pub key: Option<String>,
    pub groups: Vec<String>,
    pub nics: Vec<Nic>,
    /// The ports exist, so addresses and groups are shown.
    pub wired: bool,
    pub disks: Vec<Disk>,
    pub metadata: BTreeMap<String, String>,
    pub fault: Option<Fault>,
    pub protect: bool,
    /// Locked: changes are refused.
    pub locked: bool,
    /// A resize that is neither confirmed nor reverted.
    pub resize: Option<Resize>,
    /// Its first password was deleted (Windows).
    pub password_cleared: bool,
    pub reservation: String,
    /// Steps planned under an older number are not carried out.
    pub plan: u32,
    /// When the plan ends (`None`: never), and whether it fails.
    pub plan_end: (Option<Timestamp>, bool),
    /// Data of versions after 2.1, and of `os-instance-actions`.
    pub told: Told,
}

impl Server {
    /// `status`, derived as in Nova.
    pub(crate) fn status(&self) -> &str {
        if let Some(word) = &self.status_word {
            return word;
        }
        match (self.vm, self.task) {
            (VmState::Active, Some("rebooting" | "reboot_pending" | "reboot_started")) => "REBOOT",
            (VmState::Active, Some("rebooting_hard" | "reboot_pending_hard" | "reboot_started_hard")) => "HARD_REBOOT",
            (
                VmState::Active | VmState::Stopped,
                Some("resize_prep" | "resize_migrating" | "resize_migrated" | "resize_finish"),
            ) => "RESIZE",
            (
                VmState::Active | VmState::Stopped | VmState::Error,
                Some("rebuilding" | "rebuild_block_device_mapping" | "rebuild_spawning"),
            ) => "REBUILD",
            (VmState::Active, Some("updating_password")) => "PASSWORD",
            (VmState::Resized, Some("resize_reverting")) => "REVERT_RESIZE",
            (VmState::Building, _) => "BUILD",
            (VmState::Active, _) => "ACTIVE",
            (VmState::Stopped, _) => "SHUTOFF",
            (VmState::Paused, _) => "PAUSED",
            (VmState::Suspended, _) => "SUSPENDED",
            (VmState::Shelved, _) => "SHELVED",
            (VmState::ShelvedOffloaded, _) => "SHELVED_OFFLOADED",
            (VmState::Rescued, _) => "RESCUE",
            (VmState::Resized, _) => "VERIFY_RESIZE",
            (VmState::Error, _) => "ERROR",
            (VmState::SoftDeleted, _) => "SOFT_DELETED",
            (VmState::Deleted, _) => "DELETED",
        }
    }

    pub(crate) fn deleted(&self) -> bool {
        self.gone
    }

    /// Deleted but kept for a while: found by its id and in lists of changes, in no other list, and not counted.
    pub(crate) fn soft_deleted(&self) -> bool {
        self.vm == VmState::SoftDeleted
    }

    /// Whether plain lists contain it and quotas count it.
    pub(crate) fn listed(&self) -> bool {
        !self.deleted() && !self.soft_deleted()
    }

    /// Whether its name asks for a fault (`faults`).
    pub(crate) fn named(&self, prefix: &str) -> bool {
        self.name.starts_with(prefix)
    }
}
