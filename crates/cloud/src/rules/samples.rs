//! Flavors, images and instances for the tests of rules and forms.

use crate::status::Status;
use crate::wire::{Flavor, Image, ImageStatus, Pairs, Server, Told};

/// A usable flavor whose id is its name.
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
        status: ImageStatus::Active,
        visibility: "public".to_owned(),
        min_disk_gb,
        min_ram_mb,
        size: None,
        progress: None,
        protected: false,
        os_type: Some(os_type.to_owned()),
        os_distro: None,
        os_version: None,
        login_username: None,
        created_at: None,
        instance: None,
        owner: None,
    }
}

/// A running instance with no other data.
pub(crate) fn server(id: &str) -> Server {
    Server {
        id: id.into(),
        name: String::new(),
        status: Status::Active,
        task_state: Told::Said(None),
        vm_state: Told::Unsaid,
        power_state: Told::Unsaid,
        created: None,
        updated: None,
        launched_at: Told::Unsaid,
        terminated_at: Told::Unsaid,
        tenant_id: Told::Unsaid,
        user_id: Told::Unsaid,
        host_id: Told::Unsaid,
        addresses: Told::Unsaid,
        access_ipv4: Told::Unsaid,
        access_ipv6: Told::Unsaid,
        image: Told::Unsaid,
        flavor: Told::Unsaid,
        key_name: Told::Unsaid,
        zone: Told::Unsaid,
        security_groups: Told::Unsaid,
        disk_config: Told::Unsaid,
        config_drive: Told::Unsaid,
        progress: None,
        volumes: Told::Unsaid,
        metadata: Told::Unsaid,
        fault: None,
        protect: Told::Unsaid,
        locked: Told::Unsaid,
    }
}
