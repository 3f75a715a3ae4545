//! Totals by state.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::ZoneName;
use cloud::wire::{Allowance, ComputeQuota, Flavor, FloatingIp, Server, Volume};

use crate::instances::StatusGroup;
use crate::zones;

/// Instances of a project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Instances {
    pub all: usize,
    groups: [usize; StatusGroup::ALL.len()],
    /// `None`, last: not in a zone yet.
    pub zones: Vec<ZoneCount>,
}

/// Instances of a zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneCount {
    pub zone: Option<ZoneName>,
    pub count: zones::Count,
}

impl Instances {
    /// The number in a group.
    pub fn of(&self, group: StatusGroup) -> usize {
        self.groups.get(group as usize).copied().unwrap_or_default()
    }
}

/// Counts instances by status and zone.
pub fn instances(rows: &[Arc<Server>]) -> Instances {
    let mut counts = Instances { all: rows.len(), ..Instances::default() };
    for row in rows {
        counts.groups.get_mut(StatusGroup::of(row) as usize).into_iter().for_each(|rows| *rows += 1);
    }
    let by_zone = zones::count(rows).into_iter().map(|(zone, count)| ZoneCount { zone, count });
    counts.zones = by_zone.collect();
    counts.zones.sort_by(|a, b| (a.zone.is_none(), &a.zone).cmp(&(b.zone.is_none(), &b.zone)));
    counts
}

/// The instances of several projects and regions together. Zones of the same name in two regions are not the same: none is
/// counted.
pub fn sum<'a>(counts: impl Iterator<Item = &'a Instances>) -> Instances {
    counts.fold(Instances::default(), |mut sum, counts| {
        sum.all += counts.all;
        for (sum, rows) in sum.groups.iter_mut().zip(counts.groups) {
            *sum += rows;
        }
        sum
    })
}

/// Volumes of a project, by state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Volumes {
    pub all: usize,
    /// Total size, GB.
    pub gb: u64,
    pub attached: usize,
    /// Unattached.
    pub free: usize,
    /// Changing by themselves.
    pub busy: usize,
    pub failed: usize,
    pub other: usize,
}

/// Counts volumes by state.
pub fn volumes(rows: &[Volume]) -> Volumes {
    let mut counts = Volumes { all: rows.len(), ..Volumes::default() };
    for row in rows {
        counts.gb = counts.gb.saturating_add(row.size_gb);
        let kind = match &row.status {
            status if status.is_error() => &mut counts.failed,
            status if status.is_busy() => &mut counts.busy,
            cloud::wire::VolumeStatus::InUse => &mut counts.attached,
            cloud::wire::VolumeStatus::Available => &mut counts.free,
            _ => &mut counts.other,
        };
        *kind += 1;
    }
    counts
}

/// Floating IPs of a project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Addresses {
    pub all: usize,
    /// Unattached.
    pub free: usize,
}

/// Counts floating IPs.
pub fn addresses(rows: &[FloatingIp]) -> Addresses {
    Addresses { all: rows.len(), free: rows.iter().filter(|row| row.is_free()).count() }
}

/// The quota with the usage computed from the instances if the cloud does not report it (`os-quota-sets` reports limits
/// only). With an instance of an unknown flavor, vCPUs and RAM stay unknown.
pub fn used(quota: &ComputeQuota, rows: &[Arc<Server>], flavors: Option<&[Flavor]>) -> ComputeQuota {
    let told = |allowance: Allowance, used: Option<u64>| Allowance { used: allowance.used.or(used), ..allowance };
    let instances = u64::try_from(rows.len()).ok();
    let sizes = flavors.and_then(|flavors| sizes(rows, flavors));
    ComputeQuota {
        instances: told(quota.instances, instances),
        vcpus: told(quota.vcpus, sizes.map(|(vcpus, _)| vcpus)),
        ram_mb: told(quota.ram_mb, sizes.map(|(_, ram)| ram)),
        ..quota.clone()
    }
}

fn sizes(rows: &[Arc<Server>], flavors: &[Flavor]) -> Option<(u64, u64)> {
    let known: BTreeMap<&str, &Flavor> = flavors.iter().map(|flavor| (flavor.id.as_str(), flavor)).collect();
    let mut sum = (0u64, 0u64);
    for row in rows {
        let flavor = known.get(row.flavor.said()?.id.as_ref()?.as_str())?;
        sum = (sum.0.saturating_add(flavor.vcpus.into()), sum.1.saturating_add(flavor.ram_mb));
    }
    Some(sum)
}
