//! What becomes of an instance's volumes and addresses when it is deleted (row S18).

use std::sync::Arc;

use cloud::VolumeId;
use cloud::wire::{Server, Volume};

use crate::data;
use crate::reactive::Memo;

/// A volume as a person knows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeLine {
    /// Its id.
    pub id: VolumeId,
    /// Its name, or its id where the block storage service tells none.
    pub name: String,
    /// Its size, where it is known.
    pub size_gb: Option<u64>,
    /// It can be booted from.
    pub bootable: bool,
    /// `delete_on_termination`, where the cloud tells it.
    pub goes: Option<bool>,
}

/// What goes, what stays, and what nobody knows of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fates {
    /// There is no volume: the root disk is the host's own.
    pub local_disk: bool,
    /// Fixed addresses: they go.
    pub fixed: Vec<String>,
    /// Floating IPs: they stay.
    pub floating: Vec<String>,
    /// Volumes that go.
    pub goes: Vec<VolumeLine>,
    /// Volumes that stay.
    pub stays: Vec<VolumeLine>,
    /// Volumes whose fate the cloud does not tell.
    pub unclear: Vec<VolumeLine>,
}

/// The fates, with the volumes' names and sizes as soon as the block storage service tells them.
pub fn follow(server: Arc<Server>) -> Memo<Fates> {
    let known = data::volumes().value;
    Memo::new(move |_| known.with(|known| fates(&server, known.as_deref().unwrap_or_default())))
}

/// The volumes of an instance: those it names, and those that name it.
pub fn volumes(server: &Server, known: &[Volume]) -> Vec<VolumeLine> {
    let named = server.volumes.said().map(Vec::as_slice).unwrap_or_default();
    let mut lines: Vec<VolumeLine> = named
        .iter()
        .map(|own| line(&own.id, own.delete_on_termination, known.iter().find(|volume| volume.id == own.id)))
        .collect();
    let others = known.iter().filter(|volume| volume.servers.contains(&server.id));
    for other in others.filter(|other| named.iter().all(|own| own.id != other.id)) {
        lines.push(line(&other.id, None, Some(other)));
    }
    lines
}

fn line(id: &VolumeId, goes: Option<bool>, known: Option<&Volume>) -> VolumeLine {
    let name = known.map(|volume| volume.name.as_str()).filter(|name| !name.is_empty());
    VolumeLine {
        id: id.clone(),
        name: name.unwrap_or(id.as_str()).to_owned(),
        size_gb: known.map(|volume| volume.size_gb),
        bootable: known.is_some_and(|volume| volume.bootable),
        goes,
    }
}

fn fates(server: &Server, known: &[Volume]) -> Fates {
    let mut fates = Fates::default();
    for address in server.addresses.said().into_iter().flatten() {
        let list = if address.floating { &mut fates.floating } else { &mut fates.fixed };
        list.push(address.addr.clone());
    }
    let volumes = volumes(server, known);
    fates.local_disk = volumes.is_empty() && server.volumes.said().is_some();
    for volume in volumes {
        match volume.goes {
            Some(true) => fates.goes.push(volume),
            Some(false) => fates.stays.push(volume),
            None => fates.unclear.push(volume),
        }
    }
    fates
}
