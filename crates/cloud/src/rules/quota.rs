//! How much of the remaining quota a choice uses (row N09).

use crate::wire::{Allowance, ComputeQuota, Flavor, VolumeQuota};

#[cfg(test)]
mod tests;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Resource {
    Instances,
    Vcpus,
    RamMb,
    Volumes,
    VolumeGb,
}

/// What a choice uses; RAM in MB, volume size in GB.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Demand {
    pub instances: u64,
    pub vcpus: u64,
    pub ram_mb: u64,
    pub volumes: u64,
    pub volume_gb: u64,
}

/// The quota of the compute and the block storage service. A resource that is not reported has no limit here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Quota {
    pub instances: Allowance,
    pub vcpus: Allowance,
    pub ram_mb: Allowance,
    pub volumes: Allowance,
    pub volume_gb: Allowance,
}

/// One resource with the choice included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    pub resource: Resource,
    /// The limit and the current usage.
    pub allowance: Allowance,
    /// What the choice uses.
    pub demand: u64,
    /// By how much it exceeds the limit; 0: it fits, as far as known.
    pub over: u64,
}

impl Quota {
    /// The quota of compute; block storage has its own response.
    pub fn of(compute: &ComputeQuota) -> Self {
        Self { instances: compute.instances, vcpus: compute.vcpus, ram_mb: compute.ram_mb, ..Self::default() }
    }

    /// Adds the quota of block storage.
    pub fn with_storage(self, storage: &VolumeQuota) -> Self {
        Self { volumes: storage.volumes, volume_gb: storage.gb, ..self }
    }
}

impl Demand {
    /// What `count` instances of a flavor use.
    pub fn instances(flavor: &Flavor, count: u64) -> Self {
        Self {
            instances: count,
            vcpus: u64::from(flavor.vcpus).saturating_mul(count),
            ram_mb: flavor.ram_mb.saturating_mul(count),
            ..Self::default()
        }
    }

    /// What a resize uses in addition; a smaller flavor uses nothing.
    pub fn resize(current: Option<&Flavor>, target: &Flavor) -> Self {
        let (vcpus, ram_mb) = current.map_or((0, 0), |flavor| (flavor.vcpus, flavor.ram_mb));
        Self {
            vcpus: target.vcpus.saturating_sub(vcpus).into(),
            ram_mb: target.ram_mb.saturating_sub(ram_mb),
            ..Self::default()
        }
    }

    /// What both use together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            instances: self.instances.saturating_add(other.instances),
            vcpus: self.vcpus.saturating_add(other.vcpus),
            ram_mb: self.ram_mb.saturating_add(other.ram_mb),
            volumes: self.volumes.saturating_add(other.volumes),
            volume_gb: self.volume_gb.saturating_add(other.volume_gb),
        }
    }

    /// What a larger volume uses in addition.
    pub fn growth(from_gb: u64, to_gb: u64) -> Self {
        Self { volume_gb: to_gb.saturating_sub(from_gb), ..Self::default() }
    }

    /// Adds `volumes` more volumes of `size_gb` each.
    pub fn with_volumes(self, volumes: u64, size_gb: u64) -> Self {
        let volume_gb = self.volume_gb.saturating_add(size_gb.saturating_mul(volumes));
        Self { volumes: self.volumes.saturating_add(volumes), volume_gb, ..self }
    }
}

/// Compares a choice with the quota: one line for each resource that it uses.
pub fn compare(demand: &Demand, quota: &Quota) -> Vec<Line> {
    let lines = [
        (Resource::Instances, demand.instances, quota.instances),
        (Resource::Vcpus, demand.vcpus, quota.vcpus),
        (Resource::RamMb, demand.ram_mb, quota.ram_mb),
        (Resource::Volumes, demand.volumes, quota.volumes),
        (Resource::VolumeGb, demand.volume_gb, quota.volume_gb),
    ];
    let line = |(resource, demand, allowance): (Resource, u64, Allowance)| Line {
        resource,
        allowance,
        demand,
        over: allowance.left().map_or(0, |left| demand.saturating_sub(left)),
    };
    lines.into_iter().filter(|(_, demand, _)| *demand > 0).map(line).collect()
}
