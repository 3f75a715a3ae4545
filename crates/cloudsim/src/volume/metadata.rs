//! `…/{id}/metadata` of volumes and snapshots.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{snapshots, volumes};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path, not_found};

/// The resource they belong to.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Volume,
    Snapshot,
}

pub(super) fn answer(context: &mut Context<'_>, of: Of, id: &str, path: &[&str]) -> Answer {
    let body = context.body();
    let pairs = pairs(context, of, id)?;
    let all = |pairs: &BTreeMap<String, String>| Response::json(200, &json!({ "metadata": pairs }));
    let missing = |key: &str| not_found(&format!("{} {id} has no metadata with key {key}.", of.word()));
    match (context.request.method.as_str(), path) {
        ("GET", []) => Ok(all(&pairs)),
        ("POST", []) => {
            let mut pairs = pairs;
            pairs.extend(read(&body, "metadata")?);
            Ok(all(keep(context, of, id, pairs)))
        }
        ("PUT", []) => {
            let given = read(&body, "metadata")?;
            Ok(all(keep(context, of, id, given)))
        }
        ("GET", [key]) => {
            let value = pairs.get(*key).ok_or_else(|| missing(key))?;
            let pair: Map<String, Value> = [((*key).to_owned(), value.clone().into())].into_iter().collect();
            Ok(Response::json(200, &json!({ "meta": pair })))
        }
        ("PUT", [_]) => {
            let given = read(&body, "meta")?;
            let answer = Response::json(200, &json!({ "meta": given }));
            let mut pairs = pairs;
            pairs.extend(given);
            keep(context, of, id, pairs);
            Ok(answer)
        }
        ("DELETE", [key]) => {
            let mut pairs = pairs;
            pairs.remove(*key).ok_or_else(|| missing(key))?;
            keep(context, of, id, pairs);
            Ok(Response::empty(200))
        }
        _ => Err(no_such_path()),
    }
}

impl Of {
    fn word(self) -> &'static str {
        match self {
            Of::Volume => "Volume",
            Of::Snapshot => "Snapshot",
        }
    }
}

fn pairs(context: &Context<'_>, of: Of, id: &str) -> Result<BTreeMap<String, String>, Response> {
    Ok(match of {
        Of::Volume => volumes::find(context, id)?.metadata.clone(),
        Of::Snapshot => snapshots::find(context, id)?.metadata.clone(),
    })
}

fn keep<'a>(
    context: &'a mut Context<'_>,
    of: Of,
    id: &str,
    pairs: BTreeMap<String, String>,
) -> &'a BTreeMap<String, String> {
    static NONE: BTreeMap<String, String> = BTreeMap::new();
    let place = match of {
        Of::Volume => context.project.volume_mut(id).map(|volume| &mut volume.metadata),
        Of::Snapshot => {
            let found = context.project.snapshots.iter_mut().find(|snapshot| snapshot.id == id);
            found.map(|snapshot| &mut snapshot.metadata)
        }
    };
    match place {
        Some(place) => {
            *place = pairs;
            place
        }
        None => &NONE,
    }
}

/// The pairs in a body; other values than strings are invalid.
pub(super) fn read(body: &Value, key: &str) -> Result<BTreeMap<String, String>, Response> {
    let map = body.get(key).and_then(Value::as_object);
    let words = || {
        bad_request(&format!("Invalid input for field/attribute {key}. Value: {body}. '{key}' is a required property"))
    };
    let map = map.ok_or_else(words)?;
    Ok(map.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect())
}
