//! Key pairs (rows S04–S08).

use cloud::rules::limits::KEY_NAME_MAX;
use serde_json::{Value, json};

use crate::Response;
use crate::clock::micros;
use crate::context::Context;
use crate::encoding::fingerprint;
use crate::errors::{Answer, bad_request, conflict, forbidden, invalid, no_such_path, not_found};
use crate::model::KeyPair;
use crate::world::make_key;

pub(super) fn answer(context: &mut Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => Ok(list(context)),
        ("POST", []) => create(context, version),
        ("GET", [name]) => get(context, name),
        ("DELETE", [name]) => delete(context, name),
        _ => Err(no_such_path()),
    }
}

fn list(context: &Context<'_>) -> Response {
    let wrap = |key: &KeyPair| json!({ "keypair": { "name": key.name, "public_key": key.public_key, "fingerprint": key.fingerprint } });
    let keys: Vec<Value> = context.project.keys.iter().map(wrap).collect();
    Response::json(200, &json!({ "keypairs": keys }))
}

fn missing(context: &Context<'_>, name: &str) -> Response {
    not_found(&format!("Keypair {name} not found for user {}", context.project.user_id))
}

fn get(context: &Context<'_>, name: &str) -> Answer {
    let key = context.project.keys.iter().find(|key| key.name == name).ok_or_else(|| missing(context, name))?;
    let body = json!({ "keypair": {
        "name": key.name, "public_key": key.public_key, "fingerprint": key.fingerprint,
        "user_id": context.project.user_id, "created_at": micros(key.created), "deleted": false, "deleted_at": null,
        "id": key.number, "updated_at": null,
    }});
    Ok(Response::json(200, &body))
}

fn create(context: &mut Context<'_>, version: &str) -> Answer {
    let body = context.body();
    let text = |key: &str| body.pointer(&format!("/keypair/{key}")).and_then(Value::as_str);
    let name = text("name").ok_or_else(|| {
        bad_request("Invalid input for field/attribute keypair. Value: {}. 'name' is a required property")
    })?;
    check_name(name, version)?;
    let (public_key, private_key) = match text("public_key") {
        Some(given) => (given.to_owned(), None),
        None => {
            let (public_key, private_key) = make_key(&mut context.project.rng);
            (public_key, Some(private_key))
        }
    };
    let fingerprint = fingerprint(&public_key)
        .ok_or_else(|| bad_request("Keypair data is invalid: failed to generate fingerprint"))?;
    if context.project.keys.iter().any(|key| key.name == name) {
        return Err(conflict(&format!("Key pair '{name}' already exists.")));
    }
    let used = u64::try_from(context.project.keys.len()).unwrap_or(u64::MAX);
    if used >= context.project.quota.key_pairs {
        return Err(forbidden("Quota exceeded, too many key pairs."));
    }
    let number = context.project.keys.iter().map(|key| key.number).max().unwrap_or_default() + 1;
    let mut answer = json!({
        "name": name, "public_key": public_key, "fingerprint": fingerprint, "user_id": context.project.user_id,
    });
    if let (Some(private_key), Some(map)) = (private_key, answer.as_object_mut()) {
        map.insert("private_key".to_owned(), private_key.into());
    }
    let (name, created) = (name.to_owned(), context.now);
    context.project.keys.push(KeyPair { number, name, public_key, fingerprint, created });
    Ok(Response::json(200, &json!({ "keypair": answer })))
}

/// `/v2` takes any characters, `/v2.1` few.
fn check_name(name: &str, version: &str) -> Result<(), Response> {
    if name.trim().is_empty() {
        return Err(invalid("name", name, &format!("'{name}' is too short")));
    }
    if name.chars().count() > KEY_NAME_MAX {
        return Err(invalid("name", name, &format!("'{name}' is too long")));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ');
    if version == "v2.1" && !name.chars().all(plain) {
        return Err(bad_request(
            "An invalid 'name' value was provided. The name must be: Only expected characters: [_- \
             0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]",
        ));
    }
    Ok(())
}

fn delete(context: &mut Context<'_>, name: &str) -> Answer {
    let at = context.project.keys.iter().position(|key| key.name == name).ok_or_else(|| missing(context, name))?;
    context.project.keys.remove(at);
    Ok(Response::empty(202))
}
