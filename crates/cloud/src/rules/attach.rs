//! Which volumes an instance may be given, and which may be taken from it (rows S21, S22), each other one with its
//! reason.

use crate::ids::ZoneName;
use crate::wire::{Server, Volume, VolumeStatus};

#[cfg(test)]
mod tests;

/// Why a volume is not offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotAttachable {
    /// The instance has it already.
    Here,
    /// Only an `available` one can be attached.
    Status(VolumeStatus),
    /// It is in another zone, and so cannot be reached.
    OtherZone(ZoneName),
}

/// Why a volume stays.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NotDetachable {
    /// It is the root disk.
    Root,
    /// Nobody knows which volume is the root disk, and it may be this one.
    MaybeRoot,
}

/// Whether the instance may be given this volume. A zone that is not told stands in nobody's way.
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

/// Whether a volume may be taken from its instance. `device` is what the instance calls it (row S19), `volume` what the
/// block storage service knows of it, `alone` that the instance has no other.
pub fn detachable(device: Option<&str>, volume: Option<&Volume>, alone: bool) -> Result<(), NotDetachable> {
    match device {
        Some(device) if is_first(device) => Err(NotDetachable::Root),
        Some(_) => Ok(()),
        // A cloud that names no device: the one that is all there is, or that can be booted from.
        None if volume.is_none_or(|volume| volume.bootable || alone) => Err(NotDetachable::MaybeRoot),
        None => Ok(()),
    }
}

/// The root volume of an instance among those known: the first disk; where no device is named the one that can be booted
/// from, or the only one there is.
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

/// `/dev/vda`, `/dev/sda`, `xvda`: the first disk of any bus.
fn is_first(device: &str) -> bool {
    let name = device.rsplit('/').next().unwrap_or_default();
    matches!(name, "vda" | "sda" | "xvda" | "hda")
}
