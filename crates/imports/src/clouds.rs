//! `clouds.yaml` and `secure.yaml`.

use crate::model::{ImportedCloud, Mistake, Unknown, Wrong};
use crate::settings::{Settings, is_known, is_used, normal};
use crate::yaml::{Key, Node, Value};

/// Other keys at the top level, next to `clouds:`.
const BESIDE: [&str; 4] = ["client", "cache", "metrics", "statsd"];

/// One file.
pub(crate) struct Document {
    /// Its index among the files.
    pub file: usize,
    /// Whether it contains the secrets of clouds that are defined in other files.
    pub secure: bool,
    pub node: Node,
}

/// The clouds of all files, and the unknown keys.
pub(crate) fn read(documents: Vec<Document>) -> Result<(Vec<ImportedCloud>, Vec<Unknown>), Mistake> {
    let mut unknown = Vec::new();
    for document in &documents {
        check(document, &mut unknown)?;
    }
    let (secure, open): (Vec<_>, Vec<_>) = documents.into_iter().partition(|document| document.secure);
    let mut nodes = open.into_iter().chain(secure).map(|document| document.node);
    let Some(mut whole) = nodes.next() else { return Ok((Vec::new(), unknown)) };
    nodes.for_each(|node| whole.merge(node));
    let clouds = whole.get("clouds").map(Node::entries).unwrap_or_default();
    Ok((clouds.iter().map(|(key, node)| cloud(&key.name, node)).collect(), unknown))
}

/// Finds errors, and collects unknown keys.
fn check(document: &Document, unknown: &mut Vec<Unknown>) -> Result<(), Mistake> {
    let file = document.file;
    let wrong = |line: usize, wrong: Wrong| Mistake { file, line: Some(line), wrong };
    let mapping = |name: &str, node: &Node| match node.value {
        Value::Map(_) | Value::Null => Ok(()),
        _ => Err(wrong(node.line, Wrong::NotAMapping(name.to_owned()))),
    };
    mapping("clouds", &document.node)?;
    let mut note = |cloud: &str, key: &Key, under: &str| {
        let name = format!("{under}{}", key.name);
        unknown.push(Unknown { file, line: key.line, key: name, cloud: cloud.to_owned() });
    };
    for (key, _) in document.node.entries().iter().filter(|(key, _)| !BESIDE.contains(&key.name.as_str())) {
        // `x-…` keys hold values that anchors refer to.
        if key.name != "clouds" && !key.name.starts_with("x-") {
            note("", key, "");
        }
    }
    let clouds = document.node.get("clouds");
    let clouds =
        clouds.filter(|clouds| !clouds.is_null()).ok_or(Mistake { file, line: None, wrong: Wrong::NoCloud })?;
    mapping("clouds", clouds)?;
    for (name, cloud) in clouds.entries() {
        mapping(&name.name, cloud)?;
        for (key, node) in cloud.entries() {
            match normal(&key.name).as_str() {
                "auth" => {
                    mapping(&key.name, node)?;
                    for (key, node) in node.entries() {
                        let normal = normal(&key.name);
                        if !is_known(&normal) {
                            note(&name.name, key, "auth.");
                        } else if is_used(&normal) {
                            text(key, node).map_err(|(line, what)| wrong(line, what))?;
                        }
                    }
                }
                "regions" => {}
                normal if !is_known(normal) => note(&name.name, key, ""),
                normal if is_used(normal) => {
                    text(key, node).map_err(|(line, what)| wrong(line, what))?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn text<'a>(key: &Key, node: &'a Node) -> Result<&'a str, (usize, Wrong)> {
    match &node.value {
        Value::Text(text) => Ok(text),
        Value::Null => Ok(""),
        _ => Err((node.line, Wrong::NotAText(key.name.clone()))),
    }
}

fn cloud(name: &str, node: &Node) -> ImportedCloud {
    let mut settings = Settings::default();
    // Like openstacksdk: keys in `auth` win, and keys next to it count as if they were inside.
    let auth =
        node.entries().iter().filter(|(key, _)| normal(&key.name) == "auth").flat_map(|(_, node)| node.entries());
    for (key, node) in auth.chain(node.entries()) {
        settings.add(&normal(&key.name), text(key, node).unwrap_or_default());
    }
    settings.regions = node.get("regions").map(regions).unwrap_or_default();
    settings.into_cloud(name)
}

/// `[A, B]`, or mappings with a `name`.
fn regions(node: &Node) -> Vec<String> {
    let list = match &node.value {
        Value::List(list) => list.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let name = |node: &Node| match &node.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        _ => match &node.get("name")?.value {
            Value::Text(text) => Some(text.trim().to_owned()),
            _ => None,
        },
    };
    list.iter().filter_map(name).filter(|name| !name.is_empty()).collect()
}
