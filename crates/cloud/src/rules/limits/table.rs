//! The limits as table rows, for documents.

use super::Limits;
use crate::config::RuleSet;

/// Nova's longest instance name, characters.
pub const NAME_MAX: usize = 255;
/// Nova's longest metadata key and value, characters.
pub const METADATA_MAX: usize = 255;
/// Nova's longest user data after base64, bytes.
pub const USER_DATA_MAX: usize = 65_535;
/// Nova's longest key pair name, characters.
pub const KEY_NAME_MAX: usize = 255;
/// Glance's longest image name, characters.
pub const IMAGE_NAME_MAX: usize = 255;
/// Cinder's longest name and description of a volume or snapshot, characters.
pub const VOLUME_TEXT_MAX: usize = 255;
/// Neutron's longest name and description of a security group or rule, characters.
pub const GROUP_TEXT_MAX: usize = 255;
/// Nova's longest name of a server group (placement policy), characters.
pub const POLICY_NAME_MAX: usize = 255;

/// The unit of a limit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// Characters, not bytes.
    Characters,
    Bytes,
    Megabytes,
    Gigabytes,
    Instances,
    /// Not a number: 1 if the rule applies, `None` if not.
    Holds,
}

/// One limit in both rule sets; `None`: the rule set has no such limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitRow {
    /// The field of [`Limits`], or the name of the constant.
    pub id: &'static str,
    /// The row of the requirements.
    pub row: &'static str,
    /// A short description.
    pub what: &'static str,
    pub unit: Unit,
    /// NHN's guide, before an operator's setting.
    pub nhn: Option<u64>,
    pub openstack: Option<u64>,
}

type Read = fn(&Limits) -> Option<u64>;

#[rustfmt::skip] // columns
const ROWS: [(&str, &str, &str, Unit, Read); 22] = [
    ("name_max", "S14", "Longest instance name", Unit::Characters, |l| size(l.name_max)),
    ("windows_name_max", "S14", "Longest name of a Windows instance", Unit::Characters, |l| l.windows_name_max.and_then(size)),
    ("windows_ram_min_mb", "S14", "Minimum RAM for Windows", Unit::Megabytes, |l| l.windows_ram_min_mb),
    ("windows_disk_min_gb", "S14", "Minimum root disk for Windows", Unit::Gigabytes, |l| l.windows_disk_min_gb),
    ("windows_not_on_u2", "S14", "Windows does not run on U2", Unit::Holds, |l| holds(l.windows_not_on_u2)),
    ("linux_disk_min_gb", "S14", "Minimum root disk for Linux", Unit::Gigabytes, |l| Some(l.linux_disk_min_gb).filter(|min| *min > 0)),
    ("root_disk_max_gb", "S14", "Largest disk; an operator may raise it to 2000", Unit::Gigabytes, |l| l.root_disk_max_gb),
    ("count_max", "S14", "Most instances per request", Unit::Instances, |l| l.count_max.map(u64::from)),
    ("metadata_max", "S14", "Longest metadata key and value", Unit::Characters, |l| size(l.metadata_max)),
    ("user_data_max", "S14", "Longest user data, after base64", Unit::Bytes, |l| size(l.user_data_max)),
    ("block_device_mapping", "S14", "U2 boots from its local disk, all others from a volume", Unit::Holds, |l| holds(l.block_device_mapping)),
    ("subnet_in_networks", "S13", "A network interface has a subnet", Unit::Holds, |l| holds(l.subnet_in_networks)),
    ("key_required", "S13", "A key pair is required", Unit::Holds, |l| holds(l.key_required)),
    ("no_appliance_root", "S14", "No boot from a copy of a WAF, MS-SQL or MySQL image", Unit::Holds, |l| holds(l.no_appliance_root)),
    ("source_zone_required", "S14", "A volume or snapshot as source determines the zone", Unit::Holds, |l| holds(l.source_zone_required)),
    ("one_from_snapshot", "S14", "Only one instance from a snapshot, as from a volume", Unit::Holds, |l| holds(l.one_from_snapshot)),
    ("disk_kind", "S13", "A new disk may have a type", Unit::Holds, |l| holds(l.disk_kind)),
    ("KEY_NAME_MAX", "S06", "Longest name of a key pair", Unit::Characters, |_| size(KEY_NAME_MAX)),
    ("IMAGE_NAME_MAX", "S27", "Longest name of an image", Unit::Characters, |_| size(IMAGE_NAME_MAX)),
    ("VOLUME_TEXT_MAX", "N06", "Longest name and description of a volume or snapshot", Unit::Characters, |_| size(VOLUME_TEXT_MAX)),
    ("GROUP_TEXT_MAX", "N05", "Longest name and description of a security group or rule", Unit::Characters, |_| size(GROUP_TEXT_MAX)),
    ("POLICY_NAME_MAX", "N08", "Longest name of a placement policy", Unit::Characters, |_| size(POLICY_NAME_MAX)),
];

/// One limit as it applies to a cloud.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitValue {
    /// The field of [`Limits`], or the name of the constant.
    pub id: &'static str,
    /// A short description.
    pub what: &'static str,
    pub unit: Unit,
    /// `None`: the cloud decides.
    pub value: Option<u64>,
}

impl Limits {
    /// Every limit as it applies here, including the operator's setting.
    pub fn values(&self) -> Vec<LimitValue> {
        let value = |(id, _, what, unit, read): (_, _, _, _, Read)| LimitValue { id, what, unit, value: read(self) };
        ROWS.into_iter().map(value).collect()
    }
}

/// Every limit: those of [`Limits`] in order, then the constants.
pub fn rows() -> Vec<LimitRow> {
    let (nhn, openstack) = (Limits::of(RuleSet::Nhn, None), Limits::of(RuleSet::OpenStack, None));
    let row = |(id, row, what, unit, read): (_, _, _, _, Read)| LimitRow {
        id,
        row,
        what,
        unit,
        nhn: read(&nhn),
        openstack: read(&openstack),
    };
    ROWS.into_iter().map(row).collect()
}

fn size(value: usize) -> Option<u64> {
    u64::try_from(value).ok()
}

fn holds(rule: bool) -> Option<u64> {
    rule.then_some(1)
}
