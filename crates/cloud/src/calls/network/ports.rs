//! Ports (row N03).

use crate::calls::query::with_query;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{NetworkId, PortId, SecurityGroupId, ServerId, SubnetId};
use crate::json::Json;
use crate::percent::encode;
use crate::wire::root::{nothing, one, page};
use crate::wire::{Page, Port};

/// A port that is created before its instance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPort {
    pub network: NetworkId,
    /// Empty: none.
    pub name: String,
    /// `fixed_ips[0].subnet_id`; `None`: the network chooses.
    pub subnet: Option<SubnetId>,
    /// `fixed_ips[0].ip_address`; `None`: any free one.
    pub address: Option<String>,
    /// Empty: the cloud uses `default`.
    pub groups: Vec<SecurityGroupId>,
}

/// `GET /ports`, of one instance or of all.
pub fn ports(device: Option<&ServerId>) -> Call<Page<Port>> {
    let path = with_query("/ports", [("device_id", device.map(ServerId::to_string))]);
    Call { request: Request::get(Service::Network, path), read: page::<Port> }
}

/// The addresses of all instances' ports, with as few fields as possible: with thousands of instances this is read
/// twice a minute. The other fields of [`Port`] stay empty.
pub fn places() -> Call<Page<Port>> {
    let fields = ["id", "device_id", "device_owner", "fixed_ips"].map(|name| ("fields", Some(name.to_owned())));
    Call { request: Request::get(Service::Network, with_query("/ports", fields)), read: page::<Port> }
}

/// `GET /ports/{id}`.
pub fn port(id: &PortId) -> Call<Port> {
    Call { request: Request::get(Service::Network, path_of(id)), read: one::<Port> }
}

/// `POST /ports`.
pub fn create_port(port: &NewPort) -> Call<Port> {
    Call { request: Request::post(Service::Network, "/ports", &port.to_json()), read: one::<Port> }
}

/// `DELETE /ports/{id}`.
pub fn delete_port(id: &PortId) -> Call<()> {
    Call { request: Request::delete(Service::Network, path_of(id)), read: nothing }
}

fn path_of(id: &PortId) -> String {
    format!("/ports/{}", encode(id.as_str()))
}

impl NewPort {
    fn to_json(&self) -> Json<'_> {
        let mut port = Json::object([("network_id", self.network.as_str().into())]);
        if !self.name.is_empty() {
            port.put("name", (&self.name).into());
        }
        let mut fixed = Json::object([]);
        if let Some(subnet) = &self.subnet {
            fixed.put("subnet_id", subnet.as_str().into());
        }
        if let Some(address) = &self.address {
            fixed.put("ip_address", address.into());
        }
        if !fixed.pairs().is_empty() {
            port.put("fixed_ips", [fixed].into_iter().collect());
        }
        if !self.groups.is_empty() {
            port.put("security_groups", self.groups.iter().map(|id| id.as_str().into()).collect());
        }
        Json::object([("port", port)])
    }
}
