//! VPCs and their subnets (nhn-api.md §3.1), with times that contain a blank and no zone.

use cloud::Timestamp;
use serde_json::{Value, json};

use super::list;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::Network;

fn time(at: Timestamp) -> String {
    at.to_utc().replace('T', " ").trim_end_matches('Z').to_owned()
}

/// The list; a single VPC also has its subnets and routing tables.
pub(super) fn vpcs(context: &Context<'_>, path: &[&str]) -> Answer {
    let project = &context.project;
    let show = |network: &Network| {
        let mut body = json!({
            "id": network.id, "name": network.name, "tenant_id": project.tenant, "state": "available",
            "create_time": time(network.standard.created), "cidrv4": network.cidr, "shared": network.external,
            "router:external": network.external,
        });
        if let ([_], Some(map)) = (path, body.as_object_mut()) {
            let own = |subnet: &Value| subnet.get("vpc_id").and_then(Value::as_str) == Some(&network.id);
            let subnets: Vec<Value> = subnets(context).into_iter().filter(own).collect();
            let tables: Vec<Value> = subnets.iter().filter_map(|s| s.get("routingtable")).take(1).cloned().collect();
            map.insert("subnets".to_owned(), subnets.into());
            map.insert("routingtables".to_owned(), tables.into());
        }
        body
    };
    list::read(context, "vpc", path, project.networks.iter().map(show).collect())
}

pub(super) fn subnets(context: &Context<'_>) -> Vec<Value> {
    let project = &context.project;
    let mut list = Vec::new();
    for subnet in &project.subnets {
        let Some(vpc) = project.networks.iter().find(|network| network.id == subnet.network) else { continue };
        list.push(json!({
            "id": subnet.id, "name": subnet.name, "cidr": subnet.cidr, "vpc_id": subnet.network, "state": "available",
            "gateway": std::net::Ipv4Addr::from(subnet.base + 1).to_string(),
            "available_ip_count": subnet.available(), "create_time": time(subnet.standard.created), "shared": false,
            "router:external": false, "tenant_id": project.tenant, "routes": [],
            "routingtable": {
                "id": vpc.id, "name": format!("vpc-{}", vpc.id), "default_table": true, "explicit": false,
                "gateway_id": subnet.routed.then_some(&vpc.id),
            },
            "vpc": { "id": vpc.id, "name": vpc.name, "cidrv4": vpc.cidr, "shared": false, "state": "available" },
        }));
    }
    list
}
