//! How much of what a project may have (row N09).

use crate::json::Json;

/// What may be had of one thing, and what is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Allowance {
    /// The most; `None`: without a limit, or not told.
    pub limit: Option<u64>,
    /// In use; `None`: not told.
    pub used: Option<u64>,
}

/// The quota of the compute service.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ComputeQuota {
    /// Instances.
    pub instances: Allowance,
    /// vCPUs.
    pub vcpus: Allowance,
    /// RAM, MB.
    pub ram_mb: Allowance,
    /// Key pairs.
    pub key_pairs: Allowance,
    /// Placement policies.
    pub server_groups: Allowance,
    /// Instances of one placement policy.
    pub server_group_members: Allowance,
    /// Metadata pairs of one instance.
    pub metadata: Allowance,
}

/// The quota of the block storage service.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VolumeQuota {
    /// Volumes.
    pub volumes: Allowance,
    /// Volumes and snapshots together, GB.
    pub gb: Allowance,
    /// Snapshots.
    pub snapshots: Allowance,
}

impl Allowance {
    /// What is left; `None`: as much as one likes, or nobody knows. More used than allowed leaves nothing.
    pub fn left(self) -> Option<u64> {
        Some(self.limit?.saturating_sub(self.used.unwrap_or(0)))
    }
}

/// One thing of `limits.absolute`.
fn both(absolute: &Json<'_>, max: &str, used: &str) -> Allowance {
    Allowance { limit: absolute.get(max).count(), used: absolute.get(used).count() }
}

/// `limits.absolute` of block storage.
pub(crate) fn volume_quota(absolute: &Json<'_>) -> VolumeQuota {
    VolumeQuota {
        volumes: both(absolute, "maxTotalVolumes", "totalVolumesUsed"),
        gb: both(absolute, "maxTotalVolumeGigabytes", "totalGigabytesUsed"),
        snapshots: both(absolute, "maxTotalSnapshots", "totalSnapshotsUsed"),
    }
}

/// `limits.absolute` of compute.
pub(crate) fn quota_in_limits(absolute: &Json<'_>) -> ComputeQuota {
    let both = |max: &str, used: &str| both(absolute, max, used);
    let most = |max: &str| Allowance { limit: absolute.get(max).count(), used: None };
    ComputeQuota {
        instances: both("maxTotalInstances", "totalInstancesUsed"),
        vcpus: both("maxTotalCores", "totalCoresUsed"),
        ram_mb: both("maxTotalRAMSize", "totalRAMUsed"),
        key_pairs: most("maxTotalKeypairs"),
        server_groups: both("maxServerGroups", "totalServerGroupsUsed"),
        server_group_members: most("maxServerGroupMembers"),
        metadata: most("maxServerMeta"),
    }
}

/// `quota_set`: numbers, or in its detailed form objects.
pub(crate) fn quota_in_set(set: &Json<'_>) -> ComputeQuota {
    let read = |name: &str| {
        let row = set.get(name);
        let used = row.get("in_use").count();
        Allowance {
            limit: row.part("limit").count(),
            used: used.map(|used| used.saturating_add(row.get("reserved").count().unwrap_or(0))),
        }
    };
    ComputeQuota {
        instances: read("instances"),
        vcpus: read("cores"),
        ram_mb: read("ram"),
        key_pairs: read("key_pairs"),
        server_groups: read("server_groups"),
        server_group_members: read("server_group_members"),
        metadata: read("metadata_items"),
    }
}
