//! `POST /servers` (rows S13–S15): checks in Nova's order, then starts building one instance or a batch.

use std::collections::BTreeMap;

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::blocks::{self, Blocks};
use super::nics::{self, Wish};
use super::{check, place, tags, update};
use crate::Response;
use crate::compute::server_groups;
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid};
use crate::faults;
use crate::model::{Flavor, Told};
use crate::world::describe;

/// A validated request.
pub(super) struct Order {
    pub name: String,
    pub count: u64,
    pub flavor: Flavor,
    pub blocks: Blocks,
    pub nics: Vec<Wish>,
    pub wished_zone: Option<String>,
    pub zone: String,
    pub key: Option<String>,
    pub groups: Vec<String>,
    pub metadata: BTreeMap<String, String>,
    pub reservation: String,
    /// The placement policy it joins.
    pub policy: Option<String>,
    /// Fields of newer versions.
    pub told: Told,
}

/// The fields that `/v2.1` accepts; `/v2` ignores others.
const KEYS: [&str; 21] = [
    "OS-DCF:diskConfig",
    "accessIPv4",
    "accessIPv6",
    "adminPass",
    "availability_zone",
    "block_device_mapping",
    "block_device_mapping_v2",
    "config_drive",
    "flavorRef",
    "imageRef",
    "key_name",
    "max_count",
    "metadata",
    "min_count",
    "name",
    "networks",
    "os:scheduler_hints",
    "personality",
    "return_reservation_id",
    "security_groups",
    "user_data",
];

/// Later fields: since 2.19 a description, …
const NEWER: [(u32, &str); 5] =
    [(19, "description"), (52, "tags"), (63, "trusted_image_certificates"), (74, "host"), (90, "hostname")];

pub(super) fn answer(context: &mut Context<'_>, version: &str) -> Answer {
    let body = context.body();
    let server = body.get("server").ok_or_else(|| bad_request("Malformed request body"))?;
    let typed = server.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    faults::on_create(&typed).map_err(|refusal| refusal.after(faults::delay_ms(&typed)))?;
    let known =
        |key: &str| KEYS.contains(&key) || NEWER.iter().any(|(since, new)| *new == key && context.since(*since));
    let gone = |key: &str| key == "personality" && context.since(57);
    let unknown = server.as_object().and_then(|map| map.keys().find(|key| !known(key) || gone(key)));
    if let Some(unknown) = unknown.filter(|_| version == "v2.1") {
        let why = format!("Additional properties are not allowed ('{unknown}' was unexpected)");
        return Err(invalid("server", &server.to_string(), &why));
    }
    let order = order(context, &body, server)?;
    let first = place::all(context, &order);
    let answer = if server.get("return_reservation_id").and_then(Value::as_bool).unwrap_or_default() {
        Response::json(202, &json!({ "reservation_id": order.reservation }))
    } else {
        created(context, version, server, &order, &first)
    };
    faults::lose(&typed, answer.after(faults::delay_ms(&typed)))
}

fn created(context: &mut Context<'_>, version: &str, server: &Value, order: &Order, id: &str) -> Response {
    let sent = server.get("adminPass").and_then(Value::as_str).map(str::to_owned);
    let password = sent.unwrap_or_else(|| context.project.rng.password());
    let links = context.links(version, &format!("servers/{id}"));
    let location = links.pointer("/0/href").and_then(Value::as_str).unwrap_or_default().to_owned();
    let groups: Vec<Value> = order.groups.iter().map(|name| json!({ "name": name })).collect();
    let body = json!({ "server": {
        "id": id, "links": links, "OS-DCF:diskConfig": "MANUAL", "security_groups": groups, "adminPass": password,
    }});
    Response::json(202, &body).with_header("Location", &location)
}

fn order(context: &mut Context<'_>, body: &Value, server: &Value) -> Result<Order, Response> {
    let text = |key: &str| server.get(key).and_then(Value::as_str);
    if text("name").is_none() {
        let why = "'name' is a required property";
        return Err(invalid("server", &server.to_string(), why));
    }
    let windows = check::is_windows(context, text("imageRef"));
    let name = check::name(context, text("name").unwrap_or_default(), windows)?;
    check::user_data(context, server)?;
    check::metadata(context, server)?;
    let (least, most) = check::count(context, server)?;
    let flavor_id = text("flavorRef").unwrap_or_default();
    let flavor = context.project.flavor(flavor_id).filter(|flavor| !flavor.disabled).cloned();
    let flavor = flavor.ok_or_else(|| bad_request(&format!("Flavor {flavor_id} could not be found.")))?;
    let mut blocks = blocks::read(context, server, &flavor)?;
    let mut metadata = image(context, &mut blocks, &flavor)?;
    if let Some(given) = server.get("metadata").and_then(Value::as_object) {
        metadata.extend(given.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    }
    let wished_zone = text("availability_zone").filter(|zone| !zone.is_empty()).map(str::to_owned);
    let zone = zone(context, wished_zone.as_deref())?;
    blocks::fit_request(context, &blocks, most, wished_zone.as_deref())?;
    let key = text("key_name").map(str::to_owned);
    if key.as_ref().is_some_and(|key| !context.project.keys.iter().any(|known| known.name == *key)) {
        return Err(bad_request("Invalid key_name provided."));
    }
    let groups = groups(context, server)?;
    let nics = nics::read(context, server, most)?;
    let policy = server_groups::hint(context, body, most)?;
    let told = told(context, server)?;
    let count = check::quota(context, &flavor, least, most)?;
    let reservation = format!("r-{}", context.project.rng.text(8, b"abcdefghijklmnopqrstuvwxyz0123456789"));
    Ok(Order { name, count, flavor, blocks, nics, wished_zone, zone, key, groups, metadata, reservation, policy, told })
}

fn told(context: &Context<'_>, server: &Value) -> Result<Told, Response> {
    let tags = server.get("tags").filter(|_| context.since(52));
    Ok(Told {
        description: update::description(context, server)?.flatten(),
        tags: if tags.is_some() { tags::read(server, "tags")? } else { Vec::new() },
        hostname: update::hostname(context, server)?,
        config_drive: matches!(server.get("config_drive"), Some(Value::Bool(true)))
            || server.get("config_drive").and_then(Value::as_str).is_some_and(|text| text.eq_ignore_ascii_case("true")),
        ..Told::default()
    })
}

/// Checks the image against the flavor, and returns metadata describing the image.
fn image(context: &Context<'_>, blocks: &mut Blocks, flavor: &Flavor) -> Result<BTreeMap<String, String>, Response> {
    let root = blocks.disks.iter().any(|disk| disk.root);
    match &blocks.image {
        Some(id) => {
            let image = context.project.image(id).ok_or_else(|| bad_request("Can not find requested image"))?;
            if image.status != "active" {
                return Err(bad_request(&format!("Image {id} is not active.")));
            }
            check::fit(context, image, flavor, blocks.root)?;
            // NHN only: a stock OpenStack does not copy image properties.
            Ok(if context.project.rules == RuleSet::Nhn { describe(image) } else { BTreeMap::new() })
        }
        None if !root => Err(bad_request("Invalid imageRef provided.")),
        None => Ok(BTreeMap::new()),
    }
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
        if !groups.contains(&known.name) {
            groups.push(known.name.clone());
        }
    }
    if groups.is_empty() {
        groups.push("default".to_owned());
    }
    Ok(groups)
}
