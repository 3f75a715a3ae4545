//! Neutron's refusals.

use serde_json::json;

use crate::Response;
use crate::errors::neutron;

/// An unknown path.
pub(super) fn unknown() -> Response {
    let text = "The resource could not be found.<br /><br />\n\n\n";
    Response::json(404, &json!({ "message": text, "code": "404 Not Found", "title": "Not Found" }))
}

pub(super) fn bad(kind: &str, message: &str) -> Response {
    neutron(400, kind, message)
}

pub(super) fn conflict(kind: &str, message: &str) -> Response {
    neutron(409, kind, message)
}

/// An unsupported method.
pub(super) fn method() -> Response {
    let words = "The server could not comply with the request since it is either malformed or otherwise incorrect.";
    neutron(405, "HTTPMethodNotAllowed", words)
}

/// Invalid input.
pub(super) fn input(words: &str) -> Response {
    bad("InvalidInput", &format!("Invalid input for operation: {words}"))
}

/// Reserved for operators.
pub(super) fn policy(rule: &str) -> Response {
    neutron(403, "PolicyNotAuthorized", &format!("{rule} is disallowed by policy"))
}

/// No address left in a network.
pub(super) fn no_address(network: &str) -> Response {
    let words = format!("No more IP addresses available on network {network}.");
    conflict("IpAddressGenerationFailure", &words)
}

/// The address is in use.
pub(super) fn address_taken(subnet: &str, address: &str) -> Response {
    let words = format!("IP address {address} already allocated in subnet {subnet}");
    conflict("IpAddressAlreadyAllocated", &words)
}

/// A missing resource, with its key in bodies.
pub(super) fn missing(single: &str, id: &str) -> Response {
    let (kind, message) = match single {
        "port" => ("PortNotFound", format!("Port {id} could not be found.")),
        "network" => ("NetworkNotFound", format!("Network {id} could not be found.")),
        "subnet" => ("SubnetNotFound", format!("Subnet {id} could not be found.")),
        "router" => ("RouterNotFound", format!("Router {id} could not be found")),
        "floatingip" => ("FloatingIPNotFound", format!("Floating IP {id} could not be found")),
        "security_group" => ("SecurityGroupNotFound", format!("Security group {id} does not exist")),
        "security_group_rule" => ("SecurityGroupRuleNotFound", format!("Security group rule {id} does not exist")),
        "subnetpools" => ("SubnetPoolNotFound", format!("Subnet pool {id} could not be found.")),
        "agents" => ("AgentNotFound", format!("Agent {id} could not be found.")),
        // NHN's own resources; its messages are not known.
        other => ("NotFound", format!("{other} {id} could not be found")),
    };
    neutron(404, kind, &message)
}

/// The quota is exceeded; Neutron answers 409.
pub(super) fn over_quota(resource: &str) -> Response {
    conflict("OverQuota", &format!("Quota exceeded for resources: ['{resource}']."))
}
