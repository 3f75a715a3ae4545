//! Which questions the form asks and which limit it shows next to a field (row S14).

use super::validate::{disks, source};
use super::{BootFrom, Context, Draft, Field, MadeOf};
use crate::rules::fit::{self, RootOn};
use crate::rules::limits::{Range, Unit};
use crate::rules::quota::Demand;

#[cfg(test)]
mod tests;

/// The limit that currently applies to a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VisibleLimit {
    /// `None`: no minimum to show.
    pub min: Option<u64>,
    /// `None`: the cloud decides.
    pub max: Option<u64>,
    /// The current length; for lengths only.
    pub used: Option<u64>,
    /// The unit of the numbers.
    pub unit: Unit,
}

/// The question about the root disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RootDiskQuestion {
    /// None: the flavor determines the disk.
    NotAsked {
        /// Size in GB; 0: as large as the image.
        flavor_gb: u64,
    },
    /// None: the root is an existing volume.
    Given {
        /// Its size in GB, if known.
        size_gb: Option<u64>,
    },
    /// A size is required.
    Required(Range),
    /// A size is optional: it requests a volume instead of the flavor's disk.
    Optional {
        /// The flavor's disk in GB; `None`: the flavor is not known.
        flavor_gb: Option<u64>,
        /// The sizes a volume may have.
        volume: Range,
    },
}

/// The question about the root disk, for the flavor and image chosen so far.
pub fn root_disk_question(draft: &Draft, context: &Context<'_>) -> RootDiskQuestion {
    if draft.boot_from == BootFrom::Volume {
        return RootDiskQuestion::Given { size_gb: context.volume(&draft.volume).map(|volume| volume.size_gb) };
    }
    let flavor = context.flavor(draft);
    let blank = Draft { root_disk_gb: String::new(), ..draft.clone() };
    let range = context.root_disk_range(draft);
    match context.root_on(&blank) {
        RootOn::Local => RootDiskQuestion::NotAsked { flavor_gb: flavor.map_or(0, |flavor| flavor.disk_gb) },
        RootOn::Volume => RootDiskQuestion::Required(range),
        RootOn::FlavorDisk => {
            RootDiskQuestion::Optional { flavor_gb: flavor.map(|flavor| flavor.disk_gb), volume: range }
        }
    }
}

/// The limit to show next to a field while it is edited; `None` if there is none.
pub fn visible_limit(field: Field, draft: &Draft, context: &Context<'_>) -> Option<VisibleLimit> {
    match field {
        Field::Name => Some(VisibleLimit {
            min: Some(1),
            max: count(context.limits.name_max_for(context.windows(draft))),
            used: count(draft.name.trim().chars().count()),
            unit: Unit::Characters,
        }),
        Field::Flavor => {
            let min = fit::ram_min_mb(context.image(draft)?, context.limits);
            (min > 0).then_some(VisibleLimit { min: Some(min), max: None, used: None, unit: Unit::Megabytes })
        }
        Field::RootDisk => match root_disk_question(draft, context) {
            RootDiskQuestion::NotAsked { .. } | RootDiskQuestion::Given { .. } => None,
            RootDiskQuestion::Required(range) | RootDiskQuestion::Optional { volume: range, .. } => {
                Some(VisibleLimit::of(range, Unit::Gigabytes))
            }
        },
        Field::Count => {
            let range = context.limits.count();
            let max = source::only_one(draft, context).map_or(range.max, |_| Some(1));
            Some(VisibleLimit::of(Range { max, ..range }, Unit::Instances))
        }
        Field::DiskSize(row) => {
            let disk = draft.disks.get(usize::try_from(row).ok()?)?;
            let asked = disk.made_of != MadeOf::Volume;
            asked.then(|| VisibleLimit::of(disks::range(disk, context), Unit::Gigabytes))
        }
        Field::MinCount => {
            let most = draft.count.trim().parse().ok().or(context.limits.count().max);
            Some(VisibleLimit::of(Range { min: 1, max: most }, Unit::Instances))
        }
        Field::UserData => Some(VisibleLimit {
            min: None,
            max: count(context.limits.user_data_max),
            used: count(draft.user_data_len()),
            unit: Unit::Bytes,
        }),
        Field::MetadataKey(row) => metadata(row, draft, context, |(key, _)| key.trim()),
        Field::MetadataValue(row) => metadata(row, draft, context, |(_, value)| value),
        _ => None,
    }
}

/// How many metadata pairs are sent, including the recovery tag, and the maximum; `None` if the cloud does not report
/// it.
pub fn pairs_of(draft: &Draft, context: &Context<'_>) -> Option<(u64, u64)> {
    Some((count(draft.pairs())?, context.pairs_max?))
}

/// The limit of one text in a metadata row.
fn metadata(
    row: u32,
    draft: &Draft,
    context: &Context<'_>,
    text: fn(&(String, String)) -> &str,
) -> Option<VisibleLimit> {
    let typed = draft.metadata.get(usize::try_from(row).ok()?)?;
    let used = count(text(typed).chars().count());
    Some(VisibleLimit { min: None, max: count(context.limits.metadata_max), used, unit: Unit::Characters })
}

/// How much quota the draft uses (row N09). A size that is not a number yet counts as nothing, such a count as one.
pub fn takes(draft: &Draft, context: &Context<'_>) -> Demand {
    let number = |typed: &str| typed.trim().parse::<u32>().ok().map(u64::from);
    let count = number(&draft.count).unwrap_or(1);
    let mut asked = match context.flavor(draft) {
        Some(flavor) => Demand::instances(flavor, count),
        None => Demand { instances: count, ..Demand::default() },
    };
    if context.root_on(draft) == RootOn::Volume && draft.boot_from != BootFrom::Volume {
        asked = asked.with_volumes(count, number(&draft.root_disk_gb).unwrap_or(0));
    }
    for disk in draft.disks.iter().filter(|disk| disk.made_of != MadeOf::Volume) {
        asked = asked.with_volumes(count, number(&disk.size_gb).unwrap_or(0));
    }
    asked
}

impl VisibleLimit {
    fn of(range: Range, unit: Unit) -> Self {
        Self { min: Some(range.min), max: range.max, used: None, unit }
    }
}

fn count(value: usize) -> Option<u64> {
    u64::try_from(value).ok()
}
