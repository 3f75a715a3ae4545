//! Finds the message in a JSON error body: services differ in the name of the field, and in whether it holds a text, a
//! list, an object or JSON as text.

use super::text;
use crate::json::{Json, parse};

/// Fields that hold the message, most informative first. Compared without case, `_` and `-`.
const MESSAGE: [&str; 10] = [
    "message",
    "resultmessage",
    "errormessage",
    "errormsg",
    "errordescription",
    "faultstring",
    "detail",
    "details",
    "description",
    "msg",
];

/// Short texts next to a message, or alone.
const SHORT: [&str; 2] = ["error", "title"];

/// Machine codes, shown only if there is no message.
const CODE: [&str; 5] = ["type", "faultcode", "errorcode", "code", "reasonphrase"];

/// Fields that never help a person.
const NOISE: [&str; 12] = [
    "status",
    "statuscode",
    "path",
    "instance",
    "timestamp",
    "requestid",
    "traceid",
    "trace",
    "traceback",
    "stacktrace",
    "debuginfo",
    "loc",
];

/// Maximum depth of the search, including JSON within texts.
const DEPTH_MAX: usize = 12;

/// The message of a value in one line; empty if it has none.
pub(crate) fn words(value: &Json<'_>) -> String {
    text::tidy(&read(value, 0))
}

/// Whether a field of this name holds a message.
pub(super) fn is_message(name: &str) -> bool {
    MESSAGE.contains(&plain(name).as_str())
}

fn read(value: &Json<'_>, depth: usize) -> String {
    if depth > DEPTH_MAX {
        return String::new();
    }
    match value {
        Json::Text(text) => of_text(text, depth),
        Json::List(rows) => joined(rows.iter().map(|row| of_row(row, depth + 1))),
        Json::Object(_) => of_object(value, depth + 1),
        // Numbers and flags mean nothing without their name.
        _ => String::new(),
    }
}

/// A text, or the message of the JSON in it: Nova passes on Neutron's responses.
fn of_text(text: &str, depth: usize) -> String {
    let inner = text.find('{').and_then(|at| {
        let (before, json) = text.split_at_checked(at)?;
        let said = read(&parse(json.trim()).ok()?, depth + 1);
        (!said.is_empty()).then(|| format!("{before}{said}"))
    });
    let list = || {
        let json = parse(text).ok().filter(|_| text.trim_start().starts_with('['))?;
        Some(read(&json, depth + 1)).filter(|said| !said.is_empty())
    };
    inner.or_else(list).unwrap_or_else(|| text::clean(text))
}

/// One entry of a list of faults, with the field it is about.
fn of_row(row: &Json<'_>, depth: usize) -> String {
    let said = read(row, depth);
    let field = match row.any(&["loc", "field"]) {
        Json::List(parts) => parts.iter().map(Json::text).collect::<Vec<_>>().join("."),
        other => other.text(),
    };
    if field.is_empty() || said.is_empty() { said } else { format!("{field}: {said}") }
}

fn of_object(object: &Json<'_>, depth: usize) -> String {
    let named = |names: &[&str]| {
        let of = |name: &&str| {
            object
                .pairs()
                .iter()
                .filter(|(key, _)| plain(key) == *name)
                .map(|(_, value)| read(value, depth))
                .find_map(filled)
        };
        names.iter().find_map(of)
    };
    let message = named(&MESSAGE);
    // `{"message": "Invalid data", "errors": {"name": ["is too short"]}}`
    let errors = named(&["errors"]);
    match (message, errors) {
        (Some(message), Some(errors)) if !message.contains(&errors) => return format!("{message} {errors}"),
        (Some(only), _) | (None, Some(only)) => return only,
        (None, None) => {}
    }
    let short = |names: &[&str]| {
        let is_text = |value: &Json<'_>| matches!(value, Json::Text(_));
        let texts = object.pairs().iter().filter(|(_, value)| is_text(value));
        let found = texts.filter(|(key, _)| names.contains(&plain(key).as_str())).map(|(_, value)| read(value, depth));
        found.into_iter().find_map(filled)
    };
    fault_in(object)
        .map(|(_, value)| read(value, depth))
        .and_then(filled)
        .or_else(|| short(&SHORT))
        .or_else(|| filled(by_name(object, depth)))
        .or_else(|| short(&CODE))
        .unwrap_or_default()
}

/// Messages by field name: `{"name": ["is too short"], "size": "must be positive"}`. A single message needs no name.
fn by_name(object: &Json<'_>, depth: usize) -> String {
    let known = |name: &str| [&NOISE[..], &CODE, &SHORT].concat().contains(&plain(name).as_str());
    let told = object.pairs().iter().filter(|(key, value)| matches!(value, Json::List(_)) || !known(key));
    let told = told.map(|(key, value)| (key, value, read(value, depth))).filter(|(.., said)| !said.is_empty());
    match told.collect::<Vec<_>>().as_slice() {
        [(_, Json::Text(_), only)] => only.clone(),
        all => joined(all.iter().map(|(key, _, said)| format!("{key}: {said}"))),
    }
}

/// The fault of the outermost object and its name: Nova's `{"badRequest": {…}}` and similar.
pub(super) fn fault_in<'r, 'a>(object: &'r Json<'a>) -> Option<(&'r str, &'r Json<'a>)> {
    let objects = object.pairs().iter().filter_map(|(name, value)| match value {
        Json::Object(pairs) if !pairs.is_empty() => Some((&**name, value)),
        _ => None,
    });
    let says = |value: &Json<'_>| {
        value.pairs().iter().any(|(name, value)| {
            (is_message(name) || SHORT.contains(&plain(name).as_str())) && !matches!(value, Json::Nothing)
        })
    };
    objects.filter(|(_, value)| says(value)).min_by_key(|(name, _)| rank(name))
}

/// Which of several faults in one response to show.
fn rank(name: &str) -> usize {
    [super::body::GATEWAY, "header", "error", "NeutronError"].iter().position(|known| *known == name).unwrap_or(4)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for part in parts.filter_map(filled) {
        if !all.contains(&part) {
            all.push(part);
        }
    }
    all.join("; ")
}

fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}

/// Makes `error_message`, `ErrorMessage` and `errorMessage` one name.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase()).collect()
}
