//! A create request that passed every check (row S13).

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

/// Body of `POST /servers`, valid by construction: only [`super::validate`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreateRequest {
    pub(super) name: String,
    /// None where the root is a volume or snapshot.
    pub(super) image: Option<ImageId>,
    pub(super) flavor: FlavorId,
    pub(super) nics: Vec<Nic>,
    pub(super) zone: Option<ZoneName>,
    /// Always there under the `nhn` rules.
    pub(super) key: Option<KeyName>,
    /// None: the cloud takes `default`.
    pub(super) security_groups: Vec<String>,
    /// `block_device_mapping_v2`, the root first; none: the flavor's own disk, as stock Nova does it.
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
    /// The JSON body, exactly as it will be sent. What was not chosen is left out, so that the cloud's own default
    /// holds. A count above 1 asks for `return_reservation_id` (row S15).
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

    /// The name the instance (or the batch) will have.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many instances.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// With how many the person is content.
    pub fn min_count(&self) -> u32 {
        self.min_count
    }

    /// The ports that must be made first, in the order of their interfaces: stock Nova takes no subnet (row S13). They
    /// are to be removed again when the create fails.
    pub fn ports_to_make(&self) -> Vec<PortToMake> {
        self.nics.iter().filter_map(Nic::port_to_make).collect()
    }

    /// The request on ports that were made as [`CreateRequest::ports_to_make`] said, in its order.
    pub fn on_ports(mut self, made: impl IntoIterator<Item = PortId>) -> Self {
        let wanting = self.nics.iter_mut().filter(|nic| nic.port_to_make().is_some());
        for (nic, port) in wanting.zip(made) {
            nic.on = NicOn::Port(port);
        }
        self
    }
}
