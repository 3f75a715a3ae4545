//! `os-interface`: network interfaces of an instance. NHN answers 404 to all of it (nhn-api.md §5.5, measured).

use cloud::config::RuleSet;
use cloud::rules::lifecycle::Action;
use cloud::rules::offers::Feature;
use serde_json::{Value, json};

use super::nics::{self, Wish};
use super::{allowed, find};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, fault, no_such_path, not_found};
use crate::faults;
use crate::model::Nic;

pub(super) fn answer(context: &mut Context<'_>, id: &str, path: &[&str]) -> Answer {
    context.offered(Feature::Interfaces)?;
    if context.project.rules == RuleSet::Nhn {
        return Err(no_such_path());
    }
    match (context.request.method.as_str(), path) {
        ("GET", []) => {
            let list: Vec<Value> = find(context, id)?.nics.iter().map(|nic| show(context, nic)).collect();
            Ok(Response::json(200, &json!({ "interfaceAttachments": list })))
        }
        ("GET", [port]) => {
            let nic = find(context, id)?.nics.iter().find(|nic| nic.port == *port);
            let nic = nic.ok_or_else(|| no_port(port))?;
            Ok(Response::json(200, &json!({ "interfaceAttachment": show(context, nic) })))
        }
        ("POST", []) => attach(context, id),
        ("DELETE", [port]) => detach(context, id, port),
        _ => Err(no_such_path()),
    }
}

fn show(context: &Context<'_>, nic: &Nic) -> Value {
    let mut body = json!({ "net_id": nic.network, "port_id": nic.port, "mac_addr": nic.mac, "port_state": "ACTIVE",
            "fixed_ips": [{ "subnet_id": nic.subnet, "ip_address": nic.address }] });
    if let (true, Some(map)) = (context.since(70), body.as_object_mut()) {
        map.insert("tag".to_owned(), Value::Null);
    }
    body
}

fn no_port(port: &str) -> Response {
    not_found(&format!("Port {port} could not be found."))
}

fn attach(context: &mut Context<'_>, id: &str) -> Answer {
    let body = context.body();
    let wanted = body.get("interfaceAttachment").cloned().unwrap_or_default();
    let text = |key: &str| wanted.get(key).and_then(Value::as_str);
    let server = find(context, id)?;
    faults::on_action(server, "attach_interface")?;
    allowed::check(server, Action::AttachInterface, "attach_interface")?;
    let fixed = wanted.pointer("/fixed_ips/0/ip_address").and_then(Value::as_str);
    let wish = match (text("net_id"), text("port_id")) {
        (Some(_), Some(_)) => return Err(bad_request("Must not input both network_id and port_id")),
        (None, None) if fixed.is_some() => return Err(bad_request("Must input network_id when request IP address")),
        // Where a create returns 400, this returns 404.
        (None, Some(port)) => nics::of_port(context, port).map_err(|refusal| as_missing(refusal, port))?,
        (Some(network), None) => nics::of_network(context, network, fixed).map_err(|refusal| lost(refusal, network))?,
        (None, None) => {
            let only = context.project.subnets.first().map(|subnet| subnet.id.clone());
            Wish::Subnet { subnet: only.unwrap_or_default(), fixed: None }
        }
    };
    let nic = nics::make(context, &wish).ok_or_else(|| bad_request("No fixed IP addresses available."))?;
    let shown = show(context, &nic);
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        server.nics.push(nic);
        server.updated = now;
    }
    Ok(Response::json(200, &json!({ "interfaceAttachment": shown })))
}

/// In Nova only the host notices that the network does not exist, and the service passes on an unexpected error.
fn lost(refusal: Response, network: &str) -> Response {
    if !is_missing(&refusal, network) {
        return refusal;
    }
    let words = "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API \
                 log if possible.\n<class 'oslo_messaging.rpc.client.RemoteError'>";
    fault(500, "computeFault", words)
}

fn as_missing(refusal: Response, what: &str) -> Response {
    if is_missing(&refusal, what) { not_found(&message(&refusal)) } else { refusal }
}

fn is_missing(refusal: &Response, what: &str) -> bool {
    message(refusal).ends_with(&format!("{what} could not be found."))
}

fn message(refusal: &Response) -> String {
    refusal.value().pointer("/badRequest/message").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn detach(context: &mut Context<'_>, id: &str, port: &str) -> Answer {
    let server = find(context, id)?;
    faults::on_action(server, "detach_interface")?;
    allowed::check(server, Action::DetachInterface, "detach_interface")?;
    let at = server.nics.iter().position(|nic| nic.port == port).ok_or_else(|| no_port(port))?;
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        let nic = server.nics.remove(at);
        server.updated = now;
        context.project.free(vec![nic]);
    }
    Ok(Response::empty(202))
}
