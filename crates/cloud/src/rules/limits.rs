//! The documented limits (row S14), one table with a column for each rule set. Form, simulator and docs read it.

use crate::config::RuleSet;

mod document;
mod name;
mod range;
mod table;
#[cfg(test)]
mod tests;

pub use document::limits_markdown;
pub(crate) use name::unprintable;
pub use name::{NameError, ServerNameInput, image_name, server_name, suggested_image_name};
pub use range::{OutOfRange, Range};
pub use table::{
    GROUP_TEXT_MAX, IMAGE_NAME_MAX, KEY_NAME_MAX, LimitRow, LimitValue, METADATA_MAX, NAME_MAX, POLICY_NAME_MAX,
    USER_DATA_MAX, Unit, VOLUME_TEXT_MAX, rows,
};

/// The numbers of row S14.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Which set this is.
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
    /// Least root disk for Linux, GB; 0: no such rule.
    pub linux_disk_min_gb: u64,
    /// Largest root disk, GB; `None`: as the cloud says.
    pub root_disk_max_gb: Option<u64>,
    /// Most instances of one request; `None`: as the quota says.
    pub count_max: Option<u32>,
    /// Longest metadata key and value, characters.
    pub metadata_max: usize,
    /// Longest user data after base64, bytes.
    pub user_data_max: usize,
    /// U2 boots from its local disk, all others need a block device mapping.
    pub block_device_mapping: bool,
    /// The network interface takes a `subnet` (NHN); stock Nova refuses it and takes the network's `uuid`.
    pub subnet_in_networks: bool,
    /// A key pair must be chosen (row S13); stock Nova does without.
    pub key_required: bool,
    /// A volume or snapshot to boot from must not hold a WAF, MS-SQL or MySQL image.
    pub no_appliance_root: bool,
    /// A source that is no image makes its own zone mandatory; stock Nova takes any.
    pub source_zone_required: bool,
    /// Only one instance from a snapshot, as from a volume.
    pub one_from_snapshot: bool,
    /// A new disk may be given a kind (`volume_type`); stock Nova takes one from microversion 2.67 on.
    pub disk_kind: bool,
}

/// The guide's 1 TB, and how far an operator's configuration may raise it (row S14), GB.
const ROOT_DISK_MAX_GB: std::ops::RangeInclusive<u32> = 1000..=2000;

impl Limits {
    /// The limits of a rule set; `max_root_disk_gb` is the operator's override from the configuration. It can only
    /// raise the guide's limit, to 2000 at most; `openstack` has no such limit to raise.
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

    /// Longest name, characters, for Windows or anything else. A batch gets suffixes (`name-1`) from the cloud, which
    /// shortens the host name by itself where it must: they do not count.
    pub fn name_max_for(&self, windows: bool) -> usize {
        match self.windows_name_max {
            Some(max) if windows => max,
            _ => self.name_max,
        }
    }

    /// How many instances one request may make.
    pub fn count(&self) -> Range {
        Range { min: 1, max: self.count_max.map(u64::from) }
    }
}
