//! Things other than instances: a run can remove them, and detach or extend volumes.

use cloud::ServerId;
use cloud::calls::{images, keypairs, network, volumes};
use cloud::catalog::Service;
use cloud::exchange::Call;
use cloud::wire::{SnapshotStatus, Volume, VolumeStatus};

use crate::Operation;

/// What kind of thing is removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A volume.
    Volume,
    /// A snapshot of a volume.
    Snapshot,
    /// An image.
    Image,
    /// A floating IP: it is released.
    FloatingIp,
    /// A key pair, by its name.
    KeyPair,
    /// A security group.
    SecurityGroup,
}

/// One of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thing {
    /// Its id; a key pair's name.
    pub id: String,
    /// Its name, or its address.
    pub name: String,
    /// The instance that a volume is detached from.
    pub server: Option<ServerId>,
}

/// How far an operation on a thing is, as far as its row shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Going {
    /// The row shows no trace of it.
    No,
    /// The cloud works on it.
    Yes,
    /// It failed.
    Failed,
    /// It is done. A thing that was removed has no row.
    Done,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 6] =
        [Kind::Volume, Kind::Snapshot, Kind::Image, Kind::FloatingIp, Kind::KeyPair, Kind::SecurityGroup];

    /// Its name in a stored run.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Volume => "volume",
            Kind::Snapshot => "snapshot",
            Kind::Image => "image",
            Kind::FloatingIp => "floating-ip",
            Kind::KeyPair => "key-pair",
            Kind::SecurityGroup => "security-group",
        }
    }

    /// The service that has it.
    pub fn service(self) -> Service {
        match self {
            Kind::Volume | Kind::Snapshot => Service::Volume,
            Kind::Image => Service::Image,
            Kind::FloatingIp | Kind::SecurityGroup => Service::Network,
            Kind::KeyPair => Service::Compute,
        }
    }

    /// Whether it is gone as soon as the cloud has accepted the request.
    pub fn goes_at_once(self) -> bool {
        !matches!(self, Kind::Volume | Kind::Snapshot)
    }

    /// The request that removes one.
    pub(crate) fn remove(self, id: &str) -> Call<()> {
        match self {
            Kind::Volume => volumes::delete(&id.into()),
            Kind::Snapshot => volumes::delete_snapshot(&id.into()),
            Kind::Image => images::delete(&id.into()),
            Kind::FloatingIp => network::delete_floating_ip(&id.into()),
            Kind::KeyPair => keypairs::delete(&id.into()),
            Kind::SecurityGroup => network::delete_security_group(&id.into()),
        }
    }
}

impl Going {
    /// Of a volume.
    pub fn of_volume(operation: &Operation, volume: &Volume) -> Self {
        match (operation, &volume.status) {
            (Operation::Detach, VolumeStatus::Detaching) => Going::Yes,
            (Operation::Detach, _) if volume.attachments.is_empty() => Going::Done,
            (Operation::Extend { .. }, VolumeStatus::Extending) => Going::Yes,
            (Operation::Extend { .. }, VolumeStatus::ErrorExtending) => Going::Failed,
            (Operation::Extend { size }, _) if volume.size_gb >= size.gb() => Going::Done,
            (Operation::Remove(_), VolumeStatus::Deleting) => Going::Yes,
            (Operation::Remove(_), VolumeStatus::ErrorDeleting) => Going::Failed,
            _ => Going::No,
        }
    }

    /// Of a snapshot.
    pub fn of_snapshot(status: &SnapshotStatus) -> Self {
        match status {
            SnapshotStatus::Deleting => Going::Yes,
            SnapshotStatus::ErrorDeleting => Going::Failed,
            _ => Going::No,
        }
    }
}
