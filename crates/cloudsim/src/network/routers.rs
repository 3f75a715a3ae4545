//! `/routers`: list, create, change (including the gateway), delete.

use serde_json::{Value, json};

use super::fields::{self, Fields, flag};
use super::resource::Resource;
use super::{floating, groups, list, quota, refuse, router_ports, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{Gateway, Router, Standard};
use crate::rng::named;

const FIELDS: Fields = Fields {
    both: &["name", "admin_state_up", "external_gateway_info", "routes"],
    once: &["availability_zone_hints", "flavor_id"],
};

const ROUTERS: Resource = Resource { single: "router", all, create, change, delete };

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("PUT", [id, "add_router_interface"]) => router_ports::add(context, id),
        ("PUT", [id, "remove_router_interface"]) => router_ports::remove(context, id),
        _ => ROUTERS.answer(context, path),
    }
}

fn all(context: &Context<'_>) -> Vec<Value> {
    context.project.routers.iter().map(|router| show(&context.project.tenant, router)).collect()
}

pub(super) fn known<'a>(context: &'a mut Context<'_>, id: &str) -> Result<&'a mut Router, Response> {
    let router = context.project.routers.iter_mut().find(|router| router.id == id);
    router.ok_or_else(|| refuse::missing("router", id))
}

fn show(tenant: &str, router: &Router) -> Value {
    let gateway = router.gateway.as_ref().map(|gateway| {
        // Members can read only the id of the operator's subnet.
        let subnet = named(0, "subnet", &gateway.network);
        json!({
            "network_id": gateway.network, "enable_snat": true,
            "external_fixed_ips": [{ "subnet_id": subnet, "ip_address": gateway.address }],
        })
    });
    let body = json!({
        "id": router.id, "name": router.name, "tenant_id": tenant, "project_id": tenant, "admin_state_up": router.up,
        "status": "ACTIVE", "external_gateway_info": gateway, "availability_zones": [], "availability_zone_hints": [],
        "routes": router.routes, "flavor_id": null,
    });
    fields::with(body, &router.standard)
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "router")?;
    FIELDS.of_new(&wanted)?;
    let (name, description) = (groups::text(&wanted, "name")?, groups::text(&wanted, "description")?);
    let (up, gateway) = (flag(&wanted, "admin_state_up")?, gateway(context, &wanted, "create")?.flatten());
    if quota::full(quota::ROUTERS, context.project.routers.len()) {
        return Err(refuse::over_quota("router"));
    }
    let router = Router {
        id: context.project.rng.uuid(),
        name: name.unwrap_or_default(),
        up: up.unwrap_or(true),
        gateway,
        routes: json!([]),
        standard: Standard { revision: 1, ..Standard::new(context.now) }.described(&description.unwrap_or_default()),
    };
    let body = show(&context.project.tenant, &router);
    context.project.routers.push(router);
    Ok(Response::json(201, &wrapped("router", body)))
}

/// The requested gateway; `Some(None)` removes it.
fn gateway(context: &Context<'_>, wanted: &Value, verb: &str) -> Result<Option<Option<Gateway>>, Response> {
    let Some(info) = wanted.get("external_gateway_info") else { return Ok(None) };
    let Some(id) = text(info, "network_id") else { return Ok(Some(None)) };
    fields::uuid("external_gateway_info", id)?;
    if info.get("enable_snat").is_some() {
        let of = |rule: &str| format!("rule:{verb}_router{rule}");
        let (router, info) = (of(""), of(":external_gateway_info"));
        let rule = format!("({router} and ({info} and ({info}:network_id and {info}:enable_snat)))");
        return Err(refuse::policy(&rule));
    }
    let network = context.project.networks.iter().find(|network| network.id == id);
    if !network.ok_or_else(|| refuse::missing("network", id))?.external {
        let words = format!("Bad router request: Network {id} is not an external network.");
        return Err(refuse::bad("BadRequest", &words));
    }
    let address = floating::free_address(context.project).ok_or_else(|| refuse::no_address(id))?;
    Ok(Some(Some(Gateway { network: id.to_owned(), address })))
}

fn change(context: &mut Context<'_>, id: &str) -> Answer {
    let wanted = unwrapped(context, "router")?;
    FIELDS.of_change(&wanted)?;
    let before = known(context, id)?.gateway.clone();
    let (now, up, gateway) = (context.now, flag(&wanted, "admin_state_up")?, gateway(context, &wanted, "update")?);
    let leaves = |network: &str| {
        let to = |gateway: &Option<Gateway>| gateway.as_ref().is_some_and(|gateway| gateway.network == network);
        gateway.as_ref().is_some_and(|gateway| !to(gateway))
    };
    if let Some(Gateway { network, .. }) = before.as_ref().filter(|before| leaves(&before.network))
        && router_ports::floating_ips(context.project, id, None)
    {
        let words = format!(
            "Gateway cannot be updated for router {id}, since a gateway to external network {network} is required by \
             one or more floating IPs."
        );
        return Err(refuse::conflict("RouterExternalGatewayInUseByFloatingIp", &words));
    }
    if let Some(routes) = wanted.get("routes") {
        router_ports::reachable(context.project, id, routes)?;
    }
    let router = known(context, id)?;
    fields::rename(&wanted, &mut router.name, &mut router.standard, now)?;
    router.up = up.unwrap_or(router.up);
    if let Some(routes) = wanted.get("routes") {
        router.routes = routes.clone();
    }
    match (gateway, &router.gateway) {
        // The same network keeps its address.
        (Some(Some(new)), Some(old)) if new.network == old.network => {}
        (Some(new), _) => router.gateway = new,
        (None, _) => {}
    }
    list::read(context, "router", &[id], all(context))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    known(context, id)?;
    let ports = context.project.ports.iter().filter(|port| port.router.as_deref() == Some(id));
    let ports: Vec<&str> = ports.map(|port| port.id.as_str()).collect();
    if !ports.is_empty() {
        let words = format!("Router {id} has ports still attached: {}", ports.join(", "));
        return Err(refuse::conflict("RouterInUse", &words));
    }
    context.project.routers.retain(|router| router.id != id);
    Ok(Response::empty(204))
}
