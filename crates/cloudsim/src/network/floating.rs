//! `/floatingips` (row N04): list, create, associate, disassociate, delete.

use cloud::Timestamp;
use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::{fields, groups, list, ports, quota, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::clock::later;
use crate::context::Context;
use crate::errors::{Answer, neutron};
use crate::model::{Floating, Project, Standard};

/// How long after associating it is `ACTIVE` and in the instance's addresses, ms.
const ACTIVE_MS: i64 = 2_000;
/// How long after an instance's creation nothing can be associated with it, ms: the network service learns of a port
/// later than compute.
const FRESH_MS: i64 = 7_000;
/// The last octet of the first public address.
const FIRST: u8 = 9;

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", _) => read(context, path),
        ("POST", []) => create(context),
        ("PUT", [id]) => change(context, id),
        ("DELETE", [id]) => {
            known(context.project, id)?;
            context.project.floating.retain(|ip| ip.id != *id);
            Ok(Response::empty(204))
        }
        _ => Err(refuse::unknown()),
    }
}

fn read(context: &Context<'_>, path: &[&str]) -> Answer {
    let all = context.project.floating.iter().map(|ip| show(context, ip)).collect();
    list::read(context, "floatingip", path, all)
}

fn known<'a>(project: &'a Project, id: &str) -> Result<&'a Floating, Response> {
    project.floating.iter().find(|ip| ip.id == id).ok_or_else(|| refuse::missing("floatingip", id))
}

fn show(context: &Context<'_>, ip: &Floating) -> Value {
    let project = &context.project;
    let fixed = ip.port.as_deref().and_then(|port| target(project, port)).map(|target| target.address);
    let nhn = project.rules == RuleSet::Nhn;
    // NHN's routers cannot be listed.
    let router = ip.port.as_deref().and_then(|port| match nhn {
        true => project.networks.first().map(|network| &network.id),
        false => project.way_out(&subnet(project, port)?).map(|router| &router.id),
    });
    let body = json!({
        "id": ip.id, "floating_ip_address": ip.address, "port_id": ip.port, "fixed_ip_address": fixed,
        "status": if ip.active(context.now) { "ACTIVE" } else { "DOWN" }, "router_id": router,
        "floating_network_id": ip.pool, "tenant_id": project.tenant,
    });
    if nhn {
        return body;
    }
    let mut body = fields::with(body, &ip.standard);
    if let Some(map) = body.as_object_mut() {
        map.insert("project_id".to_owned(), json!(project.tenant));
        map.insert("port_details".to_owned(), ip.port.as_deref().map_or(Value::Null, |port| details(context, port)));
    }
    body
}

/// A floating IP's `port_details`.
fn details(context: &Context<'_>, port: &str) -> Value {
    let port = ports::one(context, port).unwrap_or_default();
    let keys = ["name", "network_id", "mac_address", "admin_state_up", "status", "device_id", "device_owner"];
    keys.into_iter().map(|key| (key.to_owned(), port.get(key).cloned().unwrap_or_default())).collect()
}

/// The subnet of a port's address.
pub(super) fn subnet(project: &Project, port: &str) -> Option<String> {
    target(project, port).map(|target| target.subnet)
}

/// A port that can be associated.
struct Target {
    subnet: String,
    address: String,
    /// When its instance was created; `None`: unattached.
    made: Option<Timestamp>,
}

fn target(project: &Project, port: &str) -> Option<Target> {
    if let Some((server, nic)) = ports::bound(project, port) {
        let (subnet, address) = (nic.subnet.clone(), nic.address.clone());
        return Some(Target { subnet, address, made: Some(server.created) });
    }
    let port = project.ports.iter().find(|known| known.id == port && known.free())?;
    Some(Target { subnet: port.subnet.clone(), address: port.address.clone(), made: None })
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "floatingip")?;
    let required = "Failed to parse request. Required attribute 'floating_network_id' not specified";
    let pool = text(&wanted, "floating_network_id").ok_or_else(|| refuse::bad("HTTPBadRequest", required))?;
    let network = context.project.networks.iter().find(|network| network.id == pool);
    if !network.ok_or_else(|| refuse::missing("network", pool))?.external {
        let words = format!("Bad floatingip request: Network {pool} is not a valid external network.");
        return Err(refuse::bad("BadRequest", &words));
    }
    let port = text(&wanted, "port_id");
    if let Some(port) = port {
        check(context, pool, port, None)?;
    }
    if quota::full(context.project.quota.floating_ips, context.project.floating.len()) {
        return Err(refuse::over_quota("floatingip"));
    }
    let Some(address) = free_address(context.project) else {
        return Err(refuse::no_address(pool));
    };
    let described = groups::text(&wanted, "description")?.unwrap_or_default();
    let (id, active_from) = (context.project.rng.uuid(), soon(context));
    let standard = Standard::new(context.now).described(&described);
    let ip = Floating { id, address, pool: pool.to_owned(), port: port.map(str::to_owned), active_from, standard };
    let body = show(context, &ip);
    context.project.floating.push(ip);
    Ok(Response::json(201, &wrapped("floatingip", body)))
}

/// The first public address that neither a floating IP nor a router uses.
pub(super) fn free_address(project: &Project) -> Option<String> {
    let gateways = || project.routers.iter().filter_map(|router| router.gateway.as_ref());
    let taken = |address: &String| {
        let floating = project.floating.iter().any(|ip| ip.address == *address);
        floating || gateways().any(|gateway| gateway.address == *address)
    };
    (FIRST..=254).map(|last| format!("{}.{last}", project.public)).find(|address| !taken(address))
}

fn soon(context: &Context<'_>) -> Timestamp {
    later(context.now, context.project.takes_ms(ACTIVE_MS))
}

/// Associates, or disassociates with `port_id: null`. The response still says `DOWN` (nhn-api.md §3.3).
fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "floatingip")?;
    let pool = known(context.project, id)?.pool.clone();
    let port = text(&wanted, "port_id").map(str::to_owned);
    if let Some(port) = &port {
        check(context, &pool, port, Some(id))?;
    }
    let described = groups::text(&wanted, "description")?;
    let (active_from, now) = (soon(context), context.now);
    if let Some(ip) = context.project.floating.iter_mut().find(|ip| ip.id == id) {
        // Other changes do not affect the port.
        if wanted.get("port_id").is_some() || described.is_none() {
            ip.port = port;
            ip.active_from = active_from;
        }
        ip.standard.description = described.unwrap_or(std::mem::take(&mut ip.standard.description));
        ip.standard.touch(now);
    }
    read(context, &[id])
}

/// Whether a subnet has a route to the external network.
fn reaches(project: &Project, subnet: &str, pool: &str) -> bool {
    match project.rules {
        RuleSet::Nhn => !project.subnets.iter().any(|known| known.id == subnet && !known.routed),
        RuleSet::OpenStack => {
            let gateway = project.way_out(subnet).and_then(|router| router.gateway.as_ref());
            gateway.is_some_and(|gateway| gateway.network == pool)
        }
    }
}

/// Whether an address of the pool can be associated with the port.
fn check(context: &Context<'_>, pool: &str, port: &str, ip: Option<&str>) -> Result<(), Response> {
    let project = &context.project;
    let grown_up =
        |target: &Target| target.made.is_none_or(|made| later(made, project.takes_ms(FRESH_MS)) <= context.now);
    let target = target(project, port).filter(grown_up).ok_or_else(|| refuse::missing("port", port))?;
    if !reaches(project, &target.subnet, pool) {
        let words = format!(
            "External network {pool} is not reachable from subnet {}.  Therefore, cannot associate Port {port} with a \
             Floating IP.",
            target.subnet
        );
        return Err(neutron(404, "ExternalGatewayForFloatingIPNotFound", &words));
    }
    match project.floating.iter().find(|other| other.port.as_deref() == Some(port) && Some(other.id.as_str()) != ip) {
        Some(other) => Err(refuse::conflict(
            "FloatingIPPortAlreadyAssociated",
            &format!(
                "Cannot associate floating IP {} ({}) with port {port} using fixed IP {}, as that fixed IP already has \
                 a floating IP on external network {pool}.",
                other.address, other.id, target.address
            ),
        )),
        None => Ok(()),
    }
}
