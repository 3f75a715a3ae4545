//! `networks` of a create, and interfaces added later: a network, a subnet (NHN) or a port, optionally with a fixed
//! address (row S13).

use std::net::Ipv4Addr;

use cloud::config::RuleSet;
use serde_json::Value;

use crate::Response;
use crate::context::Context;
use crate::errors::{bad_request, conflict, forbidden, invalid};
use crate::model::Nic;

/// A requested interface.
pub(super) enum Wish {
    /// On a subnet, with this address or any.
    Subnet { subnet: String, fixed: Option<Ipv4Addr> },
    /// With an existing port.
    Port(String),
}

/// The interfaces of `count` new instances.
pub(super) fn read(context: &Context<'_>, server: &Value, count: u64) -> Result<Vec<Wish>, Response> {
    // Since 2.37 the field is required: `none`, `auto`, or a list.
    if context.since(37) {
        match server.get("networks") {
            None => return Err(invalid("server", &server.to_string(), "'networks' is a required property")),
            Some(Value::String(word)) if word == "none" => return Ok(Vec::new()),
            Some(Value::String(word)) if word != "auto" => {
                return Err(invalid("networks", word, &format!("'{word}' is not one of ['none', 'auto']")));
            }
            _ => {}
        }
    }
    let list = server.get("networks").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut wishes = list.iter().map(|network| wish(context, network)).collect::<Result<Vec<_>, _>>()?;
    for wish in wishes.iter().filter(|_| count > 1) {
        let why = match wish {
            Wish::Port(_) => {
                "Unable to launch multiple instances with a single configured port ID. Please launch your instance \
                 one by one with different ports."
            }
            Wish::Subnet { fixed: Some(_), .. } => "max_count cannot be greater than 1 if an fixed_ip is specified.",
            Wish::Subnet { fixed: None, .. } => continue,
        };
        return Err(bad_request(&format!("Failed to launch instances: {why}")));
    }
    if wishes.is_empty() {
        // A project with a single network need not name it.
        if context.project.rules == RuleSet::OpenStack && usable(context) > 1 {
            return Err(conflict("Multiple possible networks found, use a Network ID to be more specific."));
        }
        let only = context.project.subnets.first().map(|subnet| subnet.id.clone());
        wishes.extend(only.map(|subnet| Wish::Subnet { subnet, fixed: None }));
    }
    Ok(wishes)
}

/// How many networks an instance can use.
fn usable(context: &Context<'_>) -> usize {
    let project = &context.project;
    let has_subnet = |id: &str| project.subnets.iter().any(|subnet| subnet.network == id);
    project.networks.iter().filter(|network| !network.external && has_subnet(&network.id)).count()
}

fn wish(context: &Context<'_>, network: &Value) -> Result<Wish, Response> {
    let text = |key: &str| network.get(key).and_then(Value::as_str);
    let nhn = context.project.rules == RuleSet::Nhn;
    let subnet = text("subnet").filter(|_| context.project.limits().subnet_in_networks);
    let (uuid, port, fixed) = (text("uuid"), text("port"), text("fixed_ip"));
    if nhn && [subnet, uuid, port].into_iter().flatten().count() > 1 {
        return Err(bad_request("Only one of uuid, subnet and port can be given for a network."));
    }
    match (port, subnet, uuid) {
        (Some(port), _, _) => match fixed {
            Some(fixed) => Err(bad_request(&format!(
                "Invalid input received: Specified Fixed IP '{fixed}' cannot be used with port '{port}': the two \
                 cannot be specified together."
            ))),
            None => of_port(context, port),
        },
        (None, Some(subnet), _) => of_subnet(context, subnet, fixed),
        (None, None, Some(network)) => of_network(context, network, fixed),
        (None, None, None) => Err(bad_request("Bad networks format: network uuid is not in proper format (None)")),
    }
}

/// A port: it must exist and be unattached.
pub(super) fn of_port(context: &Context<'_>, id: &str) -> Result<Wish, Response> {
    let project = &context.project;
    if let Some(port) = project.ports.iter().find(|port| port.id == id && port.free()) {
        return match port.address.is_empty() {
            true => Err(bad_request(&format!("Port {id} requires a FixedIP in order to be used."))),
            false => Ok(Wish::Port(id.to_owned())),
        };
    }
    let mut used = project.servers().iter().filter(|server| !server.deleted()).flat_map(|server| &server.nics);
    Err(match used.any(|nic| nic.port == id) {
        true => conflict(&format!("Port {id} is still in use.")),
        false => bad_request(&format!("Port {id} could not be found.")),
    })
}

fn of_subnet(context: &Context<'_>, id: &str, fixed: Option<&str>) -> Result<Wish, Response> {
    let subnet = context.project.subnets.iter().find(|subnet| subnet.id == id);
    let subnet = subnet.ok_or_else(|| bad_request(&format!("Subnet {id} could not be found.")))?;
    let fixed = fixed.map(|text| address(context, &subnet.network, &[id], text)).transpose()?;
    Ok(Wish::Subnet { subnet: id.to_owned(), fixed: fixed.map(|(address, _)| address) })
}

/// The first subnet of a network, or the one with the address.
pub(super) fn of_network(context: &Context<'_>, id: &str, fixed: Option<&str>) -> Result<Wish, Response> {
    let project = &context.project;
    if project.networks.iter().any(|network| network.id == id && network.external) {
        return Err(forbidden(&format!("It is not allowed to create an interface on external network {id}")));
    }
    let subnets = project.subnets.iter().filter(|subnet| subnet.network == id);
    let subnets: Vec<&str> = subnets.map(|subnet| subnet.id.as_str()).collect();
    let Some(first) = subnets.first() else {
        return Err(bad_request(&match project.networks.iter().any(|network| network.id == id) {
            true => format!("Network {id} requires a subnet in order to boot instances on."),
            false => format!("Network {id} could not be found."),
        }));
    };
    match fixed {
        None => Ok(Wish::Subnet { subnet: (*first).to_owned(), fixed: None }),
        Some(text) => {
            let (address, subnet) = address(context, id, &subnets, text)?;
            Ok(Wish::Subnet { subnet, fixed: Some(address) })
        }
    }
}

/// A requested address, and the one of `subnets` that contains it. It must not be in use.
fn address(context: &Context<'_>, network: &str, subnets: &[&str], text: &str) -> Result<(Ipv4Addr, String), Response> {
    let address: Ipv4Addr =
        text.parse().map_err(|_| invalid("fixed_ip", text, &format!("'{text}' is not a 'ipv4'")))?;
    let project = &context.project;
    let home = project.subnets.iter().find(|subnet| subnets.contains(&subnet.id.as_str()) && subnet.holds(address));
    let home = home.ok_or_else(|| {
        bad_request(&format!(
            "Invalid input received: Fixed IP {text} is not a valid ip address for network {network}."
        ))
    })?;
    match project.holder(&home.id, text) {
        Some(holder) => Err(bad_request(&format!("Fixed IP address {text} is already in use on instance {holder}."))),
        None => Ok((address, home.id.clone())),
    }
}

/// Creates the interface; `None` if the subnet has no address left.
pub(super) fn make(context: &mut Context<'_>, wish: &Wish) -> Option<Nic> {
    match wish {
        Wish::Subnet { subnet, fixed: None } => context.project.nic(subnet),
        Wish::Subnet { subnet, fixed: Some(address) } => context.project.nic_at(subnet, *address),
        Wish::Port(port) => context.project.take_port(port),
    }
}
