//! Floating IPs (rows N04, S30).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{FloatingIpId, NetworkId, PortId};
use crate::json::Json;
use crate::percent::encode;
use crate::wire::root::{nothing, one, page};
use crate::wire::{FloatingIp, Page};

const PATH: &str = "/floatingips";

/// `GET /floatingips`.
pub fn floating_ips() -> Call<Page<FloatingIp>> {
    Call { request: Request::get(Service::Network, PATH), read: page::<FloatingIp> }
}

/// `GET /floatingips/{id}`.
pub fn floating_ip(id: &FloatingIpId) -> Call<FloatingIp> {
    Call { request: Request::get(Service::Network, path_of(id)), read: one::<FloatingIp> }
}

/// `POST /floatingips`: allocates one from a pool.
pub fn create_floating_ip(pool: &NetworkId) -> Call<FloatingIp> {
    let body = Json::object([("floatingip", Json::object([("floating_network_id", pool.as_str().into())]))]);
    Call { request: Request::post(Service::Network, PATH, &body), read: one::<FloatingIp> }
}

/// `PUT /floatingips/{id}` with a port; `fixed` selects the address if the port has several.
pub fn associate(id: &FloatingIpId, port: &PortId, fixed: Option<&str>) -> Call<FloatingIp> {
    let mut to = Json::object([("port_id", port.as_str().into())]);
    if let Some(fixed) = fixed {
        to.put("fixed_ip_address", fixed.into());
    }
    give(id, to)
}

/// `PUT /floatingips/{id}` without a port: detaches it. The project keeps the address.
pub fn disassociate(id: &FloatingIpId) -> Call<FloatingIp> {
    give(id, Json::object([("port_id", Json::Nothing)]))
}

/// `DELETE /floatingips/{id}`: releases the address.
pub fn delete_floating_ip(id: &FloatingIpId) -> Call<()> {
    Call { request: Request::delete(Service::Network, path_of(id)), read: nothing }
}

fn give(id: &FloatingIpId, to: Json<'_>) -> Call<FloatingIp> {
    let body = Json::object([("floatingip", to)]);
    Call { request: Request::put(Service::Network, path_of(id), &body), read: one::<FloatingIp> }
}

fn path_of(id: &FloatingIpId) -> String {
    format!("{PATH}/{}", encode(id.as_str()))
}
