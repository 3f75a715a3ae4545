//! Flavors and images for the tests of rules and forms.

use crate::wire::{Flavor, Image, Pairs};

/// A usable flavor; its id is its name.
pub(crate) fn flavor(name: &str, ram_mb: u64, disk_gb: u64) -> Flavor {
    Flavor {
        id: name.into(),
        name: name.to_owned(),
        vcpus: 1,
        ram_mb,
        disk_gb,
        ephemeral_gb: 0,
        swap: 0,
        rxtx_factor: None,
        is_public: true,
        disabled: false,
        extra_specs: Pairs::default(),
    }
}

/// An active image of an operating system; its id is its name.
pub(crate) fn image(name: &str, os_type: &str, min_disk_gb: u64, min_ram_mb: u64) -> Image {
    Image {
        id: name.into(),
        name: name.to_owned(),
        status: "active".to_owned(),
        visibility: "public".to_owned(),
        min_disk_gb,
        min_ram_mb,
        size: None,
        os_type: Some(os_type.to_owned()),
        os_distro: None,
        os_version: None,
        login_username: None,
        created_at: None,
    }
}
