//! Neutron's networks, subnets, ports and floating IPs.

use serde_json::{Value, json};

use crate::context::Context;
use crate::model::{Floating, Network, Nic, Server, Subnet};

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

pub(super) fn ports(context: &Context<'_>) -> Vec<Value> {
    let servers = context.project.servers().iter().filter(|server| server.wired);
    servers.flat_map(|server| server.nics.iter().map(|nic| port(context, server, nic))).collect()
}

fn port(context: &Context<'_>, server: &Server, nic: &Nic) -> Value {
    let project = &context.project;
    let groups = project.groups.iter().filter(|group| server.groups.contains(&group.name));
    let groups: Vec<&str> = groups.map(|group| group.id.as_str()).collect();
    json!({
        "id": nic.port, "name": "", "status": "ACTIVE", "admin_state_up": true, "network_id": nic.network,
        "device_id": server.id, "device_owner": format!("compute:{}", server.zone), "mac_address": nic.mac,
        "fixed_ips": [{ "subnet_id": nic.subnet, "ip_address": nic.address }], "security_groups": groups,
        "port_security_enabled": true, "allowed_address_pairs": [], "binding:vnic_type": "normal",
        "extra_dhcp_opts": [], "tenant_id": project.tenant,
    })
}

pub(super) fn floating_ips(context: &Context<'_>) -> Vec<Value> {
    let project = &context.project;
    let nics = || project.servers().iter().filter(|server| !server.deleted()).flat_map(|server| &server.nics);
    let show = |ip: &Floating| {
        let nic = ip.port.as_ref().and_then(|port| nics().find(|nic| nic.port == *port));
        json!({
            "id": ip.id, "floating_ip_address": ip.address,
            "status": if ip.active(context.now) { "ACTIVE" } else { "DOWN" }, "port_id": ip.port,
            "fixed_ip_address": nic.map(|nic| &nic.address), "router_id": null, "floating_network_id": ip.pool,
            "tenant_id": project.tenant,
        })
    };
    project.floating.iter().map(show).collect()
}
