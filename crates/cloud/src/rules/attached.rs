//! The volumes of an instance as one list, joined from three sources: compute's attachments with devices (row S19), the
//! instance's `delete_on_termination`, and block storage's volumes.

use super::attach::{NotDetachable, detachable};
use super::fate::{self, VolumeLine};
use crate::wire::{Server, ServerVolume, Volume, VolumeStatus};

#[cfg(test)]
mod tests;

/// One volume of an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attached {
    /// Its name, size and what happens to it on delete.
    pub line: VolumeLine,
    /// Its name in the instance, such as `/dev/vdb`.
    pub device: Option<String>,
    /// `None` if block storage does not list it.
    pub status: Option<VolumeStatus>,
    /// Whether it can be detached.
    pub detachable: Result<(), NotDetachable>,
}

/// The list sorted by device; volumes without one last. `attachments` and `known` are `None` if they could not be read.
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
