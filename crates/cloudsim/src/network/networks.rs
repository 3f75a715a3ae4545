//! `/networks`: list, create, change, delete.

use serde_json::{Value, json};

use super::fields::{self, Fields, flag};
use super::resource::Resource;
use super::{groups, list, ports, quota, refuse, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};
use crate::model::{Network, Standard};

const FIELDS: Fields = Fields {
    both: &["name", "admin_state_up", "shared", "router:external", "mtu", "port_security_enabled", "is_default"],
    once: &["availability_zone_hints"],
};
/// Fields that only operators may set.
const OPERATORS: [&str; 2] = ["shared", "router:external"];

pub(super) const NETWORKS: Resource = Resource { single: "network", all, create, change, delete };

pub(super) fn all(context: &Context<'_>) -> Vec<Value> {
    context.project.networks.iter().map(|network| show(context, network)).collect()
}

fn show(context: &Context<'_>, network: &Network) -> Value {
    let project = &context.project;
    let subnets = project.subnets.iter().filter(|subnet| subnet.network == network.id);
    let subnets: Vec<&str> = subnets.map(|subnet| subnet.id.as_str()).collect();
    let mut body = json!({
        "id": network.id, "name": network.name, "tenant_id": project.tenant, "project_id": project.tenant,
        "admin_state_up": network.up, "mtu": network.mtu, "status": "ACTIVE", "subnets": subnets, "shared": false,
        "availability_zone_hints": [], "availability_zones": [], "ipv4_address_scope": null,
        "ipv6_address_scope": null, "router:external": network.external,
        "port_security_enabled": network.port_security,
    });
    if let (true, Some(map)) = (network.external, body.as_object_mut()) {
        map.insert("is_default".to_owned(), false.into());
    }
    fields::with(body, &network.standard)
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "network")?;
    FIELDS.of_new(&wanted)?;
    operators(&wanted, "create")?;
    let (name, description) = (groups::text(&wanted, "name")?, groups::text(&wanted, "description")?);
    let (up, security) = (flag(&wanted, "admin_state_up")?, flag(&wanted, "port_security_enabled")?);
    let own = context.project.networks.iter().filter(|network| !network.external).count();
    if quota::full(quota::NETWORKS, own) {
        return Err(refuse::over_quota("network"));
    }
    let standard = Standard { revision: 1, ..Standard::new(context.now) }.described(&description.unwrap_or_default());
    let mut network = Network::new(context.project.rng.uuid(), &name.unwrap_or_default(), standard);
    network.up = up.unwrap_or(true);
    network.port_security = security.unwrap_or(true);
    network.mtu = wanted.get("mtu").and_then(Value::as_u64).unwrap_or(network.mtu);
    let mut body = show(context, &network);
    // Only in responses to creates, and for external networks.
    if let Some(map) = body.as_object_mut() {
        map.insert("is_default".to_owned(), false.into());
    }
    context.project.networks.push(network);
    Ok(Response::json(201, &wrapped("network", body)))
}

/// Whether a member may set these fields.
fn operators(wanted: &Value, verb: &str) -> Result<(), Response> {
    for key in OPERATORS {
        if flag(wanted, key)? == Some(true) {
            return Err(refuse::policy(&format!("(rule:{verb}_network and rule:{verb}_network:{key})")));
        }
    }
    Ok(())
}

/// A network of the project: others are visible but read-only.
fn own<'a>(context: &'a mut Context<'_>, id: &str, verb: &str) -> Result<&'a mut Network, Response> {
    let network = context.project.networks.iter_mut().find(|network| network.id == id);
    let network = network.ok_or_else(|| refuse::missing("network", id))?;
    if network.external { Err(refuse::policy(&format!("rule:{verb}_network"))) } else { Ok(network) }
}

fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "network")?;
    FIELDS.of_change(&wanted)?;
    let (now, up, security) = (context.now, flag(&wanted, "admin_state_up")?, flag(&wanted, "port_security_enabled")?);
    let network = own(context, id, "update")?;
    operators(&wanted, "update")?;
    fields::rename(&wanted, &mut network.name, &mut network.standard, now)?;
    network.up = up.unwrap_or(network.up);
    network.port_security = security.unwrap_or(network.port_security);
    network.mtu = wanted.get("mtu").and_then(Value::as_u64).unwrap_or(network.mtu);
    list::read(context, "network", &[id], all(context))
}

/// Its subnets are deleted with it, if no address on them is in use.
fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    own(context, id, "delete")?;
    let used: Vec<String> = ports::on(context.project, |network, _| network == id);
    if !used.is_empty() {
        let words = format!(
            "Unable to complete operation on network {id}. There are one or more ports still in use on the network, id \
             for these ports is: {}.",
            used.join(",")
        );
        return Err(refuse::conflict("NetworkInUse", &words));
    }
    context.project.subnets.retain(|subnet| subnet.network != id);
    context.project.networks.retain(|network| network.id != id);
    Ok(Response::empty(204))
}

/// The network for a new resource; it must be the project's.
pub(super) fn to_use(context: &Context<'_>, id: &str, what: &str) -> Result<(), Response> {
    let network = context.project.networks.iter().find(|network| network.id == id);
    if network.ok_or_else(|| refuse::missing("network", id))?.external {
        let words = format!("Tenant {} not allowed to create {what} on this network", context.project.tenant);
        return Err(neutron(403, "HTTPForbidden", &words));
    }
    Ok(())
}
