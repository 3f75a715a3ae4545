//! A validated create request (row S13).

use crate::ids::*;
use crate::json::Json;
use crate::wire::Pairs;

mod disk;
mod nic;
#[cfg(test)]
mod tests;

pub(super) use disk::{Disk, From, Made};
pub use nic::PortToMake;
pub(super) use nic::{Nic, NicOn};

/// The body of `POST /servers`; only [`super::validate`] creates one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreateRequest {
    pub(super) name: String,
    /// None if the root is a volume or snapshot.
    pub(super) image: Option<ImageId>,
    pub(super) flavor: FlavorId,
    pub(super) nics: Vec<Nic>,
    pub(super) zone: Option<ZoneName>,
    /// Always set under the `nhn` rules.
    pub(super) key: Option<KeyName>,
    /// Empty: the cloud uses `default`.
    pub(super) security_groups: Vec<String>,
    /// `block_device_mapping_v2`, root first; empty: the flavor's own disk, as on stock Nova.
    pub(super) disks: Vec<Disk>,
    /// Base64; empty: none.
    pub(super) user_data: String,
    pub(super) config_drive: bool,
    pub(super) metadata: Pairs,
    pub(super) server_group: Option<ServerGroupId>,
    pub(super) min_count: u32,
    pub(super) count: u32,
}

impl CreateRequest {
    /// The JSON body exactly as sent. Unset fields are left out so that the cloud's defaults apply. A count above 1
    /// sets `return_reservation_id` (row S15).
    pub fn to_json(&self) -> Json<'_> {
        let mut server = Json::object([("name", (&self.name).into())]);
        if let Some(image) = &self.image {
            server.put("imageRef", image.as_str().into());
        }
        server.put("flavorRef", self.flavor.as_str().into());
        server.put("networks", self.nics.iter().map(Nic::to_json).collect());
        if let Some(zone) = &self.zone {
            server.put("availability_zone", zone.as_str().into());
        }
        if let Some(key) = &self.key {
            server.put("key_name", key.as_str().into());
        }
        if !self.security_groups.is_empty() {
            let named = self.security_groups.iter().map(|name| Json::object([("name", name.into())]));
            server.put("security_groups", named.collect());
        }
        if !self.disks.is_empty() {
            server.put("block_device_mapping_v2", self.disks.iter().map(Disk::to_json).collect());
        }
        if !self.user_data.is_empty() {
            server.put("user_data", (&self.user_data).into());
        }
        if self.config_drive {
            server.put("config_drive", true.into());
        }
        if !self.metadata.is_empty() {
            server.put("metadata", (&self.metadata).into());
        }
        server.put("min_count", self.min_count.into());
        server.put("max_count", self.count.into());
        if self.count > 1 {
            server.put("return_reservation_id", true.into());
        }
        let mut body = Json::object([("server", server)]);
        if let Some(group) = &self.server_group {
            body.put("os:scheduler_hints", Json::object([("group", group.as_str().into())]));
        }
        body
    }

    /// The name of the instance or batch.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number of instances.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The minimum number that must succeed.
    pub fn min_count(&self) -> u32 {
        self.min_count
    }

    /// The ports to create first, in the order of their interfaces, because stock Nova accepts no subnet (row S13).
    /// They must be deleted again if the create fails.
    pub fn ports_to_make(&self) -> Vec<PortToMake> {
        self.nics.iter().filter_map(Nic::port_to_make).collect()
    }

    /// Inserts the created ports, in the order of [`CreateRequest::ports_to_make`].
    pub fn on_ports(mut self, made: impl IntoIterator<Item = PortId>) -> Self {
        let wanting = self.nics.iter_mut().filter(|nic| nic.port_to_make().is_some());
        for (nic, port) in wanting.zip(made) {
            nic.on = NicOn::Port(port);
        }
        self
    }
}
