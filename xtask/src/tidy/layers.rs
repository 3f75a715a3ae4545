//! Which modules of the page may import which. A module may import only modules above it in the list, so there are no cycles.

use super::Problem;
use super::tree::{File, Tree};

const SRC: &str = "src/";

/// A module below `src/`, and the modules it may import.
const LAYERS: [(&str, &[&str]); 15] = [
    ("reactive", &[]),
    ("browser", &["reactive"]),
    ("http", &["browser"]),
    ("locales", &["reactive", "browser"]),
    ("parts", &["browser"]),
    ("routes", &["reactive", "browser"]),
    ("private_keys", &["browser", "parts"]),
    ("ui", &["reactive", "browser", "locales", "parts", "routes"]),
    ("data", &["reactive", "browser", "http", "parts"]),
    ("flows", &["reactive", "browser", "locales", "ui", "data"]),
    ("shared", &["reactive", "browser", "locales", "routes", "ui", "data", "flows"]),
    ("shell", &["reactive", "browser", "locales", "parts", "routes", "ui", "data"]),
    (
        "pages",
        &[
            "reactive",
            "browser",
            "locales",
            "parts",
            "routes",
            "private_keys",
            "ui",
            "data",
            "flows",
            "shared",
            "shell",
        ],
    ),
    ("console", &["reactive", "browser", "locales", "parts", "routes", "ui", "data", "shell", "pages"]),
    ("lazy", &["parts", "private_keys", "ui", "data", "shell", "pages", "console"]),
];

/// The root modules: they may import all others, and no other imports them.
const ROOT: [&str; 2] = ["app", "main"];

/// Every import that is not allowed, and every module that is missing in the list.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.below(SRC, ".rs") {
        let Some(own) = layer_of(file).filter(|own| !ROOT.contains(own)) else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == own) else {
            problems.push(Problem::new(&file.path, format!("{own} is missing in xtask/src/tidy/layers.rs")));
            continue;
        };
        let all = LAYERS.iter().map(|(layer, _)| *layer).chain(ROOT);
        let closed: Vec<&str> = all.filter(|layer| *layer != own && !allowed.contains(layer)).collect();
        for (number, line) in file.code_lines() {
            let what =
                closed.iter().find(|layer| names(line, layer)).map(|layer| format!("{own} must not import {layer}"));
            problems.extend(what.map(|what| Problem::new(file.at(number), what)));
        }
    }
    problems
}

/// The module that a file belongs to: its folder below `src/`, or the file itself.
fn layer_of(file: &File) -> Option<&str> {
    let inside = file.path.strip_prefix(SRC)?;
    inside.split('/').next()?.split('.').next()
}

/// Whether the line contains `crate::layer`, or `layer` in `use crate::{…}`.
fn names(line: &str, layer: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let mut named = line.match_indices("crate::").filter_map(|(at, path)| line.get(at + path.len()..));
    named.any(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split([',', '}']).any(|one| one.trim().strip_prefix(layer).is_some_and(ends)),
        None => rest.strip_prefix(layer).is_some_and(ends),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn imports_have_no_cycle() {
        for (height, (layer, allowed)) in LAYERS.iter().enumerate() {
            let known = |other: &&str| LAYERS.iter().take(height).any(|(layer, _)| layer == other);
            assert!(allowed.iter().all(known), "{layer} may import only layers above it");
        }
    }

    #[test]
    fn a_layer_imports_only_what_it_may() {
        let broken = |path, line| places(check, &[(path, line)]).len();
        for (path, line, expect) in [
            ("src/ui/menu.rs", "use crate::pages::instances;", 1),
            ("src/ui/menu.rs", "use crate::data;", 1),
            ("src/ui/menu.rs", "let list = crate::data::images();", 1),
            ("src/ui/menu.rs", "use crate::{locales, shell};", 1),
            ("src/ui/menu.rs", "use crate::{locales, parts::part};", 0),
            ("src/ui/menu.rs", "use crate::ui::table;", 0),
            ("src/ui/menu.rs", "use crate::database;", 0),
            ("src/ui/menu.rs", "// use crate::pages;", 0),
            ("src/pages/zones/mod.rs", "use crate::ui::table;", 0),
            ("src/pages/zones/mod.rs", "use crate::lazy;", 1),
            ("src/data/live.rs", "use crate::ui::Table;", 1),
            ("src/lazy.rs", "use crate::app;", 1),
            ("src/app.rs", "use crate::lazy;", 0),
            ("src/main.rs", "crate::app::App", 0),
            ("src/attic.rs", "", 1),
        ] {
            assert_eq!(broken(path, line), expect, "{path}: {line}");
        }
    }
}
