//! What can be done to an instance, and the one table of which status allows it: by the guide first (rows S23–S27), else
//! by Nova's own rule (`check_instance_state` of its compute API).

use crate::status::Status;
use crate::status::Status::*;

/// What can be done to an instance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Action {
    /// `os-start` (row S23).
    Start,
    /// `os-stop` (row S24).
    Stop,
    /// `reboot`, either kind (row S25).
    Reboot(RebootKind),
    /// `resize` (row S26).
    Resize,
    /// `confirmResize`, where the cloud waits for it (row S26).
    ConfirmResize,
    /// `revertResize`, where the cloud waits for it (row S26).
    RevertResize,
    /// `createImage` (row S27); on NHN of U2 only.
    CreateImage,
    /// `os-volume_upload_image` of the root volume (row N07): NHN's way for all but U2.
    CreateImageFromVolume,
    /// `shelve` (row N08): off its host, its disks kept.
    Shelve,
    /// `unshelve` (row N08).
    Unshelve,
    /// `shelveOffload`: off its host at once, where a cloud waits with it.
    ShelveOffload,
    /// `pause`.
    Pause,
    /// `unpause`.
    Unpause,
    /// `suspend`.
    Suspend,
    /// `resume`.
    Resume,
    /// `rescue`.
    Rescue,
    /// `unrescue`.
    Unrescue,
    /// `lock`.
    Lock,
    /// `unlock`.
    Unlock,
    /// `rebuild`.
    Rebuild,
    /// `POST os-volume_attachments` (row S21).
    AttachVolume,
    /// `DELETE os-volume_attachments/{id}` (row S22).
    DetachVolume,
    /// `addSecurityGroup` (row S28).
    AddSecurityGroup,
    /// `removeSecurityGroup` (row S29).
    RemoveSecurityGroup,
    /// A floating IP to one of its ports, through the network API (row S30).
    AttachFloatingIp,
    /// A floating IP off it (row S30).
    DetachFloatingIp,
    /// `POST os-interface`.
    AttachInterface,
    /// `DELETE os-interface/{port}`.
    DetachInterface,
    /// Sets or removes metadata (row N08).
    EditMetadata,
    /// A link to the screen.
    Console,
    /// `os-getConsoleOutput` (row N09).
    ConsoleLog,
    /// `os-server-password`: the first password of a Windows instance, encrypted.
    Password,
    /// `PUT` with a new name (row S17).
    Rename,
    /// `DELETE` (row S18).
    Delete,
    /// `restore`: takes a deletion back, where the cloud keeps what was deleted for a while.
    Restore,
    /// `forceDelete`: ends that while now.
    ForceDelete,
}

/// How to reboot (row S25).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RebootKind {
    /// Asks the guest to shut down.
    Soft,
    /// Cuts the power.
    Hard,
}

/// Nova takes a disk or hands one out whenever the guest is not being changed.
const VOLUMES: &[Status] = &[Active, Paused, Shelved, ShelvedOffloaded, Shutoff, VerifyResize];
/// The guest has a screen while its host runs it.
const SCREEN: &[Status] = &[Active, Error, HardReboot, Password, Paused, Reboot, Rescue, VerifyResize];
/// The log outlives the power, but not the host.
const LOG: &[Status] =
    &[Active, Build, Error, HardReboot, Password, Paused, Reboot, Rescue, Shutoff, Suspended, VerifyResize];

impl Action {
    /// All actions, in the order of a menu.
    pub const ALL: [Action; 37] = [
        Action::Start,
        Action::Stop,
        Action::Reboot(RebootKind::Soft),
        Action::Reboot(RebootKind::Hard),
        Action::Resize,
        Action::ConfirmResize,
        Action::RevertResize,
        Action::CreateImage,
        Action::CreateImageFromVolume,
        Action::Shelve,
        Action::Unshelve,
        Action::ShelveOffload,
        Action::Pause,
        Action::Unpause,
        Action::Suspend,
        Action::Resume,
        Action::Rescue,
        Action::Unrescue,
        Action::Lock,
        Action::Unlock,
        Action::Rebuild,
        Action::AttachVolume,
        Action::DetachVolume,
        Action::AddSecurityGroup,
        Action::RemoveSecurityGroup,
        Action::AttachFloatingIp,
        Action::DetachFloatingIp,
        Action::AttachInterface,
        Action::DetachInterface,
        Action::EditMetadata,
        Action::Console,
        Action::ConsoleLog,
        Action::Password,
        Action::Rename,
        Action::Delete,
        Action::Restore,
        Action::ForceDelete,
    ];

    /// The statuses that allow it; `None`: every status of an instance that still exists.
    pub fn needs(self) -> Option<&'static [Status]> {
        Some(match self {
            Action::Start => &[Shutoff],
            Action::Stop => &[Active, Error],
            Action::Reboot(RebootKind::Soft) => &[Active],
            Action::Reboot(RebootKind::Hard) => &[Active, Error, HardReboot, Paused, Reboot, Shutoff, Suspended],
            Action::Resize => &[Active, Shutoff],
            Action::ConfirmResize | Action::RevertResize => &[VerifyResize],
            Action::CreateImage | Action::CreateImageFromVolume => &[Active, Shutoff, Suspended, Paused],
            Action::Shelve => &[Active, Paused, Shutoff, Suspended],
            Action::Unshelve => &[Shelved, ShelvedOffloaded],
            Action::ShelveOffload => &[Shelved],
            Action::Pause | Action::Suspend => &[Active],
            Action::Unpause => &[Paused],
            Action::Resume => &[Suspended],
            Action::Rescue | Action::Rebuild => &[Active, Error, Shutoff],
            Action::Unrescue => &[Status::Rescue],
            // Nova would force the deletion of any; only here is it another thing than to delete.
            Action::Restore | Action::ForceDelete => &[SoftDeleted],
            Action::AttachVolume | Action::DetachVolume => VOLUMES,
            Action::AttachInterface | Action::DetachInterface => &[Active, Paused, Shutoff],
            Action::EditMetadata => &[Active, Paused, Shutoff, Suspended],
            Action::Console => SCREEN,
            Action::ConsoleLog => LOG,
            Action::Lock
            | Action::Unlock
            | Action::AddSecurityGroup
            | Action::RemoveSecurityGroup
            | Action::AttachFloatingIp
            | Action::DetachFloatingIp
            | Action::Password
            | Action::Rename
            | Action::Delete => return None,
        })
    }

    /// A running task does not stand in its way (row S09): these are the way out of a task that hangs.
    pub fn interrupts_task(self) -> bool {
        matches!(self, Action::Reboot(RebootKind::Hard) | Action::Delete | Action::ForceDelete)
    }

    /// It needs an instance that was launched once, as Nova has it; the rest can be done to one whose build failed.
    pub fn needs_a_launch(self) -> bool {
        !matches!(
            self,
            Action::Delete
                | Action::ForceDelete
                | Action::Restore
                | Action::Rename
                | Action::Lock
                | Action::Unlock
                | Action::DetachVolume
                | Action::DetachFloatingIp
        )
    }

    /// It only looks: the read-only switch does not block it, and neither does a running task.
    pub fn only_reads(self) -> bool {
        matches!(self, Action::Console | Action::ConsoleLog | Action::Password)
    }

    /// A running task does not block it.
    pub(super) fn passes_task(self) -> bool {
        // Nova locks and unlocks whatever goes on.
        self.interrupts_task() || self.only_reads() || matches!(self, Action::Lock | Action::Unlock)
    }

    /// Nova refuses it while the instance is locked; what only reads, the name, images and the network's own business
    /// stay possible.
    pub fn stopped_by_lock(self) -> bool {
        !self.only_reads()
            && !matches!(
                self,
                Action::Unlock
                    | Action::Rename
                    | Action::CreateImage
                    | Action::CreateImageFromVolume
                    | Action::AddSecurityGroup
                    | Action::RemoveSecurityGroup
                    | Action::AttachFloatingIp
                    | Action::DetachFloatingIp
            )
    }
}
