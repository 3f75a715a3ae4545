//! Which flavor an image fits on (row S14), with the reason when it does not.

use crate::rules::limits::Limits;
use crate::wire::{Flavor, Image};

/// Why a flavor is not offered for an image.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misfit {
    /// The cloud has switched the flavor off.
    Disabled,
    /// RAM below the image's `min_ram` or the Windows minimum, MB.
    RamTooSmall {
        /// What is needed, MB.
        needs_mb: u64,
    },
    /// The flavor's own disk is below what the image needs, GB (local disks only).
    DiskTooSmall {
        /// What is needed, GB.
        needs_gb: u64,
    },
    /// Windows does not run on U2.
    WindowsOnU2,
}

/// Whether the image fits on the flavor.
pub fn fits(image: &Image, flavor: &Flavor, limits: &Limits) -> Result<(), Misfit> {
    let _ = (image, flavor, limits);
    todo!()
}

/// The least root disk in GB for an image on a flavor: the largest of the rule's minimum and the image's `min_disk`.
pub fn root_disk_min_gb(image: &Image, limits: &Limits) -> u64 {
    let _ = (image, limits);
    todo!()
}
