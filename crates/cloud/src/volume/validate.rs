//! Validates the forms for volumes field by field and converts them to requests.

use super::draft::{ImageDraft, SnapshotDraft, Source, VolumeContext, VolumeDraft};
use super::problem::{Field, FieldError, Problem};
use super::request::{ImageOfVolume, NewSize, SnapshotRequest, VolumeRequest};
use crate::form::Errors;
use crate::ids::ZoneName;
use crate::rules::limits::{VOLUME_TEXT_MAX, unprintable};
use crate::wire::{ImagePhase, SnapshotStatus, Volume, VolumeStatus};

#[cfg(test)]
mod tests;

/// A new volume, or all problems in form order, at most one per field.
pub fn volume(draft: &VolumeDraft, context: &VolumeContext<'_>) -> Result<VolumeRequest, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());
    let name = errors.take(Field::Name, text(&draft.name));
    let description = errors.take(Field::Description, text(&draft.description));
    let least = errors.take(Field::Source, least(draft, context));
    let size = errors.take(Field::Size, size(&draft.size_gb, least.unwrap_or(1)));
    let zone = errors.take(Field::Zone, zone(draft, context));
    match (name, description, least, size, zone) {
        (Some(name), Some(description), Some(_), Some(size_gb), Some(zone)) => {
            let kind = draft.kind.clone().filter(|kind| !kind.is_empty());
            Ok(VolumeRequest { name, description, size_gb, kind, zone, source: draft.source.clone() })
        }
        _ => Err(errors.0),
    }
}

/// A larger size for a volume.
pub fn new_size(typed: &str, volume: &Volume) -> Result<NewSize, Problem> {
    size(typed, volume.size_gb.saturating_add(1)).map(NewSize)
}

/// A snapshot of a volume. An attached volume is copied in its current state: the request uses `force`.
pub fn snapshot(draft: &SnapshotDraft, volume: &Volume) -> Result<SnapshotRequest, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());
    let name = errors.take(Field::Name, text(&draft.name));
    let description = errors.take(Field::Description, text(&draft.description));
    match (name, description) {
        (Some(name), Some(description)) => {
            Ok(SnapshotRequest { volume: volume.id.clone(), name, description, force: in_use(volume) })
        }
        _ => Err(errors.0),
    }
}

/// An image of a volume, also with `force` if attached.
pub fn image(draft: &ImageDraft, volume: &Volume) -> Result<ImageOfVolume, Vec<FieldError>> {
    let name = text(&draft.name).and_then(|name| if name.is_empty() { Err(Problem::Missing) } else { Ok(name) });
    match name {
        Ok(name) => Ok(ImageOfVolume { name, force: in_use(volume), protected: draft.protected }),
        Err(problem) => Err(vec![FieldError { field: Field::Name, problem }]),
    }
}

fn in_use(volume: &Volume) -> bool {
    volume.status == VolumeStatus::InUse || !volume.attachments.is_empty()
}

fn text(typed: &str) -> Result<String, Problem> {
    let text = typed.trim();
    if text.chars().any(unprintable) {
        return Err(Problem::ControlCharacter);
    }
    if text.chars().count() > VOLUME_TEXT_MAX {
        return Err(Problem::TooLong { max: VOLUME_TEXT_MAX });
    }
    Ok(text.to_owned())
}

/// The minimum size for the source, GB.
fn least(draft: &VolumeDraft, context: &VolumeContext<'_>) -> Result<u64, Problem> {
    match &draft.source {
        Source::Blank => Ok(1),
        Source::Snapshot(id) if id.as_str().is_empty() => Err(Problem::Missing),
        Source::Snapshot(id) => {
            let Some(all) = context.snapshots else { return Ok(1) };
            let snapshot = all.iter().find(|snapshot| snapshot.id == *id).ok_or(Problem::Gone)?;
            let ready = snapshot.status == SnapshotStatus::Available;
            if ready { Ok(snapshot.size_gb.max(1)) } else { Err(Problem::NotReady) }
        }
        Source::Image(id) if id.as_str().is_empty() => Err(Problem::Missing),
        Source::Image(id) => {
            let Some(all) = context.images else { return Ok(1) };
            let image = all.iter().find(|image| image.id == *id).ok_or(Problem::Gone)?;
            let ready = image.status.phase() == ImagePhase::Ready;
            if ready { Ok(image.min_disk_gb.max(1)) } else { Err(Problem::NotReady) }
        }
    }
}

fn size(typed: &str, min: u64) -> Result<u64, Problem> {
    let digits = typed.trim();
    if digits.is_empty() {
        return Err(Problem::Missing);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    let size = digits.parse::<u64>().map_err(|_| Problem::NotANumber)?;
    if size < min { Err(Problem::TooSmall { min }) } else { Ok(size) }
}

fn zone(draft: &VolumeDraft, context: &VolumeContext<'_>) -> Result<Option<ZoneName>, Problem> {
    let Some(zone) = draft.zone.as_ref().filter(|zone| !zone.as_str().is_empty()) else { return Ok(None) };
    match context.zones.map(|all| all.iter().find(|known| known.name == *zone)) {
        Some(None) => Err(Problem::Gone),
        Some(Some(known)) if !known.available => Err(Problem::ZoneUnavailable),
        _ => Ok(Some(zone.clone())),
    }
}
