//! Quota and usage (row N09).

use crate::json::Json;

/// Limit and usage of one resource.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Allowance {
    /// `None`: unlimited, or not reported.
    pub limit: Option<u64>,
    /// `None`: not reported.
    pub used: Option<u64>,
}

/// The quota of the compute service; RAM in MB.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ComputeQuota {
    pub instances: Allowance,
    pub vcpus: Allowance,
    pub ram_mb: Allowance,
    pub key_pairs: Allowance,
    /// Placement policies.
    pub server_groups: Allowance,
    /// Instances per placement policy.
    pub server_group_members: Allowance,
    /// Metadata pairs per instance.
    pub metadata: Allowance,
}

/// The quota of the block storage service.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VolumeQuota {
    pub volumes: Allowance,
    /// Volumes and snapshots together, GB.
    pub gb: Allowance,
    pub snapshots: Allowance,
}

impl Allowance {
    /// What is left; `None`: unlimited or unknown. 0 if more is used than allowed.
    pub fn left(self) -> Option<u64> {
        Some(self.limit?.saturating_sub(self.used.unwrap_or(0)))
    }
}

/// One resource of `limits.absolute`.
fn both(absolute: &Json<'_>, max: &str, used: &str) -> Allowance {
    Allowance { limit: absolute.get(max).count(), used: absolute.get(used).count() }
}

/// From `limits.absolute` of block storage.
pub(crate) fn volume_quota(absolute: &Json<'_>) -> VolumeQuota {
    VolumeQuota {
        volumes: both(absolute, "maxTotalVolumes", "totalVolumesUsed"),
        gb: both(absolute, "maxTotalVolumeGigabytes", "totalGigabytesUsed"),
        snapshots: both(absolute, "maxTotalSnapshots", "totalSnapshotsUsed"),
    }
}

/// From `limits.absolute` of compute.
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

/// From `quota_set`: numbers, or objects in its detailed form.
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
