//! A router's interfaces on subnets.

use cloud::Cidr;
use serde_json::{Value, json};

use super::{fields, ranges, refuse, routers, text};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};
use crate::model::{Port, Project, Subnet};

fn bad(words: &str) -> Response {
    refuse::bad("BadRequest", &format!("Bad router request: {words}"))
}

fn shown(context: &Context<'_>, router: &str, port: &Port) -> Response {
    Response::json(
        200,
        &json!({
            "id": router, "tenant_id": context.project.tenant, "port_id": port.id, "network_id": port.network,
            "subnet_id": port.subnet, "subnet_ids": [port.subnet],
        }),
    )
}

/// The subnet or port in a body; must look like an id.
enum End {
    Subnet(String),
    Port(String),
}

fn end(wanted: &Value) -> Result<End, Response> {
    let of = |key: &str| text(wanted, key);
    let (id, end): (_, fn(String) -> End) = match (of("port_id"), of("subnet_id")) {
        (Some(port), _) => (port, End::Port),
        (None, Some(subnet)) => (subnet, End::Subnet),
        (None, None) => return Err(bad("Either subnet_id or port_id must be specified.")),
    };
    if fields::is_uuid(id) { Ok(end(id.to_owned())) } else { Err(bad(&fields::no_uuid(id))) }
}

/// The interfaces of a router.
fn interfaces<'a>(project: &'a Project, router: &'a str) -> impl Iterator<Item = &'a Port> {
    project.ports.iter().filter(move |port| port.router.as_deref() == Some(router))
}

pub(super) fn add(context: &mut Context<'_>, router: &str) -> Answer {
    routers::known(context, router)?;
    let port = match end(&context.body())? {
        End::Subnet(id) => {
            let subnet = context.project.subnets.iter().find(|subnet| subnet.id == id);
            let subnet = subnet.ok_or_else(|| refuse::missing("subnet", &id))?;
            let gateway = subnet.gateway;
            check(context.project, router, subnet)?;
            let gateway = gateway.ok_or_else(|| bad("Subnet for router interface must have a gateway IP."))?;
            if context.project.holder(&id, &gateway.to_string()).is_some() {
                return Err(refuse::address_taken(&id, &gateway.to_string()));
            }
            let now = context.now;
            context.project.connect(router, &id, gateway, now).unwrap_or_default()
        }
        End::Port(id) => {
            let port = context.project.ports.iter().find(|port| port.id == id);
            let port = port.ok_or_else(|| refuse::missing("port", &id))?;
            if let Some(device) = &port.router {
                let words = format!(
                    "Unable to complete operation on port {id} for network {}. Port already has an attached device \
                     {device}.",
                    port.network
                );
                return Err(refuse::conflict("PortInUse", &words));
            }
            if port.address.is_empty() {
                return Err(bad("Router port must have at least one fixed IP"));
            }
            if let Some(subnet) = context.project.subnets.iter().find(|subnet| subnet.id == port.subnet) {
                check(context.project, router, subnet)?;
            }
            id
        }
    };
    let known = context.project.ports.iter_mut().find(|known| known.id == port);
    let known = known.ok_or_else(|| refuse::missing("port", &port))?;
    known.router = Some(router.to_owned());
    let known = known.clone();
    Ok(shown(context, router, &known))
}

/// Whether an interface on this subnet can be added to a router.
fn check(project: &Project, router: &str, subnet: &Subnet) -> Result<(), Response> {
    for port in interfaces(project, router) {
        let id = &subnet.id;
        if port.subnet == *id {
            return Err(bad(&format!("Router already has a port on subnet {id}.")));
        }
        let other = project.subnets.iter().find(|other| other.id == port.subnet);
        let range = Cidr::parse(&subnet.cidr);
        if let (Some(other), Some(range)) = (other, range)
            && ranges::overlap(&other.cidr, range)
        {
            let words =
                format!("Cidr {range} of subnet {id} overlaps with cidr {} of subnet {}.", other.cidr, other.id);
            return Err(bad(&words));
        }
    }
    Ok(())
}

pub(super) fn remove(context: &mut Context<'_>, router: &str) -> Answer {
    routers::known(context, router)?;
    let end = end(&context.body())?;
    let found = interfaces(context.project, router).find(|port| match &end {
        End::Subnet(id) => port.subnet == *id,
        End::Port(id) => port.id == *id,
    });
    let Some(port) = found.cloned() else {
        return Err(match end {
            End::Subnet(id) => {
                let words = format!("Router {router} has no interface on subnet {id}");
                neutron(404, "RouterInterfaceNotFoundForSubnet", &words)
            }
            End::Port(id) => {
                let words = format!("Router {router} does not have an interface with id {id}");
                neutron(404, "RouterInterfaceNotFound", &words)
            }
        });
    };
    if floating_ips(context.project, router, Some(&port.subnet)) {
        let words = format!(
            "Router interface for subnet {} on router {router} cannot be deleted, as it is required by one or more \
             floating IPs.",
            port.subnet
        );
        return Err(refuse::conflict("RouterInterfaceInUseByFloatingIP", &words));
    }
    context.project.remove_port(&port.id, &port.subnet, &port.address);
    Ok(shown(context, router, &port))
}

/// Whether floating IPs use the router, for this subnet or any.
pub(super) fn floating_ips(project: &Project, router: &str, subnet: Option<&str>) -> bool {
    let mut subnets = project.floating.iter().filter_map(|ip| super::floating::subnet(project, ip.port.as_deref()?));
    subnets
        .any(|of| subnet.is_none_or(|subnet| subnet == of) && project.way_out(&of).is_some_and(|way| way.id == router))
}

/// Whether the next hop of each route is on a subnet of the router.
pub(super) fn reachable(project: &Project, router: &str, routes: &Value) -> Result<(), Response> {
    let near = |hop: std::net::Ipv4Addr| {
        let mut subnets = interfaces(project, router)
            .flat_map(|port| project.subnets.iter().filter(|subnet| subnet.id == port.subnet));
        subnets.any(|subnet| subnet.contains(hop))
    };
    for route in routes.as_array().into_iter().flatten() {
        let (destination, hop) = (text(route, "destination"), text(route, "nexthop"));
        if !hop.and_then(|hop| hop.parse().ok()).is_some_and(near) {
            let words = format!(
                "Invalid format for routes: [{{'destination': '{}', 'nexthop': '{}'}}], the nexthop is not connected \
                 with router",
                destination.unwrap_or_default(),
                hop.unwrap_or_default()
            );
            return Err(refuse::bad("InvalidRoutes", &words));
        }
    }
    Ok(())
}
