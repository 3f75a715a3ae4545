//! Neutron's networks and subnets.

use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{Network, Subnet};

pub(super) fn networks(context: &Context<'_>) -> Vec<Value> {
    let project = &context.project;
    let show = |network: &Network| {
        let subnets = project.subnets.iter().filter(|subnet| subnet.network == network.id);
        let subnets: Vec<&str> = subnets.map(|subnet| subnet.id.as_str()).collect();
        let mut body = json!({
            "id": network.id, "name": network.name, "tenant_id": project.tenant, "project_id": project.tenant,
            "admin_state_up": true, "mtu": 1450, "status": "ACTIVE", "subnets": subnets, "shared": false,
            "availability_zone_hints": [], "availability_zones": [], "ipv4_address_scope": null,
            "ipv6_address_scope": null, "router:external": network.external, "description": "",
            "port_security_enabled": true, "tags": [], "created_at": network.created.to_utc(),
            "updated_at": network.created.to_utc(), "revision_number": 2,
        });
        if let (true, Some(map)) = (network.external, body.as_object_mut()) {
            map.insert("is_default".to_owned(), false.into());
        }
        body
    };
    project.networks.iter().map(show).collect()
}

pub(super) fn subnets(context: &Context<'_>) -> Vec<Value> {
    let tenant = &context.project.tenant;
    let show = |subnet: &Subnet| {
        let at = |number: u32| std::net::Ipv4Addr::from(subnet.base.saturating_add(number)).to_string();
        json!({
            "id": subnet.id, "name": subnet.name, "tenant_id": tenant, "project_id": tenant,
            "network_id": subnet.network, "ip_version": 4, "subnetpool_id": null, "enable_dhcp": true,
            "ipv6_ra_mode": null, "ipv6_address_mode": null, "gateway_ip": at(1), "cidr": subnet.cidr,
            "allocation_pools": [{ "start": at(2), "end": at(subnet.size + 10) }], "host_routes": [],
            "dns_nameservers": [], "description": "", "service_types": [], "tags": [],
            "created_at": subnet.created.to_utc(), "updated_at": subnet.created.to_utc(), "revision_number": 0,
        })
    };
    context.project.subnets.iter().map(show).collect()
}

/// What this Neutron can do beyond its core: clients ask before they use it.
pub(super) fn extensions(context: &Context<'_>, path: &[&str]) -> Answer {
    if context.request.method != "GET" || !path.is_empty() {
        return Err(super::refuse::unknown());
    }
    let known = ["external-net", "router", "security-group", "quotas", "quota_details", "pagination", "sorting"];
    let show = |alias: &&str| json!({ "alias": alias, "name": alias, "description": "", "links": [], "updated": "" });
    Ok(Response::json(200, &json!({ "extensions": known.iter().map(show).collect::<Vec<Value>>() })))
}
