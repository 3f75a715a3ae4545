//! Which flavors an image fits, and where the root disk is stored (row S14).

use crate::rules::limits::{Limits, Range};
use crate::wire::{Flavor, Image};

#[cfg(test)]
mod tests;

/// Why a flavor is not offered for an image.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misfit {
    /// The cloud has disabled the flavor.
    Disabled,
    /// The RAM is below the image's `min_ram` or the minimum for Windows.
    RamTooSmall {
        /// The required RAM, MB.
        needs_mb: u64,
    },
    /// The flavor's own disk is smaller than the image needs (local disks only).
    DiskTooSmall {
        /// The required disk, GB.
        needs_gb: u64,
    },
    /// Windows does not run on U2.
    WindowsOnU2,
}

/// Where the root disk of an instance is stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RootOn {
    /// On the flavor's own disk, with a mapping (`destination_type: local`): U2 under the `nhn` rules.
    Local,
    /// On the flavor's own disk, without a mapping, as on stock Nova.
    FlavorDisk,
    /// On a new volume (`destination_type: volume`) of a requested size.
    Volume,
}

/// Where the root disk is stored by default. Under `openstack` rules a volume can be requested for every flavor; a
/// flavor with 0 GB has no alternative.
pub fn root_on(flavor: &Flavor, limits: &Limits) -> RootOn {
    match (limits.block_device_mapping, flavor.is_u2(), flavor.disk_gb) {
        (true, true, _) => RootOn::Local,
        (true, false, _) | (false, _, 0) => RootOn::Volume,
        (false, _, _) => RootOn::FlavorDisk,
    }
}

/// Whether the image fits the flavor, with the root disk where [`root_on`] puts it.
pub fn fits(image: &Image, flavor: &Flavor, limits: &Limits) -> Result<(), Misfit> {
    fits_with(image, flavor, limits, root_on(flavor, limits))
}

/// [`fits`] with a given location of the root disk: with a volume, an image can run on a flavor whose own disk is too
/// small.
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
    // With 0 GB the size of the local disk is unknown: the host then uses the image's.
    let disk_is_known = root != RootOn::Volume && flavor.disk_gb > 0;
    if disk_is_known && flavor.disk_gb < image.min_disk_gb {
        return Err(Misfit::DiskTooSmall { needs_gb: image.min_disk_gb });
    }
    Ok(())
}

/// The minimum RAM for an image in MB: the larger of its `min_ram` and the Windows rule.
pub fn ram_min_mb(image: &Image, limits: &Limits) -> u64 {
    let rule = limits.windows_ram_min_mb.filter(|_| image.is_windows()).unwrap_or(0);
    image.min_ram_mb.max(rule)
}

/// The allowed sizes of a root volume in GB; the minimum is the larger of the rule's and the image's. An unknown image counts as Linux without `min_disk`.
pub fn root_disk_range(image: Option<&Image>, limits: &Limits) -> Range {
    let windows = limits.windows_disk_min_gb.filter(|_| image.is_some_and(Image::is_windows));
    let rule = windows.unwrap_or(limits.linux_disk_min_gb);
    let image = image.map_or(0, |image| image.min_disk_gb);
    // No cloud has volumes of 0 GB.
    Range { min: rule.max(image).max(1), max: limits.root_disk_max_gb }
}

/// Whether it is one of the guide's three images (row S14), recognised by name: WAF, MS-SQL and MySQL. No root volume
/// or snapshot may be created from them.
pub fn is_appliance(image_name: &str) -> bool {
    let name = image_name.to_lowercase();
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    let sql = |words: &[&str]| words.windows(2).any(|pair| pair == ["ms", "sql"]);
    ["waf", "mssql", "mysql"].iter().any(|word| words.contains(word)) || sql(&words)
}
