//! Validates the source of the root disk: image, volume or snapshot (rows S13, S14).

use super::{active, chosen};
use crate::create::{BootFrom, Context, Draft, MadeOf, OnlyOne, Problem};
use crate::ids::*;
use crate::rules::fit::is_appliance;
use crate::wire::{SnapshotStatus, Volume, VolumeStatus};

/// The image to send; `None` if the root is a volume or snapshot.
pub(super) fn image(draft: &Draft, context: &Context<'_>) -> Result<Option<ImageId>, Problem> {
    match draft.boot_from {
        BootFrom::Image => an_image(&draft.image, context).map(Some),
        BootFrom::Volume => {
            if let Some(volume) = a_volume(&draft.volume, context)? {
                bootable(volume, context)?;
                large_enough(volume.size_gb, draft, context)?;
            }
            Ok(None)
        }
        BootFrom::Snapshot => {
            a_snapshot(&draft.snapshot, context)?;
            match context.root_volume(draft) {
                Some(volume) => bootable(volume, context).map(|()| None),
                None => Ok(None),
            }
        }
    }
}

/// An image that exists and is ready.
pub(super) fn an_image(image: &ImageId, context: &Context<'_>) -> Result<ImageId, Problem> {
    let id: ImageId = chosen(image.as_str()).ok_or(Problem::Missing)?;
    match context.images.map(|images| images.iter().find(|image| image.id == id)) {
        Some(None) => Err(Problem::Gone),
        Some(Some(image)) if !active(image) => Err(Problem::ImageNotActive),
        _ => Ok(id),
    }
}

/// A volume that exists and is available; `Ok(None)` if the list is not loaded.
pub(super) fn a_volume<'a>(id: &VolumeId, context: &Context<'a>) -> Result<Option<&'a Volume>, Problem> {
    if id.as_str().trim().is_empty() {
        return Err(Problem::Missing);
    }
    match context.volume(id) {
        None if context.volumes.is_some() => Err(Problem::Gone),
        Some(volume) if volume.status != VolumeStatus::Available => Err(Problem::NotAvailable),
        volume => Ok(volume),
    }
}

/// A snapshot that exists and is ready.
pub(super) fn a_snapshot(id: &SnapshotId, context: &Context<'_>) -> Result<(), Problem> {
    if id.as_str().trim().is_empty() {
        return Err(Problem::Missing);
    }
    match context.snapshot(id) {
        None if context.snapshots.is_some() => Err(Problem::Gone),
        Some(snapshot) if snapshot.status != SnapshotStatus::Available => Err(Problem::NotAvailable),
        _ => Ok(()),
    }
}

/// Whether any disk has a source with a zone.
pub(super) fn needs_zone(draft: &Draft) -> bool {
    let disk = |made_of: MadeOf| matches!(made_of, MadeOf::Volume | MadeOf::Snapshot);
    draft.boot_from != BootFrom::Image || draft.disks.iter().any(|row| disk(row.made_of))
}

/// The known zones of all sources, the root's first.
pub(super) fn zones(draft: &Draft, context: &Context<'_>) -> Vec<ZoneName> {
    let volume = |id| context.volume(id).and_then(|volume| volume.zone.as_ref());
    let root = match draft.boot_from {
        BootFrom::Image => None,
        BootFrom::Volume => volume(&draft.volume),
        BootFrom::Snapshot => context.zone_of_snapshot(&draft.snapshot),
    };
    let disks = draft.disks.iter().filter_map(|disk| match disk.made_of {
        MadeOf::Volume => volume(&disk.volume),
        MadeOf::Snapshot => context.zone_of_snapshot(&disk.snapshot),
        MadeOf::Blank | MadeOf::Image => None,
    });
    root.into_iter().chain(disks).cloned().collect()
}

/// The zone that must be chosen, if known.
pub(super) fn zone(draft: &Draft, context: &Context<'_>) -> Option<ZoneName> {
    zones(draft, context).into_iter().next()
}

/// A source that only one instance can use.
pub(in crate::create) fn only_one(draft: &Draft, context: &Context<'_>) -> Option<OnlyOne> {
    match draft.boot_from {
        BootFrom::Volume => Some(OnlyOne::Volume),
        _ if draft.disks.iter().any(|disk| disk.made_of == MadeOf::Volume) => Some(OnlyOne::Volume),
        BootFrom::Snapshot if context.limits.one_from_snapshot => Some(OnlyOne::Snapshot),
        _ => None,
    }
}

fn bootable(volume: &Volume, context: &Context<'_>) -> Result<(), Problem> {
    if !volume.bootable {
        return Err(Problem::NotBootable);
    }
    let appliance = context.limits.no_appliance_root
        && volume.image_metadata.get("image_name").is_some_and(|name| is_appliance(name));
    if appliance { Err(Problem::Appliance) } else { Ok(()) }
}

fn large_enough(size_gb: u64, draft: &Draft, context: &Context<'_>) -> Result<(), Problem> {
    let rule = context.limits.windows_disk_min_gb.filter(|_| context.windows(draft));
    let min = rule.unwrap_or(context.limits.linux_disk_min_gb);
    if size_gb < min { Err(Problem::TooSmall { min }) } else { Ok(()) }
}
