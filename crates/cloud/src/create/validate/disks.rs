//! Validates additional disks (row S13).

use super::{Errors, kind, source, trimmed, whole_number};
use crate::create::request::{Disk, From, Made};
use crate::create::{BootFrom, Context, DiskDraft, DiskEnd, Draft, Field, MadeOf, Problem};
use crate::rules::limits::Range;

/// All disks, or `None` if any is invalid.
pub(super) fn all(draft: &Draft, context: &Context<'_>, errors: &mut Errors) -> Option<Vec<Disk>> {
    let mut disks = Some(Vec::new());
    let mut boots = 0;
    for (row, disk) in (0..).zip(&draft.disks) {
        let from = errors.take(Field::Disk(row), from(row, draft, context));
        let size = errors.take(Field::DiskSize(row), made(disk, context));
        // An existing volume has its type already.
        let asked = if disk.made_of == MadeOf::Volume { "" } else { &disk.kind };
        let kind = errors.take(Field::DiskKind(row), kind(asked, context));
        let boot_index = if disk.boots && disk.made_of != MadeOf::Blank {
            boots += 1;
            boots
        } else {
            -1
        };
        let good = match (from, size, kind) {
            (Some(from), Some(size), Some(kind)) => {
                let made = size.map_or(Made::Existing, |size_gb| Made::Volume { size_gb, kind });
                Some(Disk { from, made, delete_on_termination: disk.end == DiskEnd::Delete, boot_index })
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

/// The mapping, root first. A root on the flavor's own disk needs an entry only if there are other disks.
pub(super) fn with_root(root: Option<Disk>, more: Vec<Disk>, draft: &Draft) -> Vec<Disk> {
    let local = (draft.boot_from == BootFrom::Image && !more.is_empty()).then(|| Disk {
        from: From::Image(trimmed(draft.image.as_str())),
        made: Made::Local,
        delete_on_termination: true,
        boot_index: 0,
    });
    root.or(local).into_iter().chain(more).collect()
}

fn from(row: u32, draft: &Draft, context: &Context<'_>) -> Result<From, Problem> {
    let at = usize::try_from(row).unwrap_or(usize::MAX);
    let Some(disk) = draft.disks.get(at) else { return Ok(From::Blank) };
    match disk.made_of {
        MadeOf::Blank => Ok(From::Blank),
        MadeOf::Image => source::an_image(&disk.image, context).map(From::Image),
        MadeOf::Snapshot => {
            let id = &disk.snapshot;
            source::a_snapshot(id, context).map(|()| From::Snapshot(trimmed(id.as_str())))
        }
        MadeOf::Volume => {
            let id = &disk.volume;
            source::a_volume(id, context)?;
            let same = |other: &DiskDraft| other.made_of == MadeOf::Volume && other.volume == *id;
            let root = draft.boot_from == BootFrom::Volume && draft.volume == *id;
            if root || draft.disks.iter().take(at).any(same) {
                return Err(Problem::Twice);
            }
            Ok(From::Volume(trimmed(id.as_str())))
        }
    }
}

/// The size in GB; `None` for an existing volume.
fn made(disk: &DiskDraft, context: &Context<'_>) -> Result<Option<u64>, Problem> {
    match disk.made_of {
        MadeOf::Volume => Ok(None),
        _ => whole_number(&disk.size_gb, range(disk, context)).map(|size| Some(size.into())),
    }
}

/// The allowed sizes of such a disk, GB.
pub(in crate::create) fn range(disk: &DiskDraft, context: &Context<'_>) -> Range {
    let image = || context.images?.iter().find(|image| image.id.as_str() == disk.image.as_str().trim());
    let source_gb = match disk.made_of {
        MadeOf::Image => image().map_or(0, |image| image.min_disk_gb),
        MadeOf::Snapshot => context.snapshot(&disk.snapshot).map_or(0, |snapshot| snapshot.size_gb),
        MadeOf::Blank | MadeOf::Volume => 0,
    };
    Range { min: source_gb.max(1), max: context.limits.root_disk_max_gb }
}
