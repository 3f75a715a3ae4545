//! A create request that passed every check (row S13).

use crate::ids::*;
use crate::json::Json;

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
    pub fn to_json(&self) -> Json<'_> {
        let mut server = Json::object([
            ("name", (&self.name).into()),
            ("imageRef", self.image.as_str().into()),
            ("flavorRef", self.flavor.as_str().into()),
            ("networks", [self.nic.to_json()].into_iter().collect()),
        ]);
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
        if let Some(mapping) = self.root.to_json(&self.image) {
            server.put("block_device_mapping_v2", [mapping].into_iter().collect());
        }
        server.put("min_count", self.count.into());
        server.put("max_count", self.count.into());
        if self.count > 1 {
            server.put("return_reservation_id", true.into());
        }
        Json::object([("server", server)])
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
    fn to_json(&self) -> Json<'_> {
        match self {
            Nic::Subnet(id) => Json::object([("subnet", id.as_str().into())]),
            Nic::Network(id) => Json::object([("uuid", id.as_str().into())]),
        }
    }
}

impl RootDisk {
    /// The entry of `block_device_mapping_v2`. `device_name` is never sent: stock Nova refuses the guide's `vda`.
    fn to_json(self, image: &ImageId) -> Option<Json<'_>> {
        let (destination, size_gb, delete_on_termination) = match self {
            RootDisk::FlavorDisk => return None,
            RootDisk::Local { delete_on_termination } => ("local", None, delete_on_termination),
            RootDisk::Volume { size_gb, delete_on_termination } => ("volume", Some(size_gb), delete_on_termination),
        };
        let mut mapping = Json::object([
            ("boot_index", Json::Int(0)),
            ("uuid", image.as_str().into()),
            ("source_type", "image".into()),
            ("destination_type", destination.into()),
        ]);
        if let Some(size_gb) = size_gb {
            // The largest size allowed is far below what i64 holds.
            mapping.put("volume_size", i64::try_from(size_gb).unwrap_or(i64::MAX).into());
        }
        mapping.put("delete_on_termination", delete_on_termination.into());
        Some(mapping)
    }
}
