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

impl Server {
    /// Merges an answer that may be short: what it did not say survives (row S17). Nova leaves eleven fields out of the
    /// answer to a rename, and the address types with them.
    pub fn absorb(&mut self, newer: Server) {
        // Only a full answer has a task state, and only then "no fault" means that there is none any more.
        let full = newer.task_state.said().is_some();
        if !newer.name.is_empty() {
            self.name = newer.name;
        }
        if newer.status != Status::Other(String::new()) {
            self.status = newer.status;
        }
        self.created = newer.created.or(self.created);
        self.updated = newer.updated.or(self.updated);
        if full || newer.progress.is_some() {
            self.progress = newer.progress;
        }
        if full || newer.fault.is_some() {
            self.fault = newer.fault;
        }
        self.absorb_addresses(newer.addresses);
        self.task_state.absorb(newer.task_state);
        self.vm_state.absorb(newer.vm_state);
        self.power_state.absorb(newer.power_state);
        self.launched_at.absorb(newer.launched_at);
        self.terminated_at.absorb(newer.terminated_at);
        self.tenant_id.absorb(newer.tenant_id);
        self.user_id.absorb(newer.user_id);
        self.host_id.absorb(newer.host_id);
        self.access_ipv4.absorb(newer.access_ipv4);
        self.access_ipv6.absorb(newer.access_ipv6);
        self.image.absorb(newer.image);
        self.flavor.absorb(newer.flavor);
        self.key_name.absorb(newer.key_name);
        self.zone.absorb(newer.zone);
        self.security_groups.absorb(newer.security_groups);
        self.disk_config.absorb(newer.disk_config);
        self.config_drive.absorb(newer.config_drive);
        self.volumes.absorb(newer.volumes);
        self.metadata.absorb(newer.metadata);
        self.protect.absorb(newer.protect);
    }

    /// Short answers list addresses without type and MAC: those known are kept.
    fn absorb_addresses(&mut self, newer: Told<Vec<Address>>) {
        let Told::Said(mut addresses) = newer else { return };
        for address in addresses.iter_mut().filter(|address| address.mac.is_none()) {
            let mut known = self.addresses.said().into_iter().flatten();
            if let Some(known) = known.find(|known| known.addr == address.addr && known.network == address.network) {
                address.floating |= known.floating;
                address.mac.clone_from(&known.mac);
            }
        }
        self.addresses = Told::Said(addresses);
    }
}
