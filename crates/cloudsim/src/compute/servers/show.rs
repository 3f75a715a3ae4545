//! The JSON of an instance, field by field as a real Nova sends it (samples 047, 048, 065, 070, 131, 137, 165), plus
//! NHN's fields.

use cloud::config::RuleSet;
use serde_json::{Map, Value, json};

use crate::clock::micros;
use crate::compute::flavors::embedded;
use crate::context::Context;
use crate::model::{Disk, Nic, Server, VmState};

/// The statuses in which Nova reports progress.
const PROGRESS: [&str; 6] = ["ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE", "MIGRATING"];

/// `GET /servers`: id, name, links.
pub(super) fn name(context: &Context<'_>, version: &str, server: &Server) -> Value {
    json!({ "id": server.id, "name": server.name, "links": links(context, version, server) })
}

/// `GET /servers/{id}`: all fields, since 2.71 with its placement policy.
pub(super) fn one(context: &Context<'_>, version: &str, server: &Server) -> Value {
    let mut body = full(context, version, server);
    if let (true, Some(map)) = (context.since(71), body.as_object_mut()) {
        let groups = context.project.server_groups.iter().filter(|group| group.members.contains(&server.id));
        map.insert("server_groups".to_owned(), groups.map(|group| group.id.as_str()).collect::<Vec<_>>().into());
    }
    body
}

/// The response to a change: short; all fields since 2.75.
pub(super) fn changed(context: &Context<'_>, version: &str, server: &Server) -> Value {
    if context.since(75) { one(context, version, server) } else { short(context, version, server) }
}

/// All fields except its placement policy, as in lists.
pub(super) fn full(context: &Context<'_>, version: &str, server: &Server) -> Value {
    let mut body = common(context, version, server, true);
    let time = |at: Option<cloud::Timestamp>| at.map(micros);
    let volume = |disk: &Disk| match context.since(3) {
        true => json!({ "id": disk.id, "delete_on_termination": disk.delete_on_termination }),
        false => json!({ "id": disk.id }),
    };
    let volumes: Vec<Value> = server.disks.iter().map(volume).collect();
    let zone = if server.placed { Some(&server.zone) } else { server.wished_zone.as_ref() };
    for (key, value) in [
        ("OS-EXT-AZ:availability_zone", json!(zone.map_or("", String::as_str))),
        ("OS-EXT-STS:power_state", json!(power(server))),
        ("OS-EXT-STS:task_state", json!(server.task)),
        ("OS-EXT-STS:vm_state", json!(server.vm.word())),
        ("OS-SRV-USG:launched_at", json!(time(server.launched))),
        ("OS-SRV-USG:terminated_at", json!(time(server.terminated))),
        ("config_drive", json!(if server.told.config_drive { "True" } else { "" })),
        ("key_name", json!(server.key)),
        ("os-extended-volumes:volumes_attached", json!(volumes)),
    ] {
        body.insert(key.to_owned(), value);
    }
    newer(context, server, &mut body);
    // None before there is a port.
    if server.wired && (!server.nics.is_empty() || !context.since(37)) {
        let groups: Vec<Value> = server.groups.iter().map(|name| json!({ "name": name })).collect();
        body.insert("security_groups".to_owned(), groups.into());
    }
    if context.project.rules == RuleSet::Nhn {
        body.insert("NHN-EXT-ATTR:protect".to_owned(), server.protect.into());
        body.insert("NHN-EXT-ATTR:ephemeral_disk_size".to_owned(), 0.into());
    }
    Value::Object(body)
}

/// Fields of versions after 2.1.
fn newer(context: &Context<'_>, server: &Server, body: &mut Map<String, Value>) {
    let told = &server.told;
    for (since, key, value) in [
        (9, "locked", json!(server.locked)),
        (19, "description", json!(told.description)),
        (26, "tags", json!(told.tags)),
        (63, "trusted_image_certificates", Value::Null),
        (73, "locked_reason", json!(told.locked_reason)),
        (90, "OS-EXT-SRV-ATTR:hostname", json!(server.hostname())),
        (96, "pinned_availability_zone", json!(server.wished_zone)),
    ] {
        if context.since(since) {
            body.insert(key.to_owned(), value);
        }
    }
}

/// The response to `PUT`: without eleven fields, and addresses without their extension fields.
pub(super) fn short(context: &Context<'_>, version: &str, server: &Server) -> Value {
    Value::Object(common(context, version, server, false))
}

fn common(context: &Context<'_>, version: &str, server: &Server, extended: bool) -> Map<String, Value> {
    let image = server
        .image
        .as_ref()
        .map_or(json!(""), |id| json!({ "id": id, "links": context.bookmark(version, &format!("images/{id}")) }));
    let flavor = flavor(context, version, server);
    let host = if server.placed { host_id(context, server) } else { String::new() };
    let body = json!({
        "id": server.id, "name": server.name, "status": server.status(), "tenant_id": context.project.tenant,
        "user_id": context.project.user_id, "metadata": crate::faults::metadata(server), "hostId": host, "image": image,
        "flavor": flavor,
        "created": server.created.to_utc(), "updated": server.updated.to_utc(),
        "addresses": addresses(context, server, extended), "accessIPv4": "", "accessIPv6": "",
        "links": links(context, version, server), "OS-DCF:diskConfig": "MANUAL",
    });
    let Value::Object(mut body) = body else { return Map::new() };
    if PROGRESS.contains(&server.status()) {
        body.insert("progress".to_owned(), 0.into());
    }
    if let (VmState::Error, Some(fault)) = (server.vm, &server.fault) {
        let (message, created) = (&fault.message, fault.created.to_utc());
        body.insert("fault".to_owned(), json!({ "code": 500, "created": created, "message": message }));
    }
    body
}

/// Its id; since 2.47 a copy of the flavor's properties.
fn flavor(context: &Context<'_>, version: &str, server: &Server) -> Value {
    let id = &server.flavor;
    match context.project.flavor(id).filter(|_| context.since(47)) {
        Some(flavor) => embedded(flavor),
        None => json!({ "id": id, "links": context.bookmark(version, &format!("flavors/{id}")) }),
    }
}

fn links(context: &Context<'_>, version: &str, server: &Server) -> Value {
    context.links(version, &format!("servers/{}", server.id))
}

/// No power state before it has a host.
fn power(server: &Server) -> i64 {
    let was = server.resize.as_ref().map(|resize| resize.was);
    match server.vm {
        VmState::Error if server.placed => 1,
        // A stopped instance stays stopped on its new host.
        VmState::Resized => was.unwrap_or(VmState::Active).power(),
        vm => vm.power(),
    }
}

pub(super) fn host_id(context: &Context<'_>, server: &Server) -> String {
    let host = format!("host/{}/{}", context.project.region, server.zone);
    crate::rng::Rng::of(context.seed, &host).hex(56)
}

fn addresses(context: &Context<'_>, server: &Server, extended: bool) -> Value {
    let mut networks = Map::new();
    for nic in server.nics.iter().filter(|_| server.wired) {
        let network = context.project.networks.iter().find(|network| network.id == nic.network);
        let name = network.map_or("", |network| network.name.as_str());
        let mut list = vec![address(nic, &nic.address, "fixed", extended)];
        let floating = context.project.floating.iter();
        let floating = floating.filter(|ip| ip.port.as_ref() == Some(&nic.port) && ip.active(context.now));
        list.extend(floating.map(|ip| address(nic, &ip.address, "floating", extended)));
        if let Value::Array(known) = networks.entry(name).or_insert_with(|| json!([])) {
            known.append(&mut list);
        }
    }
    Value::Object(networks)
}

fn address(nic: &Nic, address: &str, kind: &str, extended: bool) -> Value {
    if !extended {
        return json!({ "version": 4, "addr": address });
    }
    json!({ "version": 4, "addr": address, "OS-EXT-IPS:type": kind, "OS-EXT-IPS-MAC:mac_addr": nic.mac })
}
