//! The documented limits (row S14), in one table with a column for each rule set. The form, the simulator and the docs
//! read it.

use crate::config::RuleSet;

mod name;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use name::unprintable;
pub use name::{NameError, ServerNameInput, image_name, server_name, suggested_image_name};
pub use table::{
    GROUP_TEXT_MAX, IMAGE_NAME_MAX, KEY_NAME_MAX, LimitRow, LimitValue, METADATA_MAX, NAME_MAX, POLICY_NAME_MAX,
    USER_DATA_MAX, Unit, VOLUME_TEXT_MAX, rows,
};

/// The limits of row S14.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    pub rules: RuleSet,
    /// Longest instance name, characters.
    pub name_max: usize,
    /// Longest name of a Windows instance, characters; `None`: no such rule.
    pub windows_name_max: Option<usize>,
    /// Least RAM for Windows, MB.
    pub windows_ram_min_mb: Option<u64>,
    /// Least root disk for Windows, GB.
    pub windows_disk_min_gb: Option<u64>,
    /// Windows is not possible on U2.
    pub windows_not_on_u2: bool,
    /// Minimum root disk for Linux, GB; 0: no such rule.
    pub linux_disk_min_gb: u64,
    /// Maximum root disk, GB; `None`: the cloud decides.
    pub root_disk_max_gb: Option<u64>,
    /// Most instances per request; `None`: the quota decides.
    pub count_max: Option<u32>,
    /// Longest metadata key and value, characters.
    pub metadata_max: usize,
    /// Longest user data after base64, bytes.
    pub user_data_max: usize,
    /// U2 boots from its local disk; all other flavors need a block device mapping.
    pub block_device_mapping: bool,
    /// Network interfaces have a `subnet` (NHN); stock Nova refuses it and expects the network's `uuid`.
    pub subnet_in_networks: bool,
    /// A key pair is required (row S13); optional on stock Nova.
    pub key_required: bool,
    /// A boot volume or snapshot must not contain a WAF, MS-SQL or MySQL image.
    pub no_appliance_root: bool,
    /// A volume or snapshot as source determines the zone; stock Nova accepts any.
    pub source_zone_required: bool,
    /// Only one instance can be created from a snapshot, as from a volume.
    pub one_from_snapshot: bool,
    /// A new disk may have a type (`volume_type`); stock Nova supports it from microversion 2.67 on.
    pub disk_kind: bool,
}

/// The guide's 1 TB, and the maximum to which an operator's configuration may raise it (row S14), GB.
const ROOT_DISK_MAX_GB: std::ops::RangeInclusive<u32> = 1000..=2000;

impl Limits {
    /// The limits of a rule set. `max_root_disk_gb` is the operator's setting: it can only raise the guide's limit, to
    /// at most 2000; `openstack` has no such limit.
    pub fn of(rules: RuleSet, max_root_disk_gb: Option<u32>) -> Self {
        match rules {
            RuleSet::Nhn => Self::nhn(max_root_disk_gb),
            RuleSet::OpenStack => Self::openstack(),
        }
    }

    fn nhn(max_root_disk_gb: Option<u32>) -> Self {
        let (default, most) = (*ROOT_DISK_MAX_GB.start(), *ROOT_DISK_MAX_GB.end());
        Self {
            rules: RuleSet::Nhn,
            name_max: NAME_MAX,
            windows_name_max: Some(15),
            windows_ram_min_mb: Some(2048),
            windows_disk_min_gb: Some(50),
            windows_not_on_u2: true,
            linux_disk_min_gb: 10,
            root_disk_max_gb: Some(max_root_disk_gb.unwrap_or(default).clamp(default, most).into()),
            count_max: Some(10),
            metadata_max: METADATA_MAX,
            user_data_max: USER_DATA_MAX,
            block_device_mapping: true,
            subnet_in_networks: true,
            key_required: true,
            no_appliance_root: true,
            source_zone_required: true,
            one_from_snapshot: true,
            disk_kind: true,
        }
    }

    fn openstack() -> Self {
        Self {
            rules: RuleSet::OpenStack,
            name_max: NAME_MAX,
            windows_name_max: None,
            windows_ram_min_mb: None,
            windows_disk_min_gb: None,
            windows_not_on_u2: false,
            linux_disk_min_gb: 0,
            root_disk_max_gb: None,
            count_max: None,
            metadata_max: METADATA_MAX,
            user_data_max: USER_DATA_MAX,
            block_device_mapping: false,
            subnet_in_networks: false,
            key_required: false,
            no_appliance_root: false,
            source_zone_required: false,
            one_from_snapshot: false,
            disk_kind: false,
        }
    }

    /// Longest name in characters. The suffixes of a batch (`name-1`) do not count: the cloud shortens the host name if
    /// necessary.
    pub fn name_max_for(&self, windows: bool) -> usize {
        match self.windows_name_max {
            Some(max) if windows => max,
            _ => self.name_max,
        }
    }

    /// How many instances one request may create.
    pub fn count(&self) -> Range {
        Range { min: 1, max: self.count_max.map(u64::from) }
    }
}

/// A range of whole numbers, inclusive; used both to show and to check a limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    pub min: u64,
    /// `None`: the cloud decides.
    pub max: Option<u64>,
}

/// Which limit was violated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutOfRange {
    TooSmall { min: u64 },
    TooLarge { max: u64 },
}

impl Range {
    /// Whether `value` is in the range.
    pub fn check(self, value: u64) -> Result<(), OutOfRange> {
        match self.max {
            _ if value < self.min => Err(OutOfRange::TooSmall { min: self.min }),
            Some(max) if value > max => Err(OutOfRange::TooLarge { max }),
            _ => Ok(()),
        }
    }
}
