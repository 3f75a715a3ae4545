//! Which flavor an image fits on, and where the root disk lives (row S14), with the reason when it does not fit.

use crate::rules::limits::{Limits, Range};
use crate::wire::{Flavor, Image};

#[cfg(test)]
mod tests;

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

/// Where the root disk of an instance lives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RootOn {
    /// The flavor's own disk, said with a mapping (`destination_type: local`): U2 under the `nhn` rules.
    Local,
    /// The flavor's own disk without any mapping, as stock Nova does it.
    FlavorDisk,
    /// A volume made for it (`destination_type: volume`), of a size that is asked.
    Volume,
}

/// Where the root disk lives when nobody asks for anything else. Under `openstack` a volume can be asked for on every
/// flavor; a flavor of 0 GB has nothing else to offer.
pub fn root_on(flavor: &Flavor, limits: &Limits) -> RootOn {
    match (limits.block_device_mapping, flavor.is_u2(), flavor.disk_gb) {
        (true, true, _) => RootOn::Local,
        (true, false, _) | (false, _, 0) => RootOn::Volume,
        (false, _, _) => RootOn::FlavorDisk,
    }
}

/// Whether the image fits on the flavor, with the root disk where [`root_on`] puts it.
pub fn fits(image: &Image, flavor: &Flavor, limits: &Limits) -> Result<(), Misfit> {
    fits_with(image, flavor, limits, root_on(flavor, limits))
}

/// [`fits`] with the root disk elsewhere: a volume lets an image run on a flavor whose own disk is too small for it.
pub fn fits_with(image: &Image, flavor: &Flavor, limits: &Limits, root: RootOn) -> Result<(), Misfit> {
    if flavor.disabled {
        return Err(Misfit::Disabled);
    }
    if limits.windows_not_on_u2 && image.is_windows() && flavor.is_u2() {
        return Err(Misfit::WindowsOnU2);
    }
    let needs_mb = ram_min_mb(image, limits);
    if flavor.ram_mb < needs_mb {
        return Err(Misfit::RamTooSmall { needs_mb });
    }
    // 0 GB says nothing of a local disk: the host then takes what the image brings.
    let disk_is_known = root != RootOn::Volume && flavor.disk_gb > 0;
    if disk_is_known && flavor.disk_gb < image.min_disk_gb {
        return Err(Misfit::DiskTooSmall { needs_gb: image.min_disk_gb });
    }
    Ok(())
}

/// The least RAM in MB for an image: the larger of its `min_ram` and the Windows rule.
pub fn ram_min_mb(image: &Image, limits: &Limits) -> u64 {
    let rule = limits.windows_ram_min_mb.filter(|_| image.is_windows()).unwrap_or(0);
    image.min_ram_mb.max(rule)
}

/// The least root volume in GB for an image: the larger of the rule's minimum and the image's `min_disk`.
pub fn root_disk_min_gb(image: &Image, limits: &Limits) -> u64 {
    root_disk_range(Some(image), limits).min
}

/// The sizes in GB a root volume may have. An image nobody could look up counts as Linux without a `min_disk`.
pub fn root_disk_range(image: Option<&Image>, limits: &Limits) -> Range {
    let windows = limits.windows_disk_min_gb.filter(|_| image.is_some_and(Image::is_windows));
    let rule = windows.unwrap_or(limits.linux_disk_min_gb);
    let image = image.map_or(0, |image| image.min_disk_gb);
    // A volume of 0 GB does not exist in any cloud.
    Range { min: rule.max(image).max(1), max: limits.root_disk_max_gb }
}

/// The guide's three (row S14): images of WAF, MS-SQL and MySQL, by their name. A root volume or snapshot must not be
/// made of one.
pub fn is_appliance(image_name: &str) -> bool {
    let name = image_name.to_lowercase();
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    let sql = |words: &[&str]| words.windows(2).any(|pair| pair == ["ms", "sql"]);
    ["waf", "mssql", "mysql"].iter().any(|word| words.contains(word)) || sql(&words)
}
