//! A create request that passed every check (row S13).

use serde_json::{Map, Value, json};

use crate::ids::*;

#[cfg(test)]
mod tests;

/// Body of `POST /servers`, valid by construction: only [`super::validate`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreateRequest {
    pub(super) name: String,
    pub(super) image: ImageId,
    pub(super) flavor: FlavorId,
    pub(super) nic: Nic,
    pub(super) zone: Option<ZoneName>,
    /// Always there under the `nhn` rules.
    pub(super) key: Option<KeyName>,
    /// None: the cloud takes `default`.
    pub(super) security_groups: Vec<String>,
    pub(super) root: RootDisk,
    pub(super) count: u32,
}

/// How the one network interface is named: one of the two, never both (row S13).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Nic {
    /// `subnet` (NHN).
    Subnet(SubnetId),
    /// `uuid` (stock Nova).
    Network(NetworkId),
}

/// Where the root disk lives (row S14).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RootDisk {
    /// No mapping at all: the flavor's own disk, as stock Nova does it.
    FlavorDisk,
    /// `destination_type: local` (U2).
    Local {
        /// `delete_on_termination`; a local disk goes with its instance whatever is sent.
        delete_on_termination: bool,
    },
    /// `destination_type: volume` of this size in GB.
    Volume {
        /// `volume_size`, GB.
        size_gb: u64,
        /// `delete_on_termination`.
        delete_on_termination: bool,
    },
}

impl CreateRequest {
    /// The JSON body, exactly as it will be sent. What was not chosen is left out, so that the cloud's own default
    /// holds. A count above 1 asks for `return_reservation_id` (row S15).
    pub fn to_json(&self) -> Value {
        let mut server = Map::new();
        let mut put = |key: &str, value: Value| server.insert(key.to_owned(), value);
        put("name", json!(self.name));
        put("imageRef", json!(self.image));
        put("flavorRef", json!(self.flavor));
        put("networks", json!([self.nic.to_json()]));
        if let Some(zone) = &self.zone {
            put("availability_zone", json!(zone));
        }
        if let Some(key) = &self.key {
            put("key_name", json!(key));
        }
        if !self.security_groups.is_empty() {
            put("security_groups", self.security_groups.iter().map(|name| json!({ "name": name })).collect());
        }
        if let Some(mapping) = self.root.to_json(&self.image) {
            put("block_device_mapping_v2", json!([mapping]));
        }
        put("min_count", json!(self.count));
        put("max_count", json!(self.count));
        if self.count > 1 {
            put("return_reservation_id", json!(true));
        }
        json!({ "server": server })
    }

    /// The name the instance (or the batch) will have.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many instances.
    pub fn count(&self) -> u32 {
        self.count
    }
}

impl Nic {
    fn to_json(&self) -> Value {
        match self {
            Nic::Subnet(id) => json!({ "subnet": id }),
            Nic::Network(id) => json!({ "uuid": id }),
        }
    }
}

impl RootDisk {
    /// The entry of `block_device_mapping_v2`. `device_name` is never sent: stock Nova refuses the guide's `vda`.
    fn to_json(self, image: &ImageId) -> Option<Value> {
        let mapping = match self {
            RootDisk::FlavorDisk => return None,
            RootDisk::Local { delete_on_termination } => json!({
                "boot_index": 0,
                "uuid": image,
                "source_type": "image",
                "destination_type": "local",
                "delete_on_termination": delete_on_termination,
            }),
            RootDisk::Volume { size_gb, delete_on_termination } => json!({
                "boot_index": 0,
                "uuid": image,
                "source_type": "image",
                "destination_type": "volume",
                "volume_size": size_gb,
                "delete_on_termination": delete_on_termination,
            }),
        };
        Some(mapping)
    }
}
