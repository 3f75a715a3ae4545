//! Network interfaces of an instance (`os-interface`); not every cloud offers them.

use super::servers::path_of;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{NetworkId, PortId, ServerId};
use crate::json::Json;
use crate::percent::encode;
use crate::wire::Interface;
use crate::wire::root::{many, nothing, one};

/// What a new interface is attached to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NewInterface {
    /// An existing port.
    Port(PortId),
    /// A new port on a network.
    Network {
        network: NetworkId,
        /// `None`: any free address.
        fixed_ip: Option<String>,
    },
}

/// `GET …/os-interface`.
pub fn list(server: &ServerId) -> Call<Vec<Interface>> {
    Call { request: Request::get(Service::Compute, path(server)), read: many::<Interface> }
}

/// `POST …/os-interface`.
pub fn attach(server: &ServerId, new: &NewInterface) -> Call<Interface> {
    let interface = match new {
        NewInterface::Port(port) => Json::object([("port_id", port.as_str().into())]),
        NewInterface::Network { network, fixed_ip } => {
            let mut interface = Json::object([("net_id", network.as_str().into())]);
            if let Some(address) = fixed_ip {
                let fixed = Json::object([("ip_address", address.into())]);
                interface.put("fixed_ips", [fixed].into_iter().collect());
            }
            interface
        }
    };
    let body = Json::object([("interfaceAttachment", interface)]);
    Call { request: Request::post(Service::Compute, path(server), &body), read: one::<Interface> }
}

/// `DELETE …/os-interface/{port}`. Nova also deletes the port if it created it.
pub fn detach(server: &ServerId, port: &PortId) -> Call<()> {
    let path = format!("{}/{}", path(server), encode(port.as_str()));
    Call { request: Request::delete(Service::Compute, path), read: nothing }
}

fn path(server: &ServerId) -> String {
    path_of(server) + "/os-interface"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_or_a_network_with_or_without_an_address() {
        let check = |new: NewInterface, expect: &str| {
            let body = attach(&"s".into(), &new).request.body.unwrap_or_default();
            assert_eq!(body, format!(r#"{{"interfaceAttachment":{expect}}}"#));
        };
        check(NewInterface::Port("p".into()), r#"{"port_id":"p"}"#);
        check(NewInterface::Network { network: "n".into(), fixed_ip: None }, r#"{"net_id":"n"}"#);
        check(
            NewInterface::Network { network: "n".into(), fixed_ip: Some("10.0.0.9".into()) },
            r#"{"net_id":"n","fixed_ips":[{"ip_address":"10.0.0.9"}]}"#,
        );
    }
}
