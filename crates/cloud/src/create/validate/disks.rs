//! Disks beside the root (row S13).

use super::{Errors, kind, source, trimmed, whole_number};
use crate::create::request::{Disk, From, Made};
use crate::create::{Context, DiskDraft, DiskSource, Draft, Field, Problem, RootSource};
use crate::ids::ImageId;
use crate::rules::limits::Range;

/// All of them, or `None` when any is wrong.
pub(super) fn all(draft: &Draft, context: &Context<'_>, errors: &mut Errors) -> Option<Vec<Disk>> {
    let mut disks = Some(Vec::new());
    let mut boots = 0;
    for (row, disk) in (0..).zip(&draft.disks) {
        let from = errors.take(Field::Disk(row), from(row, draft, context));
        let size = errors.take(Field::DiskSize(row), made(disk, context));
        let kind = errors.take(Field::DiskKind(row), kind(&disk.kind, context));
        let boot_index = if disk.boots && disk.source != DiskSource::Blank {
            boots += 1;
            boots
        } else {
            -1
        };
        let good = match (from, size, kind) {
            (Some(from), Some(size), Some(kind)) => {
                let made = size.map_or(Made::Existing, |size_gb| Made::Volume { size_gb, kind });
                Some(Disk { from, made, delete_on_termination: disk.delete_on_termination, boot_index })
            }
            _ => None,
        };
        disks = disks.zip(good).map(|(mut disks, disk)| {
            disks.push(disk);
            disks
        });
    }
    disks
}

/// The mapping: root first. A root on the flavor's own disk needs an entry of its own as soon as there is another.
pub(super) fn with_root(root: Option<Disk>, more: Vec<Disk>, draft: &Draft) -> Vec<Disk> {
    let image = draft.image.as_ref().filter(|_| draft.root == RootSource::Image);
    let local = image.filter(|_| !more.is_empty()).map(|id| Disk {
        from: From::Image(trimmed(id.as_str())),
        made: Made::Local,
        delete_on_termination: true,
        boot_index: 0,
    });
    root.or(local).into_iter().chain(more).collect()
}

fn from(row: u32, draft: &Draft, context: &Context<'_>) -> Result<From, Problem> {
    let at = usize::try_from(row).unwrap_or(usize::MAX);
    let Some(disk) = draft.disks.get(at) else { return Ok(From::Blank) };
    match &disk.source {
        DiskSource::Blank => Ok(From::Blank),
        DiskSource::Image(id) => source::an_image(&Some(id.clone()), context).map(From::Image),
        DiskSource::Snapshot(id) => source::a_snapshot(id, context).map(|()| From::Snapshot(trimmed(id.as_str()))),
        DiskSource::Volume(id) => {
            source::a_volume(id, context)?;
            let same = |disk: &DiskDraft| matches!(&disk.source, DiskSource::Volume(other) if other == id);
            let root = matches!(&draft.root, RootSource::Volume(other) if other == id);
            if root || draft.disks.iter().take(at).any(same) {
                return Err(Problem::Twice);
            }
            Ok(From::Volume(trimmed(id.as_str())))
        }
    }
}

/// The size, GB; `None`: it has one.
fn made(disk: &DiskDraft, context: &Context<'_>) -> Result<Option<u64>, Problem> {
    match &disk.source {
        DiskSource::Volume(_) => Ok(None),
        source => whole_number(&disk.size_gb, range(source, context)).map(|size| Some(size.into())),
    }
}

/// The sizes such a disk may have, GB.
pub(in crate::create) fn range(source: &DiskSource, context: &Context<'_>) -> Range {
    let image = |id: &ImageId| context.images?.iter().find(|image| image.id.as_str() == id.as_str().trim());
    let source_gb = match source {
        DiskSource::Image(id) => image(id).map_or(0, |image| image.min_disk_gb),
        DiskSource::Snapshot(id) => context.snapshot(id).map_or(0, |snapshot| snapshot.size_gb),
        DiskSource::Blank | DiskSource::Volume(_) => 0,
    };
    Range { min: source_gb.max(1), max: context.limits.root_disk_max_gb }
}
