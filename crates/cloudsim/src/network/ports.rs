//! `/ports`: those of instances, and free ones that were made beforehand (row N03).

use serde_json::{Value, json};

use super::{list, quota, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};
use crate::model::{Nic, Port, Project, Server};

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", _) => list::read(context, "port", path, all(context)),
        ("POST", []) => create(context),
        ("PUT", [id]) => change(context, id),
        ("DELETE", [id]) => delete(context, id),
        _ => Err(refuse::unknown()),
    }
}

/// How many ports a project has.
pub(super) fn count(project: &Project) -> usize {
    let alive = project.servers().iter().filter(|server| !server.deleted());
    project.ports.len() + alive.map(|server| server.nics.len()).sum::<usize>()
}

/// The instance and interface of a port that Neutron knows already.
pub(super) fn bound<'a>(project: &'a Project, port: &str) -> Option<(&'a Server, &'a Nic)> {
    let wired = project.servers().iter().filter(|server| server.wired && !server.deleted());
    wired.flat_map(|server| server.nics.iter().map(move |nic| (server, nic))).find(|(_, nic)| nic.port == port)
}

fn all(context: &Context<'_>) -> Vec<Value> {
    let project = &context.project;
    // A project of a hundred thousand is asked for the ports of one: only those are made.
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
    json!({
        "id": nic.port, "name": nic.made_before.as_ref().map_or("", |port| port.name.as_str()), "status": "ACTIVE",
        "admin_state_up": true, "network_id": nic.network, "device_id": server.id,
        "device_owner": format!("compute:{}", server.zone), "mac_address": nic.mac,
        "fixed_ips": [{ "subnet_id": nic.subnet, "ip_address": nic.address }], "security_groups": groups,
        "port_security_enabled": true, "allowed_address_pairs": [], "binding:vnic_type": "normal",
        "extra_dhcp_opts": [], "tenant_id": project.tenant, "project_id": project.tenant,
    })
}

fn free(context: &Context<'_>, port: &Port) -> Value {
    let tenant = &context.project.tenant;
    json!({
        "id": port.id, "name": port.name, "status": "DOWN", "admin_state_up": true, "network_id": port.network,
        "device_id": "", "device_owner": "", "mac_address": port.mac,
        "fixed_ips": [{ "subnet_id": port.subnet, "ip_address": port.address }], "security_groups": port.groups,
        "port_security_enabled": true, "allowed_address_pairs": [], "binding:vnic_type": "normal",
        "extra_dhcp_opts": [], "tenant_id": tenant, "project_id": tenant,
    })
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "port")?;
    let required = "Failed to parse request. Required attribute 'network_id' not specified";
    let network = text(&wanted, "network_id").ok_or_else(|| refuse::bad("HTTPBadRequest", required))?;
    let subnet = subnet(context, network, &wanted)?;
    let groups = groups(context, &wanted)?.unwrap_or_else(|| default_group(context.project));
    if quota::full(context.project.quota.ports, count(context.project)) {
        return Err(refuse::over_quota("port"));
    }
    let Some(nic) = context.project.nic(&subnet) else {
        let words = format!("No more IP addresses available on network {network}.");
        return Err(refuse::conflict("IpAddressGenerationFailure", &words));
    };
    let name = text(&wanted, "name").unwrap_or_default().to_owned();
    let Nic { port: id, network, subnet, address, mac, .. } = nic;
    let port = Port { id, name, network, subnet, address, mac, groups };
    let body = free(context, &port);
    context.project.ports.push(port);
    Ok(Response::json(201, &wrapped("port", body)))
}

/// The subnet asked for, or the network's first.
fn subnet(context: &Context<'_>, network: &str, wanted: &Value) -> Result<String, Response> {
    let project = &context.project;
    if !project.networks.iter().any(|known| known.id == network) {
        return Err(refuse::missing("network", network));
    }
    let asked = wanted.pointer("/fixed_ips/0/subnet_id").and_then(Value::as_str);
    let mut subnets = project.subnets.iter().filter(|subnet| subnet.network == network);
    let found = match asked {
        Some(asked) => subnets.find(|subnet| subnet.id == asked).ok_or_else(|| refuse::missing("subnet", asked))?,
        None => subnets.next().ok_or_else(|| {
            let words = format!("No more IP addresses available on network {network}.");
            refuse::conflict("IpAddressGenerationFailure", &words)
        })?,
    };
    Ok(found.id.clone())
}

/// Ids of the groups asked for; `None` when nothing is said.
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

/// Name and groups. Which instance a port belongs to cannot be changed here (nhn-api.md §3.2: 500).
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
    let named = text(&wanted, "name").map(str::to_owned);
    let server = bound(context.project, id).map(|(server, _)| server.id.clone());
    if let Some(server) = server {
        let names = groups.map(|ids| {
            let known = context.project.groups.iter().filter(|group| ids.contains(&group.id));
            known.map(|group| group.name.clone()).collect::<Vec<_>>()
        });
        if let (Some(server), Some(names)) = (context.project.server_mut(&server), names) {
            server.groups = names;
        }
    } else {
        let port = context.project.ports.iter_mut().find(|port| port.id == id);
        let port = port.ok_or_else(|| refuse::missing("port", id))?;
        port.groups = groups.unwrap_or(std::mem::take(&mut port.groups));
        port.name = named.unwrap_or(std::mem::take(&mut port.name));
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
    project.remove_port(id, &port.subnet, &port.address);
    Ok(Response::empty(204))
}
