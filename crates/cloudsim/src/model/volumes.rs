//! Life cycle of volumes and snapshots.

use std::collections::BTreeMap;

use cloud::Timestamp;
use cloud::config::RuleSet;

use super::coming::{Change, Coming};
use super::{Attachment, Disk, Project, Server, Snapshot, VmState, Volume};

/// Duration of attaching and detaching, ms.
const ATTACHES_MS: i64 = 1_500;
/// How long a volume is only reserved before the host connects it, ms.
const RESERVED_MS: i64 = 200;

impl Project {
    pub(crate) fn volume(&self, id: &str) -> Option<&Volume> {
        self.volumes.iter().find(|volume| volume.id == id)
    }

    pub(crate) fn volume_mut(&mut self, id: &str) -> Option<&mut Volume> {
        self.volumes.iter_mut().find(|volume| volume.id == id)
    }

    pub(crate) fn snapshot(&self, id: &str) -> Option<&Snapshot> {
        self.snapshots.iter().find(|snapshot| snapshot.id == id)
    }

    /// An available volume with default properties.
    pub(crate) fn blank_volume(&mut self, size_gb: u64, zone: &str, now: Timestamp) -> Volume {
        let kind = self.volume_types.first().map(|kind| kind.name.clone()).unwrap_or_default();
        Volume {
            id: self.rng.uuid(),
            name: None,
            description: None,
            size_gb,
            status: "available",
            coming: Coming::default(),
            zone: zone.to_owned(),
            kind,
            bootable: false,
            snapshot: None,
            image: None,
            attached: None,
            metadata: BTreeMap::new(),
            image_metadata: BTreeMap::new(),
            readonly: None,
            source: None,
            created: now,
            updated: now,
        }
    }

    /// Creates volumes for the disks of a new instance, or uses the volume that a disk names.
    pub(super) fn make_volumes(&mut self, server: &Server) {
        // The volumes of an instance without a host are reserved.
        let status = if server.vm == VmState::ShelvedOffloaded { "reserved" } else { "in-use" };
        for (at, disk) in server.disks.iter().enumerate() {
            let attached = Some(Attachment { server: server.id.clone(), device: device(at), at: server.created });
            if let Some(known) = self.volume_mut(&disk.id) {
                known.status = status;
                known.attached = attached;
                continue;
            }
            let mut volume = self.blank_volume(disk.size_gb, &server.zone, server.created);
            volume.id = disk.id.clone();
            // Nova names the volumes it creates, with an empty name.
            if self.rules == RuleSet::OpenStack {
                (volume.name, volume.description) = (Some(String::new()), Some(String::new()));
            }
            volume.status = status;
            volume.bootable = disk.root;
            volume.image = server.image.clone().filter(|_| disk.root);
            volume.attached = attached;
            self.volumes.push(volume);
        }
    }

    /// Starts attaching a volume and returns its device name. `None` if there is no such volume.
    pub(crate) fn attach(&mut self, server: &str, volume: &str, named: Option<&str>, now: Timestamp) -> Option<String> {
        let speed = self.speed;
        let taken: Vec<String> = self.devices(server);
        let free = || (0..26).map(device).skip(1).find(|device| !taken.contains(device));
        let device = named.map(str::to_owned).or_else(free)?;
        let known = self.volume_mut(volume)?;
        known.status = "reserved";
        let connected = [(RESERVED_MS, Change::Status("attaching")), (ATTACHES_MS, Change::Status("in-use"))];
        known.coming = Coming::plan(now, speed, connected);
        known.attached = Some(Attachment { server: server.to_owned(), device: device.clone(), at: now });
        let disk = Disk { id: volume.to_owned(), size_gb: known.size_gb, delete_on_termination: false, root: false };
        self.server_mut(server)?.disks.push(disk);
        Some(device)
    }

    /// Starts detaching a volume; the disk is removed from its instance when it ends.
    pub(crate) fn detach(&mut self, volume: &str, now: Timestamp) {
        let speed = self.speed;
        if let Some(volume) = self.volume_mut(volume) {
            volume.status = "detaching";
            volume.coming = Coming::plan(now, speed, [(ATTACHES_MS, Change::Detached)]);
        }
    }

    fn devices(&self, server: &str) -> Vec<String> {
        let attached = self.volumes.iter().filter_map(|volume| volume.attached.as_ref());
        attached.filter(|attached| attached.server == server).map(|attached| attached.device.clone()).collect()
    }

    /// Releases the volumes of a deleted instance. Those with snapshots are always kept.
    pub(super) fn let_go(&mut self, disks: Vec<Disk>, at: Timestamp) {
        for disk in disks {
            let has_snapshots = self.snapshots.iter().any(|snapshot| snapshot.volume == disk.id);
            if disk.delete_on_termination && !has_snapshots {
                self.volumes.retain(|volume| volume.id != disk.id);
            } else if let Some(volume) = self.volume_mut(&disk.id) {
                volume.release(at);
            }
        }
    }

    pub(super) fn advance_volumes(&mut self, now: Timestamp) {
        let mut left = Vec::new();
        self.volumes.retain_mut(|volume| {
            while let Some((at, change)) = volume.coming.due(now) {
                if change == Change::Gone {
                    return false;
                }
                left.extend(volume.take(change, at).map(|server| (server, volume.id.clone())));
            }
            true
        });
        for (server, volume) in left {
            if let Some(server) = self.server_mut(&server) {
                server.disks.retain(|disk| disk.id != volume);
            }
        }
        self.snapshots.retain_mut(|snapshot| {
            while let Some((_, change)) = snapshot.coming.due(now) {
                match change {
                    Change::Status(status) => snapshot.status = status,
                    Change::Gone => return false,
                    Change::Size(_) | Change::Detached => {}
                }
            }
            true
        });
    }
}

impl Volume {
    /// Applies a change; returns the instance from which the volume was detached.
    fn take(&mut self, change: Change, at: Timestamp) -> Option<String> {
        self.updated = at;
        match change {
            Change::Status(status) => self.status = status,
            Change::Size(size_gb) => self.size_gb = size_gb,
            Change::Detached => {
                let server = self.attached.take().map(|attached| attached.server);
                self.status = "available";
                return server;
            }
            Change::Gone => {}
        }
        None
    }

    fn release(&mut self, at: Timestamp) {
        self.updated = at;
        self.status = "available";
        self.attached = None;
        self.coming = Coming::default();
    }
}

/// The device name of a disk in the guest: the first is `/dev/vda`.
pub(crate) fn device(at: usize) -> String {
    format!("/dev/vd{}", char::from(b'a'.saturating_add(u8::try_from(at).unwrap_or(25).min(25))))
}
