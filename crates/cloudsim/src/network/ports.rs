//! `/ports`: those of instances, and ports without instance (row N03).

use std::net::Ipv4Addr;

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::fields::{self, flag};
use super::resource::Resource;
use super::{list, networks, quota, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};
use crate::model::{Nic, Port, Project, Server, Standard};

pub(super) const PORTS: Resource = Resource { single: "port", all, create, change, delete };

/// The number of ports of a project.
pub(super) fn count(project: &Project) -> usize {
    let alive = project.servers().iter().filter(|server| !server.deleted());
    project.ports.len() + alive.map(|server| server.nics.len()).sum::<usize>()
}

/// The instance and interface of a port, if Neutron knows it already.
pub(super) fn bound<'a>(project: &'a Project, port: &str) -> Option<(&'a Server, &'a Nic)> {
    let wired = project.servers().iter().filter(|server| server.wired && !server.deleted());
    wired.flat_map(|server| server.nics.iter().map(move |nic| (server, nic))).find(|(_, nic)| nic.port == port)
}

fn all(context: &Context<'_>) -> Vec<Value> {
    let project = &context.project;
    // With a hundred thousand instances, only the ports of the requested one are generated.
    let asked = context.request.param("device_id");
    let wired = project.servers().iter().filter(|server| server.wired && !server.deleted());
    let wired = wired.filter(|server| asked.as_ref().is_none_or(|id| server.id == *id));
    let bound = wired.flat_map(|server| server.nics.iter().map(move |nic| of_instance(context, server, nic)));
    project.ports.iter().map(|port| free(context, port)).chain(bound).collect()
}

fn of_instance(context: &Context<'_>, server: &Server, nic: &Nic) -> Value {
    let project = &context.project;
    let named = project.groups.iter().filter(|group| server.groups.contains(&group.name));
    let groups = match &nic.made_before {
        Some(port) => port.groups.clone(),
        None => named.map(|group| group.id.clone()).collect(),
    };
    let before = nic.made_before.as_ref();
    let (up, security) = before.map_or((true, true), |port| (port.up, port.security));
    let body = json!({
        "id": nic.port, "name": before.map_or("", |port| port.name.as_str()), "status": "ACTIVE",
        "admin_state_up": up, "network_id": nic.network, "device_id": server.id,
        "device_owner": format!("compute:{}", server.zone), "mac_address": nic.mac,
        "fixed_ips": [{ "subnet_id": nic.subnet, "ip_address": nic.address }], "security_groups": groups,
        "port_security_enabled": security, "allowed_address_pairs": [], "binding:vnic_type": "normal",
        "extra_dhcp_opts": [], "tenant_id": project.tenant, "project_id": project.tenant,
    });
    noted(project, body, &standard(server, nic))
}

/// The standard attributes of an instance's port.
pub(super) fn standard(server: &Server, nic: &Nic) -> Standard {
    let before = nic.made_before.as_ref().map(|port| &port.standard);
    before.or(nic.standard.as_deref()).cloned().unwrap_or_else(|| Standard::new(server.created))
}

/// NHN's ports have neither times nor a description.
fn noted(project: &Project, body: Value, standard: &Standard) -> Value {
    if project.rules == RuleSet::Nhn { body } else { fields::with(body, standard) }
}

fn free(context: &Context<'_>, port: &Port) -> Value {
    let project = &context.project;
    let ip = json!({ "subnet_id": port.subnet, "ip_address": port.address });
    let ips = if port.address.is_empty() { json!([]) } else { json!([ip]) };
    let (device, owner) = port.router.as_deref().map_or(("", ""), |router| (router, "network:router_interface"));
    let body = json!({
        "id": port.id, "name": port.name, "status": if port.free() { "DOWN" } else { "ACTIVE" },
        "admin_state_up": port.up, "network_id": port.network, "device_id": device, "device_owner": owner,
        "mac_address": port.mac, "fixed_ips": ips, "security_groups": port.groups, "port_security_enabled": port.security, "allowed_address_pairs": [],
        "binding:vnic_type": "normal", "extra_dhcp_opts": [], "tenant_id": project.tenant,
        "project_id": project.tenant,
    });
    noted(project, body, &port.standard)
}

/// A port by its id.
pub(super) fn one(context: &Context<'_>, id: &str) -> Option<Value> {
    let project = &context.project;
    let free = project.ports.iter().find(|port| port.id == id).map(|port| free(context, port));
    free.or_else(|| bound(project, id).map(|(server, nic)| of_instance(context, server, nic)))
}

/// Ids of the ports on a network or subnet, including those of instances.
pub(super) fn on(project: &Project, wanted: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let alive = project.servers().iter().filter(|server| !server.deleted()).flat_map(|server| &server.nics);
    let nics = alive.filter(|nic| wanted(&nic.network, &nic.subnet)).map(|nic| nic.port.clone());
    let ports = project.ports.iter().filter(|port| wanted(&port.network, &port.subnet));
    ports.map(|port| port.id.clone()).chain(nics).collect()
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "port")?;
    let required = "Failed to parse request. Required attribute 'network_id' not specified";
    let network = text(&wanted, "network_id").ok_or_else(|| refuse::bad("HTTPBadRequest", required))?;
    let nhn = context.project.rules == RuleSet::Nhn;
    if !nhn {
        networks::to_use(context, network, "port")?;
    }
    let fixed = if nhn { None } else { fixed(context, network, &wanted)? };
    let subnet = match &fixed {
        Some((subnet, _)) => subnet.clone(),
        None => subnet(context, network, &wanted)?.unwrap_or_default(),
    };
    let known = context.project.networks.iter().find(|known| known.id == network);
    let secure = flag(&wanted, "port_security_enabled")?;
    let secure = secure.or(known.map(|network| network.port_security)).unwrap_or(true);
    let named = groups(context, &wanted)?;
    let groups = named.unwrap_or_else(|| if secure { default_group(context.project) } else { Vec::new() });
    let (up, description) = (flag(&wanted, "admin_state_up")?, super::groups::text(&wanted, "description")?);
    if quota::full(context.project.quota.ports, count(context.project)) {
        return Err(refuse::over_quota("port"));
    }
    let nic = match fixed {
        Some((_, address)) => context.project.nic_at(&subnet, address),
        None if subnet.is_empty() => Some(context.project.nic_without_address(network)),
        None => context.project.nic(&subnet),
    };
    let nic = nic.ok_or_else(|| refuse::no_address(network))?;
    let standard = Standard { revision: 1, ..Standard::new(context.now) }.described(&description.unwrap_or_default());
    let name = text(&wanted, "name").unwrap_or_default().to_owned();
    let port = Port { name, groups, up: up.unwrap_or(true), security: secure, ..Port::of(nic, standard) };
    let body = free(context, &port);
    context.project.ports.push(port);
    Ok(Response::json(201, &wrapped("port", body)))
}

/// The requested address and its subnet.
fn fixed(context: &Context<'_>, network: &str, wanted: &Value) -> Result<Option<(String, Ipv4Addr)>, Response> {
    let asked = wanted.pointer("/fixed_ips/0").unwrap_or(&Value::Null);
    let Some(address) = text(asked, "ip_address") else { return Ok(None) };
    let address = fields::address("fixed_ips", address)?;
    let project = &context.project;
    let mut subnets = project.subnets.iter().filter(|subnet| subnet.network == network);
    let home = match text(asked, "subnet_id") {
        Some(id) => {
            let subnet = subnets.find(|subnet| subnet.id == id).ok_or_else(|| refuse::missing("subnet", id))?;
            let words = format!("IP address {address} is not a valid IP for the specified subnet.");
            Some(subnet).filter(|subnet| subnet.contains(address)).ok_or(("InvalidIpForSubnet", words))
        }
        None => {
            let words =
                format!("IP address {address} is not a valid IP for any of the subnets on the specified network.");
            subnets.find(|subnet| subnet.contains(address)).ok_or(("InvalidIpForNetwork", words))
        }
    };
    let home = home.map_err(|(kind, words)| refuse::bad(kind, &words))?;
    match project.holder(&home.id, &address.to_string()) {
        Some(_) => Err(refuse::address_taken(&home.id, &address.to_string())),
        None => Ok(Some((home.id.clone(), address))),
    }
}

/// The requested subnet, or the network's first; `None` if it has none, so that the port gets no address. NHN's
/// response is not known.
fn subnet(context: &Context<'_>, network: &str, wanted: &Value) -> Result<Option<String>, Response> {
    let project = &context.project;
    if !project.networks.iter().any(|known| known.id == network) {
        return Err(refuse::missing("network", network));
    }
    let asked = wanted.pointer("/fixed_ips/0/subnet_id").and_then(Value::as_str);
    let mut subnets = project.subnets.iter().filter(|subnet| subnet.network == network);
    let found = match asked {
        Some(asked) => subnets.find(|subnet| subnet.id == asked).ok_or_else(|| refuse::missing("subnet", asked))?,
        None => match subnets.next() {
            None if project.rules == RuleSet::OpenStack => return Ok(None),
            first => first.ok_or_else(|| refuse::no_address(network))?,
        },
    };
    Ok(Some(found.id.clone()))
}

/// Ids of the requested groups; `None` if missing.
fn groups(context: &Context<'_>, wanted: &Value) -> Result<Option<Vec<String>>, Response> {
    let Some(list) = wanted.get("security_groups").and_then(Value::as_array) else { return Ok(None) };
    let mut groups = Vec::new();
    for id in list.iter().filter_map(Value::as_str) {
        let known = context.project.groups.iter().any(|group| group.id == id);
        groups.push(known.then(|| id.to_owned()).ok_or_else(|| refuse::missing("security_group", id))?);
    }
    Ok(Some(groups))
}

fn default_group(project: &Project) -> Vec<String> {
    project.groups.iter().filter(|group| group.name == "default").map(|group| group.id.clone()).collect()
}

/// Name and groups. The instance of a port cannot be changed here (nhn-api.md §3.2: 500).
fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "port")?;
    if wanted.get("device_id").is_some() {
        return Err(neutron(
            500,
            "HTTPInternalServerError",
            "Request Failed: internal server error while processing your request.",
        ));
    }
    let groups = groups(context, &wanted)?;
    let (up, security, now) = (flag(&wanted, "admin_state_up")?, flag(&wanted, "port_security_enabled")?, context.now);
    let server = bound(context.project, id).map(|(server, _)| server.id.clone());
    if let Some(server) = server {
        let names = groups.map(|ids| {
            let known = context.project.groups.iter().filter(|group| ids.contains(&group.id));
            known.map(|group| group.name.clone()).collect::<Vec<_>>()
        });
        if let (Some(server), Some(names)) = (context.project.server_mut(&server), names) {
            server.groups = names;
        }
        let mut unnamed = String::new();
        if let Some(standard) = context.project.standard_mut("ports", id) {
            fields::rename(&wanted, &mut unnamed, standard, now)?;
        }
    } else {
        let port = context.project.ports.iter_mut().find(|port| port.id == id);
        let port = port.ok_or_else(|| refuse::missing("port", id))?;
        let stays = groups.as_ref().unwrap_or(&port.groups);
        if security == Some(false) && !stays.is_empty() {
            let words = "Port has security group associated. Cannot disable port security or IP address until \
                         security group is removed.";
            return Err(refuse::conflict("PortSecurityPortHasSecurityGroup", words));
        }
        port.groups = groups.unwrap_or(std::mem::take(&mut port.groups));
        (port.up, port.security) = (up.unwrap_or(port.up), security.unwrap_or(port.security));
        fields::rename(&wanted, &mut port.name, &mut port.standard, now)?;
    }
    list::read(context, "port", &[id], all(context))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let project = &mut *context.project;
    if let Some((server, nic)) = bound(project, id).map(|(server, nic)| (server.id.clone(), nic.clone())) {
        if let Some(server) = project.server_mut(&server) {
            server.nics.retain(|nic| nic.port != id);
        }
        project.remove_port(id, &nic.subnet, &nic.address);
        return Ok(Response::empty(204));
    }
    let port = project.ports.iter().find(|port| port.id == id).cloned();
    let port = port.ok_or_else(|| refuse::missing("port", id))?;
    if !port.free() {
        let words = format!(
            "Port {id} cannot be deleted directly via the port API: has device owner network:router_interface."
        );
        return Err(refuse::conflict("ServicePortInUse", &words));
    }
    project.remove_port(id, &port.subnet, &port.address);
    Ok(Response::empty(204))
}
