//! To which flavors an instance may go (row S26), each other one with its reason, and what would change.

use crate::config::RuleSet;
use crate::rules::limits::Limits;
use crate::rules::managed;
use crate::status::Status;
use crate::wire::{Flavor, Image, Server};

#[cfg(test)]
mod tests;

/// Why a flavor is no target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotATarget {
    /// It is the one the instance has.
    Current,
    /// The cloud has switched it off.
    Disabled,
    /// An instance on U2 stays there: its root disk is the host's own.
    FromU2,
    /// Nothing goes to U2.
    ToU2,
    /// Less RAM than the image or Windows needs, MB.
    RamTooSmall {
        /// What is needed, MB.
        needs_mb: u64,
    },
    /// The flavor's own disk is smaller than the root disk or the image needs, GB. Disks never shrink.
    DiskTooSmall {
        /// What is needed, GB.
        needs_gb: u64,
    },
}

/// One flavor of the list.
#[derive(Clone, PartialEq, Debug)]
pub struct Target<'a> {
    /// The flavor.
    pub flavor: &'a Flavor,
    /// Why not; `None`: it may be chosen.
    pub refused: Option<NotATarget>,
}

/// What is known of the instance that is to be resized.
#[derive(Clone, Copy, Debug)]
pub struct Resizing<'a> {
    /// The instance.
    pub server: &'a Server,
    /// Its flavor, where the list has it.
    pub current: Option<&'a Flavor>,
    /// Its image, where the list has it.
    pub image: Option<&'a Image>,
    /// The limits that apply.
    pub limits: &'a Limits,
}

/// One line of the comparison: the same thing before and after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// What.
    pub part: Part,
    /// Now; `None`: not known.
    pub old: Option<u64>,
    /// Then.
    pub new: u64,
}

/// What a flavor gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// vCPUs.
    Vcpus,
    /// RAM, MB.
    RamMb,
    /// Its own disk, GB.
    DiskGb,
    /// Its second, passing disk, GB.
    EphemeralGb,
}

impl<'a> Resizing<'a> {
    /// All flavors in their order, each with the reason if it cannot be chosen.
    pub fn targets(&self, flavors: &'a [Flavor]) -> Vec<Target<'a>> {
        flavors.iter().map(|flavor| Target { flavor, refused: self.check(flavor).err() }).collect()
    }

    /// Whether the instance may go to this flavor.
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

    /// The instance is stopped and started again on the way: said before.
    pub fn restarts(&self) -> bool {
        self.server.status == Status::Active
    }

    /// Before and after, side by side.
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

    /// A root disk on the host can only grow. Where it is a volume the flavor's disk does not matter: on NHN for all but
    /// U2, which does not get here; on plain OpenStack where no image is named.
    fn disk_min_gb(&self) -> u64 {
        let local = self.limits.rules == RuleSet::OpenStack && matches!(self.server.image.said(), Some(Some(_)));
        if !local {
            return 0;
        }
        let now = self.current.map_or(0, |flavor| flavor.disk_gb);
        now.max(self.image.map_or(0, |image| image.min_disk_gb))
    }
}
