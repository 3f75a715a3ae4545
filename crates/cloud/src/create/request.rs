//! A create request that passed every check (row S13).

use crate::ids::*;

/// Body of `POST /servers`, valid by construction: only [`super::validate`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreateRequest {
    pub(super) name: String,
    pub(super) image: ImageId,
    pub(super) flavor: FlavorId,
    pub(super) nic: Nic,
    pub(super) zone: Option<ZoneName>,
    pub(super) key: KeyName,
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
    Local,
    /// `destination_type: volume` of this size in GB.
    Volume {
        /// `volume_size`, GB.
        size_gb: u64,
        /// `delete_on_termination`.
        delete_on_termination: bool,
    },
}

impl CreateRequest {
    /// The JSON body, exactly as it will be sent. A count above 1 asks for `return_reservation_id` (row S15).
    pub fn to_json(&self) -> serde_json::Value {
        todo!()
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
