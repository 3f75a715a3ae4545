//! Key pairs (rows S04–S08).

use cloud::rules::limits::KEY_NAME_MAX;
use serde_json::{Map, Value, json};

use super::page;
use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::encoding::fingerprint;
use crate::errors::{Answer, bad_request, conflict, forbidden, invalid, no_such_path, not_found};
use crate::model::KeyPair;
use crate::world::make_key;

pub(super) fn answer(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => list(context, version),
        ("POST", []) => create(context, version),
        ("GET", [name]) => get(context, name),
        ("DELETE", [name]) => delete(context, name),
        _ => Err(no_such_path()),
    }
}

fn list(context: &Context<'_>, version: &str) -> Answer {
    let mut keys: Vec<&KeyPair> = context.project.keys.iter().collect();
    let wrap = |key: &KeyPair| json!({ "keypair": short(context, key) });
    // Paging came with 2.35, in order of names.
    if !context.since(35) {
        return Ok(Response::json(200, &json!({ "keypairs": keys.into_iter().map(wrap).collect::<Vec<_>>() })));
    }
    keys.sort_by(|a, b| a.name.cmp(&b.name));
    let (page, links) = page::of(context, version, "os-keypairs", &keys, |key| key.name.as_str())?;
    let mut body = json!({ "keypairs": page.iter().map(|key| wrap(key)).collect::<Vec<_>>() });
    page::add_links(&mut body, "keypairs_links", links);
    Ok(Response::json(200, &body))
}

/// The fields in lists and responses to creates; since 2.2 with its type.
fn short(context: &Context<'_>, key: &KeyPair) -> Map<String, Value> {
    let mut body = Map::new();
    let kind = context.since(2).then_some(("type", key.kind));
    let fields = [("name", key.name.as_str()), ("public_key", &key.public_key), ("fingerprint", &key.fingerprint)];
    for (name, value) in fields.into_iter().chain(kind) {
        body.insert(name.to_owned(), value.into());
    }
    body
}

fn missing(context: &Context<'_>, name: &str) -> Response {
    not_found(&format!("Keypair {name} not found for user {}", context.project.user_id))
}

fn get(context: &Context<'_>, name: &str) -> Answer {
    let key = context.project.keys.iter().find(|key| key.name == name).ok_or_else(|| missing(context, name))?;
    let mut body = short(context, key);
    for (name, value) in [
        ("user_id", json!(context.project.user_id)),
        ("created_at", json!(micros(key.created))),
        ("deleted", json!(false)),
        ("deleted_at", Value::Null),
        ("id", json!(key.number)),
        ("updated_at", Value::Null),
    ] {
        body.insert(name.to_owned(), value);
    }
    Ok(Response::json(200, &json!({ "keypair": body })))
}

fn create(context: &mut Context<'_>, version: &str) -> Answer {
    let body = context.body();
    let text = |key: &str| body.pointer(&format!("/keypair/{key}")).and_then(Value::as_str);
    let name = text("name").ok_or_else(|| {
        bad_request("Invalid input for field/attribute keypair. Value: {}. 'name' is a required property")
    })?;
    check_name(context, name, version)?;
    let kind = match text("type") {
        Some("x509") if context.since(2) => "x509",
        Some(other) if context.since(2) && other != "ssh" => {
            return Err(invalid("type", other, &format!("'{other}' is not one of ['ssh', 'x509']")));
        }
        _ => "ssh",
    };
    let (public_key, private_key) = match text("public_key") {
        // Since 2.92 the service generates no keys.
        None if context.since(92) => {
            return Err(invalid("keypair", &body.to_string(), "'public_key' is a required property"));
        }
        Some(given) => (given.to_owned(), None),
        None => {
            let (public_key, private_key) = make_key(&mut context.project.rng);
            (public_key, Some(private_key))
        }
    };
    let fingerprint = match kind {
        "x509" => Some(x509_fingerprint(&public_key)),
        _ => fingerprint(&public_key),
    };
    let fingerprint =
        fingerprint.ok_or_else(|| bad_request("Keypair data is invalid: failed to generate fingerprint"))?;
    if context.project.keys.iter().any(|key| key.name == name) {
        return Err(conflict(&format!("Key pair '{name}' already exists.")));
    }
    let used = u64::try_from(context.project.keys.len()).unwrap_or(u64::MAX);
    if used >= context.project.quota.key_pairs {
        return Err(forbidden("Quota exceeded, too many key pairs."));
    }
    let number = context.project.keys.iter().map(|key| key.number).max().unwrap_or_default() + 1;
    let (name, created) = (name.to_owned(), context.now);
    let key = KeyPair { number, name, kind, public_key, fingerprint, created };
    let mut answer = short(context, &key);
    answer.insert("user_id".to_owned(), context.project.user_id.clone().into());
    if let Some(private_key) = private_key {
        answer.insert("private_key".to_owned(), private_key.into());
    }
    context.project.keys.push(key);
    Ok(Response::json(if context.since(2) { 201 } else { 200 }, &json!({ "keypair": answer })))
}

/// A fingerprint of the text, because certificates are not parsed.
fn x509_fingerprint(certificate: &str) -> String {
    let pairs = crate::rng::Rng::of(0, certificate).hex(40);
    pairs.as_bytes().chunks(2).map(String::from_utf8_lossy).collect::<Vec<_>>().join(":")
}

/// `/v2` allows any characters, `/v2.1` few, two more since 2.92.
fn check_name(context: &Context<'_>, name: &str, version: &str) -> Result<(), Response> {
    if name.trim().is_empty() {
        return Err(invalid("name", name, &format!("'{name}' is too short")));
    }
    if name.chars().count() > KEY_NAME_MAX {
        return Err(invalid("name", name, &format!("'{name}' is too long")));
    }
    let more = if context.since(92) { "@." } else { "" };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ') || more.contains(c);
    if version == "v2.1" && !name.chars().all(plain) {
        return Err(bad_request(&format!(
            "An invalid 'name' value was provided. The name must be: Only expected characters: [{more}_- \
             0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]"
        )));
    }
    Ok(())
}

fn delete(context: &mut Context<'_>, name: &str) -> Answer {
    let at = context.project.keys.iter().position(|key| key.name == name).ok_or_else(|| missing(context, name))?;
    context.project.keys.remove(at);
    Ok(Response::empty(if context.since(2) { 204 } else { 202 }))
}
