//! The sizes of flavors, which instances reference by id or by name.

use cloud::wire::Flavor;

use crate::order::sorted;

/// The size of a flavor.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    pub vcpus: u32,
    /// MiB.
    pub ram_mb: u64,
    /// GiB; 0 if the root disk is a volume.
    pub disk_gb: u64,
}

/// Sizes by id and by name of the flavor, sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sizes(Vec<(String, Size)>);

impl Sizes {
    /// The sizes of these flavors.
    pub fn of(flavors: &[Flavor]) -> Self {
        let mut all = Vec::with_capacity(flavors.len() * 2);
        for flavor in flavors {
            let size = Size { vcpus: flavor.vcpus, ram_mb: flavor.ram_mb, disk_gb: flavor.disk_gb };
            all.push((flavor.id.to_string(), size));
            all.push((flavor.name.clone(), size));
        }
        Self(sorted(&all, |one, other| one.0.cmp(&other.0)))
    }

    /// The size of a flavor by its id or its name.
    pub fn get(&self, flavor: &str) -> Option<Size> {
        let at = self.0.binary_search_by(|(known, _)| known.as_str().cmp(flavor)).ok()?;
        self.0.get(at).map(|(_, size)| *size)
    }
}
