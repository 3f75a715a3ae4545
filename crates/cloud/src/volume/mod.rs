//! Forms and requests for volumes, snapshots and images of volumes (rows N06, N07).

mod draft;
mod problem;
mod request;
mod validate;

pub use draft::{ImageDraft, SnapshotDraft, Source, VolumeContext, VolumeDraft};
pub use problem::{Field, FieldError, Problem};
pub use request::{ImageOfVolume, NewSize, SnapshotRequest, VolumeRequest};
pub use validate::{image, new_size, snapshot, volume};
