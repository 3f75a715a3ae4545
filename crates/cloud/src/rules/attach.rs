//! Which volumes can be attached to an instance and detached from it (rows S21, S22), and otherwise why not.

use crate::ids::ZoneName;
use crate::wire::{Server, Volume, VolumeStatus};

#[cfg(test)]
mod tests;

/// Why a volume cannot be attached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotAttachable {
    /// It is already attached to this instance.
    Here,
    /// Only an `available` one can be attached.
    Status(VolumeStatus),
    /// It is in another zone, where the instance cannot reach it.
    OtherZone(ZoneName),
}

/// Why a volume cannot be detached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NotDetachable {
    /// It is the root disk.
    Root,
    /// It is not known which volume is the root disk, and it may be this one.
    MaybeRoot,
}

/// Whether the volume can be attached to the instance. An unknown zone is no obstacle.
pub fn attachable(volume: &Volume, server: &Server) -> Result<(), NotAttachable> {
    if volume.is_on(&server.id) {
        return Err(NotAttachable::Here);
    }
    if volume.status != VolumeStatus::Available {
        return Err(NotAttachable::Status(volume.status.clone()));
    }
    let zone = server.zone.said().and_then(Option::as_ref);
    match (&volume.zone, zone) {
        (Some(is), Some(needs)) if is != needs => Err(NotAttachable::OtherZone(is.clone())),
        _ => Ok(()),
    }
}

/// Whether a volume can be detached from its instance. `device` is its name in the instance (row S19), `volume` the
/// block storage service's data, `alone`: the instance has no other volume.
pub fn detachable(device: Option<&str>, volume: Option<&Volume>, alone: bool) -> Result<(), NotDetachable> {
    match device {
        Some(device) if is_first(device) => Err(NotDetachable::Root),
        Some(_) => Ok(()),
        // The cloud reports no device: the root may be the only volume, or a bootable one.
        None if volume.is_none_or(|volume| volume.bootable || alone) => Err(NotDetachable::MaybeRoot),
        None => Ok(()),
    }
}

/// The instance's root volume among the known ones: the first disk; if no device is reported, the bootable one or the
/// only one.
pub fn root_volume<'a>(server: &Server, known: &'a [Volume]) -> Option<&'a Volume> {
    let named = server.volumes.said().map(Vec::as_slice).unwrap_or_default();
    let is_mine = |volume: &&Volume| volume.is_on(&server.id) || named.iter().any(|own| own.id == volume.id);
    let mine: Vec<&Volume> = known.iter().filter(is_mine).collect();
    let on_first = |volume: &&&Volume| {
        let here = volume.attachments.iter().find(|attachment| attachment.server == server.id);
        here.and_then(|attachment| attachment.device.as_deref()).is_some_and(is_first)
    };
    let bootable = || only(mine.iter().filter(|volume| volume.bootable));
    mine.iter().find(on_first).or_else(bootable).or_else(|| only(mine.iter())).copied()
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whether the device is the first disk of any bus: `/dev/vda`, `/dev/sda`, `xvda`.
fn is_first(device: &str) -> bool {
    let name = device.rsplit('/').next().unwrap_or_default();
    matches!(name, "vda" | "sda" | "xvda" | "hda")
}
