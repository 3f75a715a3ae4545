//! A bill of materials in CycloneDX, without date and serial number (both optional), so that the same sources give the
//! same file.

use crate::Done;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The shipped programs, in the order of their metadata.
const SHIPPED: [&str; 2] = ["maru", "maru-gateway"];

/// Writes the components of both programs; `accounts` are files from `cargo metadata`.
pub fn write(accounts: [&str; 2], lock: &str, to: &str) -> Done {
    let mut parts = BTreeMap::new();
    for (file, name) in accounts.into_iter().zip(SHIPPED) {
        let account: Value = serde_json::from_slice(&std::fs::read(file)?)?;
        collect(&account, name, &mut parts)?;
    }
    let bill = bill(&parts, &checksums(&std::fs::read_to_string(lock)?));
    Ok(std::fs::write(to, serde_json::to_string_pretty(&bill)? + "\n")?)
}

/// A package and its dependencies.
#[derive(Default)]
struct Part {
    name: String,
    version: String,
    license: String,
    needs: BTreeSet<String>,
}

/// Adds `root` and everything that is linked into it or generates code for it, but not what only tests and build
/// scripts need.
fn collect(account: &Value, root: &str, parts: &mut BTreeMap<String, Part>) -> Done {
    let by_id = |list: &str| -> BTreeMap<String, Value> {
        let rows = account.pointer(list).and_then(Value::as_array).cloned().unwrap_or_default();
        rows.into_iter().map(|row| (text(&row, "id"), row)).collect()
    };
    let (packages, nodes) = (by_id("/packages"), by_id("/resolve/nodes"));
    let start = packages.iter().find(|(_, package)| text(package, "name") == root).map(|(id, _)| id.clone());
    let mut todo = vec![start.ok_or_else(|| format!("there is no package {root}"))?];
    let mut seen = BTreeSet::new();
    while let Some(id) = todo.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let (Some(package), Some(node)) = (packages.get(&id), nodes.get(&id)) else {
            return Err(format!("cargo tells nothing of {id}").into());
        };
        let needed = linked(node);
        let part = parts.entry(reference(package)).or_default();
        (part.name, part.version) = (text(package, "name"), text(package, "version"));
        // The old syntax.
        part.license = text(package, "license").replace('/', " OR ");
        part.needs.extend(needed.iter().filter_map(|id| packages.get(id)).map(reference));
        todo.extend(needed);
    }
    Ok(())
}

/// The ids of the ordinary dependencies of a node.
fn linked(node: &Value) -> Vec<String> {
    let rows = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let ordinary = |dependency: &Value| rows(dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null());
    rows(node, "deps").iter().filter(|dependency| ordinary(dependency)).map(|one| text(one, "pkg")).collect()
}

fn reference(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(package, "name"), text(package, "version"))
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// SHA-256 of each package from the registry.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    let packages = lock.split("[[package]]").skip(1);
    let sum = |package| {
        let name = format!("pkg:cargo/{}@{}", value(package, "name")?, value(package, "version")?);
        Some((name, value(package, "checksum")?))
    };
    packages.filter_map(sum).collect()
}

fn bill(parts: &BTreeMap<String, Part>, sums: &BTreeMap<String, String>) -> Value {
    let is_page = |part: &Part| part.name == SHIPPED[0];
    let component = |(reference, part): (&String, &Part)| {
        let kind = if SHIPPED.contains(&part.name.as_str()) { "application" } else { "library" };
        let mut component = Map::new();
        let mut put = |key: &str, value: Value| drop(component.insert(key.to_owned(), value));
        put("type", kind.into());
        put("bom-ref", reference.as_str().into());
        put("name", part.name.as_str().into());
        put("version", part.version.as_str().into());
        put("purl", reference.as_str().into());
        if !part.license.is_empty() {
            put("licenses", json!([{ "expression": part.license }]));
        }
        if let Some(sum) = sums.get(reference) {
            put("hashes", json!([{ "alg": "SHA-256", "content": sum }]));
        }
        Value::Object(component)
    };
    let page = parts.iter().find(|(_, part)| is_page(part)).map(component);
    let others: Vec<Value> = parts.iter().filter(|(_, part)| !is_page(part)).map(component).collect();
    let needs: Vec<Value> =
        parts.iter().map(|(reference, part)| json!({ "ref": reference, "dependsOn": part.needs })).collect();
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": { "component": page },
        "components": others, "dependencies": needs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+x\"\nchecksum = \
                        \"abc\"\n\n[[package]]\nname = \"maru\"\nversion = \"0.1.0\"\n";

    /// `maru` needs `a`, whose tests need `b`; the gateway needs `c`.
    fn account() -> Value {
        let package = |name: &str, version: &str, license: Value| json!({ "id": name, "name": name, "version": version, "license": license });
        let needs = |id: &str, kind: Value| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        json!({
            "packages": [
                package("maru", "0.1.0", "Apache-2.0".into()), package("maru-gateway", "0.1.0", "Apache-2.0".into()),
                package("a", "1.0.0", "MIT/Apache-2.0".into()), package("b", "1.0.0", Value::Null),
                package("c", "2.0.0", Value::Null),
            ],
            "resolve": { "nodes": [
                { "id": "maru", "deps": [needs("a", Value::Null)] },
                { "id": "maru-gateway", "deps": [needs("c", Value::Null)] },
                { "id": "a", "deps": [needs("b", "dev".into())] },
                { "id": "b", "deps": [] }, { "id": "c", "deps": [] },
            ] },
        })
    }

    #[test]
    fn it_lists_what_is_shipped_and_nothing_else() {
        let mut parts = BTreeMap::new();
        for name in SHIPPED {
            assert!(collect(&account(), name, &mut parts).is_ok());
        }
        let bill = bill(&parts, &checksums(LOCK));
        assert_eq!(bill.pointer("/metadata/component/name"), Some(&json!("maru")));
        assert_eq!(
            bill["components"],
            json!([
                { "type": "library", "bom-ref": "pkg:cargo/a@1.0.0", "name": "a", "version": "1.0.0",
                  "purl": "pkg:cargo/a@1.0.0", "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                  "hashes": [{ "alg": "SHA-256", "content": "abc" }] },
                { "type": "library", "bom-ref": "pkg:cargo/c@2.0.0", "name": "c", "version": "2.0.0",
                  "purl": "pkg:cargo/c@2.0.0" },
                { "type": "application", "bom-ref": "pkg:cargo/maru-gateway@0.1.0", "name": "maru-gateway",
                  "version": "0.1.0", "purl": "pkg:cargo/maru-gateway@0.1.0",
                  "licenses": [{ "expression": "Apache-2.0" }] },
            ])
        );
        let needs = json!({ "ref": "pkg:cargo/maru@0.1.0", "dependsOn": ["pkg:cargo/a@1.0.0"] });
        assert!(bill["dependencies"].as_array().is_some_and(|all| all.contains(&needs)), "{bill}");
    }

    #[test]
    fn it_has_no_date_and_no_serial_number() {
        let mut parts = BTreeMap::new();
        assert!(collect(&account(), "maru", &mut parts).is_ok());
        let bill = bill(&parts, &BTreeMap::new()).to_string();
        assert!(!bill.contains("serialNumber") && !bill.contains("timestamp"), "{bill}");
    }

    #[test]
    fn a_package_that_is_not_there_stops() {
        assert!(collect(&account(), "other", &mut BTreeMap::new()).is_err());
    }
}
