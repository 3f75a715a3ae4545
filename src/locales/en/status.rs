//! English: `status`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Statuses`].
pub static STATUS: Statuses = Statuses {
    active: "Running",
    build: "Creating",
    shutoff: "Stopped",
    deleted: "Deleted",
    soft_deleted: "Deleted (recoverable)",
    reboot: "Rebooting",
    hard_reboot: "Hard rebooting",
    resize: "Resizing",
    revert_resize: "Reverting resize",
    verify_resize: "Confirming resize",
    verify_wait: "Waiting for you",
    error: "Error",
    paused: "Paused",
    rebuild: "Rebuilding",
    rescue: "Rescue mode",
    suspended: "Suspended",
    shelved: "Shelved",
    shelved_offloaded: "Shelved (offloaded)",
    migrating: "Migrating",
    password: "Setting password",
    unknown: "Unknown",
    starting: "Starting",
    stopping: "Stopping",
    deleting: "Deleting",
    scheduling: "choosing a host",
    disk: "preparing the disk",
    networking: "connecting the network",
    spawning: "starting up",
    step: "{step} · {time}",
};
