//! What is known about the cloud while the form is filled in.

use super::{BootFrom, Draft};
use crate::ids::{SnapshotId, VolumeId, ZoneName};
use crate::rules::fit::{self, RootOn};
use crate::rules::limits::{Limits, Range};
use crate::wire::*;

/// The cloud's lists, for validation. A `None` list could not be loaded; ids are then accepted as typed.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub limits: &'a Limits,
    pub images: Option<&'a [Image]>,
    pub flavors: Option<&'a [Flavor]>,
    pub zones: Option<&'a [Zone]>,
    pub subnets: Option<&'a [Subnet]>,
    pub ports: Option<&'a [Port]>,
    pub keys: Option<&'a [KeyPair]>,
    pub volumes: Option<&'a [Volume]>,
    pub snapshots: Option<&'a [Snapshot]>,
    pub security_groups: Option<&'a [SecurityGroup]>,
    pub server_groups: Option<&'a [ServerGroup]>,
    /// The cloud's maximum number of metadata pairs, if it reports one.
    pub pairs_max: Option<u64>,
}

impl<'a> Context<'a> {
    /// Only the limits are known: no list is loaded (yet).
    pub fn unknown(limits: &'a Limits) -> Self {
        Self {
            limits,
            images: None,
            flavors: None,
            zones: None,
            subnets: None,
            ports: None,
            keys: None,
            volumes: None,
            snapshots: None,
            security_groups: None,
            server_groups: None,
            pairs_max: None,
        }
    }

    /// The chosen image, if it is in the list; `None` if the root is a volume or snapshot.
    pub fn image(&self, draft: &Draft) -> Option<&'a Image> {
        let images = self.images.filter(|_| draft.boot_from == BootFrom::Image)?;
        images.iter().find(|image| image.id.as_str() == draft.image.as_str().trim())
    }

    /// The chosen flavor, if it is in the list.
    pub fn flavor(&self, draft: &Draft) -> Option<&'a Flavor> {
        self.flavors?.iter().find(|flavor| flavor.id.as_str() == draft.flavor.as_str().trim())
    }

    /// The volume with this id, if it is in the list.
    pub fn volume(&self, id: &VolumeId) -> Option<&'a Volume> {
        self.volumes?.iter().find(|volume| volume.id.as_str() == id.as_str().trim())
    }

    /// The snapshot with this id, if it is in the list.
    pub fn snapshot(&self, id: &SnapshotId) -> Option<&'a Snapshot> {
        self.snapshots?.iter().find(|snapshot| snapshot.id.as_str() == id.as_str().trim())
    }

    /// The root volume, or the volume of the root snapshot: it determines zone and operating system.
    pub(super) fn root_volume(&self, draft: &Draft) -> Option<&'a Volume> {
        match draft.boot_from {
            BootFrom::Image => None,
            BootFrom::Volume => self.volume(&draft.volume),
            BootFrom::Snapshot => self.volume(&self.snapshot(&draft.snapshot)?.volume),
        }
    }

    /// A snapshot's zone is that of its volume.
    pub(super) fn zone_of_snapshot(&self, id: &SnapshotId) -> Option<&'a ZoneName> {
        self.volume(&self.snapshot(id)?.volume)?.zone.as_ref()
    }

    /// Whether the operating system is Windows; an unknown one is not.
    pub fn windows(&self, draft: &Draft) -> bool {
        self.image(draft).is_some_and(Image::is_windows) || self.root_volume(draft).is_some_and(Volume::is_windows)
    }

    /// Where this draft's root disk is stored. Under `openstack` rules a typed size requests a volume.
    pub(super) fn root_on(&self, draft: &Draft) -> RootOn {
        if draft.boot_from != BootFrom::Image {
            return RootOn::Volume;
        }
        let usual = match self.flavor(draft) {
            Some(flavor) => fit::root_on(flavor, self.limits),
            // The flavor is unknown: use the mapping that most flavors need.
            None if self.limits.block_device_mapping => RootOn::Volume,
            None => RootOn::FlavorDisk,
        };
        match usual {
            RootOn::FlavorDisk if !draft.root_disk_gb.trim().is_empty() => RootOn::Volume,
            usual => usual,
        }
    }

    /// The allowed sizes of this draft's root volume, GB.
    pub(super) fn root_disk_range(&self, draft: &Draft) -> Range {
        let range = fit::root_disk_range(self.image(draft), self.limits);
        let source = match draft.boot_from {
            BootFrom::Snapshot => self.snapshot(&draft.snapshot).map_or(0, |snapshot| snapshot.size_gb),
            BootFrom::Image | BootFrom::Volume => 0,
        };
        let windows = self.limits.windows_disk_min_gb.filter(|_| self.windows(draft)).unwrap_or(0);
        Range { min: range.min.max(source).max(windows), ..range }
    }
}
