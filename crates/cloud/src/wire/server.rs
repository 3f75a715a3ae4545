//! Instances (rows S09–S12), `servers[]` on the wire.

use super::{Pairs, Told};
use crate::ids::*;
use crate::status::{Status, TaskState};
use crate::time::Timestamp;

/// One instance, every field of row S11. Fields that short answers leave out are `Told`.
#[derive(Clone, PartialEq, Debug)]
pub struct Server {
    /// `id`.
    pub id: ServerId,
    /// `name`; empty when null or left out.
    pub name: String,
    /// `status`; `Other("")` when left out.
    pub status: Status,
    /// `OS-EXT-STS:task_state`; `Said(None)` is idle.
    pub task_state: Told<Option<TaskState>>,
    /// `OS-EXT-STS:vm_state`.
    pub vm_state: Told<String>,
    /// `OS-EXT-STS:power_state`.
    pub power_state: Told<i64>,
    /// `created`.
    pub created: Option<Timestamp>,
    /// `updated`.
    pub updated: Option<Timestamp>,
    /// `OS-SRV-USG:launched_at`.
    pub launched_at: Told<Option<Timestamp>>,
    /// `OS-SRV-USG:terminated_at`.
    pub terminated_at: Told<Option<Timestamp>>,
    /// `tenant_id`.
    pub tenant_id: Told<TenantId>,
    /// `user_id`.
    pub user_id: Told<UserId>,
    /// `hostId`; empty before scheduling.
    pub host_id: Told<String>,
    /// `addresses`, flattened, in the order of the networks.
    pub addresses: Told<Vec<Address>>,
    /// `accessIPv4`.
    pub access_ipv4: Told<String>,
    /// `accessIPv6`.
    pub access_ipv6: Told<String>,
    /// `image.id`; `Said(None)` for `""` (booted from a volume).
    pub image: Told<Option<ImageId>>,
    /// `flavor.id`, or what a newer microversion embeds.
    pub flavor: Told<FlavorRef>,
    /// `key_name`.
    pub key_name: Told<Option<KeyName>>,
    /// `OS-EXT-AZ:availability_zone`; `""` becomes `None`.
    pub zone: Told<Option<ZoneName>>,
    /// `security_groups[].name`.
    pub security_groups: Told<Vec<String>>,
    /// `OS-DCF:diskConfig`.
    pub disk_config: Told<String>,
    /// `config_drive`.
    pub config_drive: Told<String>,
    /// `progress`, percent.
    pub progress: Option<i64>,
    /// `os-extended-volumes:volumes_attached[]`.
    pub volumes: Told<Vec<AttachedVolume>>,
    /// `metadata`.
    pub metadata: Told<Pairs>,
    /// `fault`, in ERROR only.
    pub fault: Option<Fault>,
    /// `NHN-EXT-ATTR:protect`.
    pub protect: Told<bool>,
    /// `locked`: told by newer microversions only.
    pub locked: Told<bool>,
}

/// One address of an instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address {
    /// The network's (NHN: the VPC's) name.
    pub network: String,
    /// `addr`.
    pub addr: String,
    /// `version`: 4 or 6.
    pub version: u8,
    /// `OS-EXT-IPS:type` is `floating`.
    pub floating: bool,
    /// `OS-EXT-IPS-MAC:mac_addr`.
    pub mac: Option<String>,
}

/// The flavor of an instance: only its id, or, from newer microversions, name and sizes without an id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FlavorRef {
    /// `flavor.id`.
    pub id: Option<FlavorId>,
    /// `flavor.original_name` (microversion 2.47).
    pub name: Option<String>,
}

/// A volume of an instance; the root disk is among them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttachedVolume {
    /// `id`.
    pub id: VolumeId,
    /// `delete_on_termination`, where the cloud tells it.
    pub delete_on_termination: Option<bool>,
}

/// Why an instance is in ERROR.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// `code`.
    pub code: Option<i64>,
    /// `message`.
    pub message: String,
    /// `created`.
    pub created: Option<Timestamp>,
}
