//! To which flavors an instance can be resized (row S26), with the reason for each other one, and what would change.

use crate::config::RuleSet;
use crate::rules::limits::Limits;
use crate::rules::managed;
use crate::status::Status;
use crate::wire::{Flavor, Image, Server};

#[cfg(test)]
mod tests;

/// Why a flavor is not a target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotATarget {
    /// The instance has it already.
    Current,
    /// The cloud has disabled it.
    Disabled,
    /// An instance on U2 cannot leave it: its root disk is on the host.
    FromU2,
    /// No other flavor can become U2.
    ToU2,
    /// Less RAM than the image or Windows needs.
    RamTooSmall {
        /// The required RAM, MB.
        needs_mb: u64,
    },
    /// The flavor's own disk is smaller than the root disk, or than the image needs. Disks never shrink.
    DiskTooSmall {
        /// The required disk, GB.
        needs_gb: u64,
    },
}

/// One flavor of the list.
#[derive(Clone, PartialEq, Debug)]
pub struct Target<'a> {
    pub flavor: &'a Flavor,
    /// Why it cannot be chosen; `None` if it can.
    pub refused: Option<NotATarget>,
}

/// What is known about the instance to resize.
#[derive(Clone, Copy, Debug)]
pub struct Resizing<'a> {
    pub server: &'a Server,
    /// Its flavor, if it is in the list.
    pub current: Option<&'a Flavor>,
    /// Its image, if it is in the list.
    pub image: Option<&'a Image>,
    pub limits: &'a Limits,
}

/// One value before and after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    pub part: Part,
    /// `None`: not known.
    pub old: Option<u64>,
    pub new: u64,
}

/// The properties of a flavor; RAM in MB, disks in GB.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    Vcpus,
    RamMb,
    DiskGb,
    EphemeralGb,
}

impl<'a> Resizing<'a> {
    /// All flavors in order, each with the reason if it cannot be chosen.
    pub fn targets(&self, flavors: &'a [Flavor]) -> Vec<Target<'a>> {
        flavors.iter().map(|flavor| Target { flavor, refused: self.check(flavor).err() }).collect()
    }

    /// Whether the instance can be resized to this flavor.
    pub fn check(&self, target: &Flavor) -> Result<(), NotATarget> {
        if self.is_current(target) {
            return Err(NotATarget::Current);
        }
        if target.disabled {
            return Err(NotATarget::Disabled);
        }
        if self.limits.rules == RuleSet::Nhn {
            match self.current {
                Some(current) if current.is_u2() => return Err(NotATarget::FromU2),
                _ if target.is_u2() => return Err(NotATarget::ToU2),
                _ => (),
            }
        }
        let needs_mb = self.ram_min_mb();
        if target.ram_mb < needs_mb {
            return Err(NotATarget::RamTooSmall { needs_mb });
        }
        let needs_gb = self.disk_min_gb();
        if target.disk_gb < needs_gb {
            return Err(NotATarget::DiskTooSmall { needs_gb });
        }
        Ok(())
    }

    /// Whether the instance is stopped and started again during the resize; announced beforehand.
    pub fn restarts(&self) -> bool {
        self.server.status == Status::Active
    }

    /// The values before and after.
    pub fn compare(&self, target: &Flavor) -> [Change; 4] {
        let line = |part, read: fn(&Flavor) -> u64| Change { part, old: self.current.map(read), new: read(target) };
        [
            line(Part::Vcpus, |flavor| flavor.vcpus.into()),
            line(Part::RamMb, |flavor| flavor.ram_mb),
            line(Part::DiskGb, |flavor| flavor.disk_gb),
            line(Part::EphemeralGb, |flavor| flavor.ephemeral_gb),
        ]
    }

    fn is_current(&self, target: &Flavor) -> bool {
        let told = self.server.flavor.said();
        match told.and_then(|flavor| flavor.id.as_ref()) {
            Some(id) => *id == target.id,
            None => told.and_then(|flavor| flavor.name.as_ref()).is_some_and(|name| *name == target.name),
        }
    }

    fn ram_min_mb(&self) -> u64 {
        let windows = self.image.is_some_and(Image::is_windows) || managed::is_windows(self.server);
        let rule = self.limits.windows_ram_min_mb.filter(|_| windows).unwrap_or(0);
        rule.max(self.image.map_or(0, |image| image.min_ram_mb))
    }

    /// The minimum of the flavor's own disk: a root disk on the host can only grow. The flavor's disk does not matter
    /// if the root is a volume: on NHN for all flavors but U2, on plain OpenStack if the instance has no image.
    fn disk_min_gb(&self) -> u64 {
        let local = self.limits.rules == RuleSet::OpenStack && matches!(self.server.image.said(), Some(Some(_)));
        if !local {
            return 0;
        }
        let now = self.current.map_or(0, |flavor| flavor.disk_gb);
        now.max(self.image.map_or(0, |image| image.min_disk_gb))
    }
}
