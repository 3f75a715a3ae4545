//! What is known of the cloud while the form is filled in.

use super::Draft;
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
    /// Key pairs.
    pub keys: Option<&'a [KeyPair]>,
}

impl<'a> Context<'a> {
    /// No list could be loaded (or none is loaded yet): only the limits are known.
    pub fn unknown(limits: &'a Limits) -> Self {
        Self { limits, images: None, flavors: None, zones: None, subnets: None, keys: None }
    }

    /// The image chosen, where it is known.
    pub fn image(&self, draft: &Draft) -> Option<&'a Image> {
        let id = draft.image.as_ref()?.as_str().trim();
        self.images?.iter().find(|image| image.id.as_str() == id)
    }

    /// The flavor chosen, where it is known.
    pub fn flavor(&self, draft: &Draft) -> Option<&'a Flavor> {
        let id = draft.flavor.as_ref()?.as_str().trim();
        self.flavors?.iter().find(|flavor| flavor.id.as_str() == id)
    }

    /// The image chosen is Windows; an image nobody could look up is not.
    pub(super) fn windows(&self, draft: &Draft) -> bool {
        self.image(draft).is_some_and(Image::is_windows)
    }

    /// Where the root disk of this draft lives. Under `openstack` a size that was typed asks for a volume.
    pub(super) fn root_on(&self, draft: &Draft) -> RootOn {
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
        fit::root_disk_range(self.image(draft), self.limits)
    }
}
