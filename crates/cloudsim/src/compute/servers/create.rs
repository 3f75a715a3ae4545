//! `POST /servers` (row S13): checks in Nova's order, then one instance or a batch that begins to build.

use std::collections::BTreeMap;

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::blocks::{self, Blocks};
use super::check;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request};
use crate::faults;
use crate::model::{Disk, Flavor, Nic, Server, VmState};
use crate::world::describe;

/// A request that passed all checks.
struct Order {
    name: String,
    count: u64,
    flavor: Flavor,
    blocks: Blocks,
    subnets: Vec<String>,
    wished_zone: Option<String>,
    zone: String,
    key: Option<String>,
    groups: Vec<String>,
    metadata: BTreeMap<String, String>,
    reservation: String,
}

pub(super) fn answer(context: &mut Context<'_>, version: &str) -> Answer {
    let body = context.body();
    let server = body.get("server").ok_or_else(|| bad_request("Malformed request body"))?;
    let typed = server.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    faults::on_create(&typed).map_err(|refusal| refusal.after(faults::delay_ms(&typed)))?;
    let order = order(context, server)?;
    let first = place(context, &order);
    let answer = if server.get("return_reservation_id").and_then(Value::as_bool).unwrap_or_default() {
        Response::json(202, &json!({ "reservation_id": order.reservation }))
    } else {
        created(context, version, &order, &first)
    };
    faults::lose(&typed, answer.after(faults::delay_ms(&typed)))
}

fn created(context: &mut Context<'_>, version: &str, order: &Order, id: &str) -> Response {
    let password = context.project.rng.password();
    let links = context.links(version, &format!("servers/{id}"));
    let location = links.pointer("/0/href").and_then(Value::as_str).unwrap_or_default().to_owned();
    let groups: Vec<Value> = order.groups.iter().map(|name| json!({ "name": name })).collect();
    let body = json!({ "server": {
        "id": id, "links": links, "OS-DCF:diskConfig": "MANUAL", "security_groups": groups, "adminPass": password,
    }});
    Response::json(202, &body).with_header("Location", &location)
}

fn order(context: &mut Context<'_>, server: &Value) -> Result<Order, Response> {
    let text = |key: &str| server.get(key).and_then(Value::as_str);
    if text("name").is_none() {
        let why = "'name' is a required property";
        return Err(bad_request(&format!("Invalid input for field/attribute server. Value: {server}. {why}")));
    }
    let windows = check::is_windows(context, text("imageRef"));
    let name = check::name(context, text("name").unwrap_or_default(), windows)?;
    check::user_data(context, server)?;
    check::metadata(context, server)?;
    let (_, count) = check::count(context, server)?;
    let flavor_id = text("flavorRef").unwrap_or_default();
    let flavor = context.project.flavor(flavor_id).cloned();
    let flavor = flavor.ok_or_else(|| bad_request(&format!("Flavor {flavor_id} could not be found.")))?;
    let blocks = blocks::read(context, server, &flavor)?;
    let mut metadata = BTreeMap::new();
    match &blocks.image {
        Some(id) => {
            let image = context.project.image(id).ok_or_else(|| bad_request("Can not find requested image"))?;
            check::fit(context, image, &flavor, blocks.root)?;
            // NHN's own: a stock OpenStack keeps what the image says about itself to the image.
            if context.project.rules == RuleSet::Nhn {
                metadata = describe(image);
            }
        }
        None if blocks.disks.is_empty() => {
            return Err(bad_request("Invalid imageRef provided."));
        }
        None => {}
    }
    if let Some(given) = server.get("metadata").and_then(Value::as_object) {
        metadata.extend(given.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    }
    let wished_zone = text("availability_zone").filter(|zone| !zone.is_empty()).map(str::to_owned);
    let zone = zone(context, wished_zone.as_deref())?;
    let key = text("key_name").map(str::to_owned);
    if key.as_ref().is_some_and(|key| !context.project.keys.iter().any(|known| known.name == *key)) {
        return Err(bad_request("Invalid key_name provided."));
    }
    let groups = groups(context, server)?;
    let subnets = subnets(context, server)?;
    check::quota(context, &flavor, count)?;
    let reservation = format!("r-{}", context.project.rng.text(8, b"abcdefghijklmnopqrstuvwxyz0123456789"));
    Ok(Order { name, count, flavor, blocks, subnets, wished_zone, zone, key, groups, metadata, reservation })
}

fn zone(context: &mut Context<'_>, wished: Option<&str>) -> Result<String, Response> {
    let usable: Vec<&String> = context.project.zones.iter().filter(|z| z.available).map(|z| &z.name).collect();
    let chosen = match wished {
        Some(wished) => usable.into_iter().find(|name| *name == wished).cloned(),
        None => usable.first().map(|name| (*name).clone()),
    };
    chosen.ok_or_else(|| bad_request("The requested availability zone is not available"))
}

fn groups(context: &Context<'_>, server: &Value) -> Result<Vec<String>, Response> {
    let list = server.get("security_groups").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut groups = Vec::new();
    for name in list.iter().filter_map(|group| group.get("name")?.as_str()) {
        let known = context.project.groups.iter().find(|group| group.name == name || group.id == name);
        let known =
            known.ok_or_else(|| bad_request(&format!("Unable to find security_group with name or id '{name}'")))?;
        groups.push(known.name.clone());
    }
    if groups.is_empty() {
        groups.push("default".to_owned());
    }
    Ok(groups)
}

/// The subnet of each interface.
fn subnets(context: &Context<'_>, server: &Value) -> Result<Vec<String>, Response> {
    let list = server.get("networks").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut subnets = Vec::new();
    for network in list {
        let text = |key: &str| network.get(key).and_then(Value::as_str);
        let subnet = text("subnet").filter(|_| context.project.limits().subnet_in_networks);
        subnets.push(match (subnet, text("uuid")) {
            (Some(subnet), None) => by_id(context, subnet)?,
            (None, Some(network)) => of_network(context, network)?,
            (Some(_), Some(_)) => return Err(bad_request("Only one of uuid and subnet can be given for a network.")),
            (None, None) => {
                return Err(bad_request("Bad networks format: network uuid is not in proper format (None)"));
            }
        });
    }
    if subnets.is_empty() {
        // With one network of its own, a project need not name it.
        let only = context.project.subnets.first().map(|subnet| subnet.id.clone());
        subnets.extend(only);
    }
    Ok(subnets)
}

fn by_id(context: &Context<'_>, id: &str) -> Result<String, Response> {
    let known = context.project.subnets.iter().find(|subnet| subnet.id == id);
    known.map(|subnet| subnet.id.clone()).ok_or_else(|| bad_request(&format!("Subnet {id} could not be found.")))
}

fn of_network(context: &Context<'_>, id: &str) -> Result<String, Response> {
    let known = context.project.subnets.iter().find(|subnet| subnet.network == id);
    known.map(|subnet| subnet.id.clone()).ok_or_else(|| bad_request(&format!("Network {id} could not be found.")))
}

/// Makes the instances; the id of the first is given back.
fn place(context: &mut Context<'_>, order: &Order) -> String {
    let mut first = None;
    for number in 1..=order.count {
        let name = if order.count == 1 { order.name.clone() } else { format!("{}-{number}", order.name) };
        let server = server(context, order, name);
        let id = server.id.clone();
        let timing = faults::build(&server.name);
        context.project.add(server);
        context.project.begin(&id, "scheduling", timing, context.now);
        first.get_or_insert(id);
    }
    first.unwrap_or_default()
}

fn server(context: &mut Context<'_>, order: &Order, name: String) -> Server {
    let now = context.now;
    let nics: Vec<Nic> = order.subnets.iter().filter_map(|subnet| context.project.nic(subnet)).collect();
    let rng = &mut context.project.rng;
    let disks = order.blocks.disks.iter().map(|disk| Disk { id: rng.uuid(), ..disk.clone() }).collect();
    Server {
        id: rng.uuid(),
        name,
        vm: VmState::Building,
        task: None,
        status_word: None,
        created: now,
        updated: now,
        launched: None,
        terminated: None,
        gone: false,
        placed: false,
        zone: order.zone.clone(),
        wished_zone: order.wished_zone.clone(),
        image: order.blocks.image.clone(),
        flavor: order.flavor.id.clone(),
        key: order.key.clone(),
        groups: order.groups.clone(),
        nics,
        wired: false,
        disks,
        metadata: order.metadata.clone(),
        fault: None,
        protect: false,
        reservation: order.reservation.clone(),
        plan: 0,
    }
}
