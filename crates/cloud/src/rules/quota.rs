//! What a pending choice takes of what is left (row N09).

use crate::wire::{Allowance, ComputeQuota, Flavor, VolumeQuota};

#[cfg(test)]
mod tests;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Resource {
    /// Instances.
    Instances,
    /// vCPUs.
    Vcpus,
    /// RAM, MB.
    RamMb,
    /// Volumes.
    Volumes,
    /// Block storage, GB.
    VolumeGb,
}

/// What a choice takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// Instances.
    pub instances: u64,
    /// vCPUs.
    pub vcpus: u64,
    /// RAM, MB.
    pub ram_mb: u64,
    /// New volumes.
    pub volumes: u64,
    /// Their size together, GB.
    pub volume_gb: u64,
}

/// What may be had, from the compute and the block storage service; what a service does not tell has no limit here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Room {
    /// Instances.
    pub instances: Allowance,
    /// vCPUs.
    pub vcpus: Allowance,
    /// RAM, MB.
    pub ram_mb: Allowance,
    /// Volumes.
    pub volumes: Allowance,
    /// Block storage, GB.
    pub volume_gb: Allowance,
}

/// One resource with the choice counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// What.
    pub resource: Resource,
    /// What may be had and is used already.
    pub room: Allowance,
    /// What the choice takes.
    pub asked: u64,
    /// How much of it is too much; 0: it fits, as far as anyone knows.
    pub over: u64,
}

impl Room {
    /// Room for instances; the block storage service has its own answer.
    pub fn of(compute: &ComputeQuota) -> Self {
        Self { instances: compute.instances, vcpus: compute.vcpus, ram_mb: compute.ram_mb, ..Self::default() }
    }

    /// With room for their disks.
    pub fn with_storage(self, storage: &VolumeQuota) -> Self {
        Self { volumes: storage.volumes, volume_gb: storage.gb, ..self }
    }
}

impl Asked {
    /// What `count` instances of a flavor take.
    pub fn instances(flavor: &Flavor, count: u64) -> Self {
        Self {
            instances: count,
            vcpus: u64::from(flavor.vcpus).saturating_mul(count),
            ram_mb: flavor.ram_mb.saturating_mul(count),
            ..Self::default()
        }
    }

    /// What a resize takes besides what the instance has; a smaller flavor takes nothing.
    pub fn resize(current: Option<&Flavor>, target: &Flavor) -> Self {
        let (vcpus, ram_mb) = current.map_or((0, 0), |flavor| (flavor.vcpus, flavor.ram_mb));
        Self {
            vcpus: target.vcpus.saturating_sub(vcpus).into(),
            ram_mb: target.ram_mb.saturating_sub(ram_mb),
            ..Self::default()
        }
    }

    /// What a larger size of a volume takes besides what it has.
    pub fn growth(from_gb: u64, to_gb: u64) -> Self {
        Self { volume_gb: to_gb.saturating_sub(from_gb), ..Self::default() }
    }

    /// With `volumes` more volumes of `size_gb` each.
    pub fn with_volumes(self, volumes: u64, size_gb: u64) -> Self {
        let volume_gb = self.volume_gb.saturating_add(size_gb.saturating_mul(volumes));
        Self { volumes: self.volumes.saturating_add(volumes), volume_gb, ..self }
    }
}

/// The choice against what is left, a line a resource that it takes any of.
pub fn weigh(asked: &Asked, room: &Room) -> Vec<Line> {
    let lines = [
        (Resource::Instances, asked.instances, room.instances),
        (Resource::Vcpus, asked.vcpus, room.vcpus),
        (Resource::RamMb, asked.ram_mb, room.ram_mb),
        (Resource::Volumes, asked.volumes, room.volumes),
        (Resource::VolumeGb, asked.volume_gb, room.volume_gb),
    ];
    let line = |(resource, asked, room): (Resource, u64, Allowance)| Line {
        resource,
        room,
        asked,
        over: room.left().map_or(0, |left| asked.saturating_sub(left)),
    };
    lines.into_iter().filter(|(_, asked, _)| *asked > 0).map(line).collect()
}
