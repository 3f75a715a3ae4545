//! Instances (rows S09–S12).

use super::read::{Wire, wire};
use super::{Pairs, Told};
use crate::error::words;
use crate::ids::*;
use crate::json::Json;
use crate::status::{Status, TaskState};
use crate::time::Timestamp;

wire! {
    /// An instance with every field of row S11. Fields that short responses omit are `Told`.
    #[derive(Clone, PartialEq, Debug)]
    pub struct Server in "server", "servers" {
        pub id: ServerId = "id",
        /// Empty when null or left out.
        pub name: String = "name",
        /// `Other("")` if missing.
        pub status: Status = "status" => |word| Status::parse(&word.text()),
        /// `Said(None)`: no task.
        pub task_state: Told<Option<TaskState>> = told "OS-EXT-STS:task_state" => |state| state.filled().map(TaskState),
        pub vm_state: Told<String> = "OS-EXT-STS:vm_state",
        pub power_state: Told<i64> = "OS-EXT-STS:power_state" => |state| state.int().into(),
        pub created: Option<Timestamp> = "created",
        pub updated: Option<Timestamp> = "updated",
        pub launched_at: Told<Option<Timestamp>> = "OS-SRV-USG:launched_at",
        pub terminated_at: Told<Option<Timestamp>> = "OS-SRV-USG:terminated_at",
        pub tenant_id: Told<TenantId> = "tenant_id",
        pub user_id: Told<UserId> = "user_id",
        /// Empty before scheduling.
        pub host_id: Told<String> = "hostId",
        /// In one list, in the order of the networks.
        pub addresses: Told<Vec<Address>> = told "addresses" => addresses,
        pub access_ipv4: Told<String> = "accessIPv4",
        pub access_ipv6: Told<String> = "accessIPv6",
        /// Its `id`; `Said(None)` for `""` (booted from a volume).
        pub image: Told<Option<ImageId>> = told "image" => |image| image.part("id").filled().map(ImageId),
        /// Its `id`, or the flavor that newer microversions embed.
        pub flavor: Told<FlavorRef> = told "flavor" => flavor,
        pub key_name: Told<Option<KeyName>> = "key_name",
        /// `""` becomes `None`.
        pub zone: Told<Option<ZoneName>> = "OS-EXT-AZ:availability_zone",
        /// Their names.
        pub security_groups: Told<Vec<String>> = told "security_groups" => names,
        pub disk_config: Told<String> = "OS-DCF:diskConfig",
        pub config_drive: Told<String> = "config_drive",
        /// Percent.
        pub progress: Option<i64> = "progress",
        pub volumes: Told<Vec<AttachedVolume>> = "os-extended-volumes:volumes_attached",
        pub metadata: Told<Pairs> = "metadata",
        /// In ERROR only.
        pub fault: Option<Fault> = "fault",
        pub protect: Told<bool> = "NHN-EXT-ATTR:protect" => |flag| flag.flag().into(),
        /// Sent by newer microversions only.
        pub locked: Told<bool> = "locked" => |flag| flag.flag().into(),
    }
}

/// One address of an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// The network's (NHN: the VPC's) name.
    pub network: String,
    pub addr: String,
    /// 4 or 6.
    pub version: u8,
    /// `OS-EXT-IPS:type` is `floating`.
    pub floating: bool,
    /// `OS-EXT-IPS-MAC:mac_addr`.
    pub mac: Option<String>,
}

/// The flavor of an instance: its id only, or, with newer microversions, name and sizes without an id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FlavorRef {
    /// `flavor.id`.
    pub id: Option<FlavorId>,
    /// `flavor.original_name` (microversion 2.47).
    pub name: Option<String>,
}

wire! {
    /// A volume of an instance, including the root disk.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct AttachedVolume {
        /// Some responses contain only the id.
        pub id: VolumeId = row => |row| row.part("id").filled().map(VolumeId),
        /// If the cloud reports it.
        pub delete_on_termination: Option<bool> = "delete_on_termination",
    }
}

/// Why an instance is in ERROR.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub code: Option<i64>,
    pub message: String,
    pub created: Option<Timestamp>,
}

/// Newer microversions embed the flavor without its id.
fn flavor(flavor: &Json<'_>) -> FlavorRef {
    FlavorRef { id: flavor.part("id").filled().map(FlavorId), name: flavor.get("original_name").filled() }
}

fn names(groups: &Json<'_>) -> Vec<String> {
    groups.rows().iter().filter_map(|group| group.part("name").filled()).collect()
}

/// Flattens `network name → addresses` to one list.
fn addresses(networks: &Json<'_>) -> Vec<Address> {
    let mut all = Vec::new();
    for (network, rows) in networks.pairs() {
        all.extend(rows.rows().iter().filter_map(|row| address(network, row)));
    }
    all
}

fn address(network: &str, row: &Json<'_>) -> Option<Address> {
    Some(Address {
        network: network.to_owned(),
        addr: row.get("addr").filled()?,
        version: if row.get("version").int() == Some(6) { 6 } else { 4 },
        floating: row.get("OS-EXT-IPS:type").is("floating"),
        mac: row.get("OS-EXT-IPS-MAC:mac_addr").filled(),
    })
}

impl Wire for Fault {
    /// `None` for null and for an empty object.
    fn read(fault: &Json<'_>) -> Option<Self> {
        if fault.pairs().is_empty() {
            let message = Some(words(fault)).filter(|message| !message.is_empty())?;
            return Some(Self { code: None, message, created: None });
        }
        Some(Self {
            code: fault.get("code").int(),
            // Nova passes on other services' responses: JSON or HTML.
            message: words(fault.get("message")),
            created: fault.get("created").time(),
        })
    }
}
