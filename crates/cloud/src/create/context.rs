//! What is known of the cloud while the form is filled in.

use super::{BootFrom, Draft};
use crate::ids::{SnapshotId, VolumeId, ZoneName};
use crate::rules::fit::{self, RootOn};
use crate::rules::limits::{Limits, Range};
use crate::wire::*;

/// What is known of the cloud while the form is filled in. A `None` list could not be loaded: ids are then taken as
/// typed.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The limits that apply.
    pub limits: &'a Limits,
    /// Images.
    pub images: Option<&'a [Image]>,
    /// Flavors.
    pub flavors: Option<&'a [Flavor]>,
    /// Zones.
    pub zones: Option<&'a [Zone]>,
    /// Subnets.
    pub subnets: Option<&'a [Subnet]>,
    /// Ports.
    pub ports: Option<&'a [Port]>,
    /// Key pairs.
    pub keys: Option<&'a [KeyPair]>,
    /// Volumes.
    pub volumes: Option<&'a [Volume]>,
    /// Snapshots.
    pub snapshots: Option<&'a [Snapshot]>,
    /// Security groups.
    pub security_groups: Option<&'a [SecurityGroup]>,
    /// Placement policies.
    pub server_groups: Option<&'a [ServerGroup]>,
    /// How many pairs of metadata an instance may have, where the cloud tells it.
    pub pairs_max: Option<u64>,
}

impl<'a> Context<'a> {
    /// No list could be loaded (or none is loaded yet): only the limits are known.
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

    /// The image chosen, where it is known; none where the root is a volume or snapshot.
    pub fn image(&self, draft: &Draft) -> Option<&'a Image> {
        let images = self.images.filter(|_| draft.boot_from == BootFrom::Image)?;
        images.iter().find(|image| image.id.as_str() == draft.image.as_str().trim())
    }

    /// The flavor chosen, where it is known.
    pub fn flavor(&self, draft: &Draft) -> Option<&'a Flavor> {
        self.flavors?.iter().find(|flavor| flavor.id.as_str() == draft.flavor.as_str().trim())
    }

    /// The volume of this id, where it is known.
    pub fn volume(&self, id: &VolumeId) -> Option<&'a Volume> {
        self.volumes?.iter().find(|volume| volume.id.as_str() == id.as_str().trim())
    }

    /// The snapshot of this id, where it is known.
    pub fn snapshot(&self, id: &SnapshotId) -> Option<&'a Snapshot> {
        self.snapshots?.iter().find(|snapshot| snapshot.id.as_str() == id.as_str().trim())
    }

    /// The volume that the root is, or that its snapshot was taken of: it tells zone and system.
    pub(super) fn root_volume(&self, draft: &Draft) -> Option<&'a Volume> {
        match draft.boot_from {
            BootFrom::Image => None,
            BootFrom::Volume => self.volume(&draft.volume),
            BootFrom::Snapshot => self.volume(&self.snapshot(&draft.snapshot)?.volume),
        }
    }

    /// The zone of a snapshot is that of its volume.
    pub(super) fn zone_of_snapshot(&self, id: &SnapshotId) -> Option<&'a ZoneName> {
        self.volume(&self.snapshot(id)?.volume)?.zone.as_ref()
    }

    /// The system is Windows; one that nobody could look up is not.
    pub fn windows(&self, draft: &Draft) -> bool {
        self.image(draft).is_some_and(Image::is_windows) || self.root_volume(draft).is_some_and(Volume::is_windows)
    }

    /// Where the root disk of this draft lives. Under `openstack` a size that was typed asks for a volume.
    pub(super) fn root_on(&self, draft: &Draft) -> RootOn {
        if draft.boot_from != BootFrom::Image {
            return RootOn::Volume;
        }
        let usual = match self.flavor(draft) {
            Some(flavor) => fit::root_on(flavor, self.limits),
            // Nobody knows whether it is U2: the mapping that most flavors need.
            None if self.limits.block_device_mapping => RootOn::Volume,
            None => RootOn::FlavorDisk,
        };
        match usual {
            RootOn::FlavorDisk if !draft.root_disk_gb.trim().is_empty() => RootOn::Volume,
            usual => usual,
        }
    }

    /// The sizes a root volume of this draft may have, GB.
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
