//! `/subnets`: list, create, change, delete.

use serde_json::{Value, json};

use super::fields::{self, Fields, flag};
use super::resource::Resource;
use super::{groups, list, networks, ports, quota, ranges, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{Standard, Subnet};

const FIELDS: Fields = Fields {
    both: &["name", "enable_dhcp", "gateway_ip", "dns_nameservers", "host_routes", "allocation_pools", "service_types"],
    once: &["network_id", "cidr", "ip_version", "ipv6_ra_mode", "ipv6_address_mode", "subnetpool_id", "prefixlen"],
};

pub(super) const SUBNETS: Resource = Resource { single: "subnet", all, create, change, delete };

pub(super) fn all(context: &Context<'_>) -> Vec<Value> {
    context.project.subnets.iter().map(|subnet| show(&context.project.tenant, subnet)).collect()
}

fn show(tenant: &str, subnet: &Subnet) -> Value {
    let pools: Vec<Value> =
        subnet.pools.iter().map(|(start, end)| json!({ "start": start.to_string(), "end": end.to_string() })).collect();
    let body = json!({
        "id": subnet.id, "name": subnet.name, "tenant_id": tenant, "project_id": tenant,
        "network_id": subnet.network, "ip_version": 4, "subnetpool_id": null, "enable_dhcp": subnet.dhcp,
        "ipv6_ra_mode": null, "ipv6_address_mode": null,
        "gateway_ip": subnet.gateway.map(|gateway| gateway.to_string()), "cidr": subnet.cidr,
        "allocation_pools": pools, "host_routes": subnet.routes, "dns_nameservers": subnet.dns, "service_types": [],
    });
    fields::with(body, &subnet.standard)
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "subnet")?;
    FIELDS.of_new(&wanted)?;
    for key in ["network_id", "ip_version"] {
        if wanted.get(key).is_none_or(Value::is_null) {
            let words = format!("Failed to parse request. Required attribute '{key}' not specified");
            return Err(refuse::bad("HTTPBadRequest", &words));
        }
    }
    let network = fields::uuid("network_id", text(&wanted, "network_id").unwrap_or_default())?.to_owned();
    networks::to_use(context, &network, "subnet")?;
    let plan = ranges::read(&wanted)?;
    let overlaps = |subnet: &&Subnet| subnet.network == network && ranges::overlap(&subnet.cidr, plan.cidr);
    if context.project.subnets.iter().any(|subnet| overlaps(&subnet)) {
        let (cidr, id) = (&plan.cidr, &network);
        let words = format!("Requested subnet with cidr: {cidr} for network: {id} overlaps with another subnet.");
        return Err(refuse::input(&words));
    }
    let (name, description) = (groups::text(&wanted, "name")?, groups::text(&wanted, "description")?);
    let (dhcp, dns) = (flag(&wanted, "enable_dhcp")?.unwrap_or(true), dns(&wanted)?.unwrap_or_default());
    if quota::full(quota::SUBNETS, context.project.subnets.len()) {
        return Err(refuse::over_quota("subnet"));
    }
    let (reserved, size) = plan.given();
    let subnet = Subnet {
        id: context.project.rng.uuid(),
        name: name.unwrap_or_default(),
        network,
        cidr: plan.cidr.to_string(),
        routed: false,
        base: plan.base,
        reserved,
        size,
        used: 0,
        returned: Vec::new(),
        claimed: plan.between(),
        gateway: plan.gateway,
        dhcp,
        pools: plan.pools,
        dns,
        routes: wanted.get("host_routes").cloned().unwrap_or_else(|| json!([])),
        standard: Standard::new(context.now).described(&description.unwrap_or_default()),
    };
    let body = show(&context.project.tenant, &subnet);
    context.project.subnets.push(subnet);
    Ok(Response::json(201, &wrapped("subnet", body)))
}

fn dns(wanted: &Value) -> Result<Option<Vec<String>>, Response> {
    let Some(list) = wanted.get("dns_nameservers").and_then(Value::as_array) else { return Ok(None) };
    let one = |server: &Value| {
        let server = server.as_str().unwrap_or_default();
        let words = || {
            let why = format!("'{server}' is not a valid nameserver. '{server}' is not a valid IP address.");
            format!("Invalid input for dns_nameservers. Reason: {why}")
        };
        let valid = server.parse::<std::net::IpAddr>().is_ok();
        if valid { Ok(server.to_owned()) } else { Err(refuse::bad("HTTPBadRequest", &words())) }
    };
    list.iter().map(one).collect::<Result<_, _>>().map(Some)
}

fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "subnet")?;
    FIELDS.of_change(&wanted)?;
    let (now, dhcp, dns) = (context.now, flag(&wanted, "enable_dhcp")?, dns(&wanted)?);
    let gateway = match wanted.get("gateway_ip") {
        Some(Value::String(text)) => Some(Some(fields::address("gateway_ip", text)?)),
        Some(_) => Some(None),
        None => None,
    };
    let subnet = context.project.subnets.iter_mut().find(|subnet| subnet.id == id);
    let subnet = subnet.ok_or_else(|| refuse::missing("subnet", id))?;
    let used = gateway.is_some() && context.project.ports.iter().any(|port| port.router.is_some() && port.subnet == id);
    if let (true, Some(address)) = (used, subnet.gateway) {
        let words = format!("Current gateway ip {address} already in use by port. Unable to update.");
        return Err(refuse::conflict("GatewayIpInUse", &words));
    }
    fields::rename(&wanted, &mut subnet.name, &mut subnet.standard, now)?;
    subnet.dhcp = dhcp.unwrap_or(subnet.dhcp);
    subnet.dns = dns.unwrap_or(std::mem::take(&mut subnet.dns));
    subnet.gateway = gateway.unwrap_or(subnet.gateway);
    if let Some(routes) = wanted.get("host_routes") {
        subnet.routes = routes.clone();
    }
    list::read(context, "subnet", &[id], all(context))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    if !context.project.subnets.iter().any(|subnet| subnet.id == id) {
        return Err(refuse::missing("subnet", id));
    }
    if !ports::on(context.project, |_, subnet| subnet == id).is_empty() {
        let words = format!(
            "Unable to complete operation on subnet {id}: One or more ports have an IP allocation from this subnet."
        );
        return Err(refuse::conflict("SubnetInUse", &words));
    }
    context.project.subnets.retain(|subnet| subnet.id != id);
    Ok(Response::empty(204))
}
