//! The volumes of an instance as one list, of what three services tell: compute which and under which device (row S19),
//! the instance itself what becomes of them, block storage what they are.

use super::attach::{NotDetachable, detachable};
use super::fate::{self, VolumeLine};
use crate::wire::{Server, ServerVolume, Volume, VolumeStatus};

#[cfg(test)]
mod tests;

/// One volume of an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attached {
    /// What it is, and what becomes of it.
    pub line: VolumeLine,
    /// What the instance calls it, such as `/dev/vdb`.
    pub device: Option<String>,
    /// Its state, where block storage tells it.
    pub status: Option<VolumeStatus>,
    /// Whether it may be taken off.
    pub detachable: Result<(), NotDetachable>,
}

/// The list, by device; those without one last. `attachments` and `known` are `None` where they could not be read.
pub fn attached(server: &Server, attachments: Option<&[ServerVolume]>, known: Option<&[Volume]>) -> Vec<Attached> {
    let volumes = known.unwrap_or_default();
    let mut lines = fate::volumes(server, volumes);
    for one in attachments.unwrap_or_default() {
        if lines.iter().all(|line| line.id != one.volume) {
            let known = volumes.iter().find(|volume| volume.id == one.volume);
            lines.push(fate::line(&one.volume, None, known));
        }
    }
    let alone = lines.len() == 1;
    let all = lines.into_iter().map(|line| {
        let known = volumes.iter().find(|volume| volume.id == line.id);
        let own = attachments.unwrap_or_default().iter().find(|one| one.volume == line.id);
        let there = || known?.attachments.iter().find(|place| place.server == server.id)?.device.clone();
        let device = own.and_then(|own| own.device.clone()).or_else(there);
        let detachable = detachable(device.as_deref(), known, alone);
        Attached { status: known.map(|volume| volume.status.clone()), device, detachable, line }
    });
    let mut all: Vec<Attached> = all.collect();
    all.sort_by(|one, other| (one.device.is_none(), &one.device).cmp(&(other.device.is_none(), &other.device)));
    all
}
