//! Which room of the page may name which. Each may name only rooms that stand above it in the list, so that no circle can
//! form.

use super::Problem;
use super::tree::{File, Tree};

const SRC: &str = "src/";

/// A room, and the rooms that it may name.
const ROOMS: [(&str, &[&str]); 14] = [
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
    ("lazy", &["browser", "parts", "routes", "ui", "data", "shell", "pages"]),
];

/// What draws all of it, and what starts it: they may name any room, and no room names them.
const ROOF: [&str; 2] = ["app", "main"];

/// Each line that names a room that its own may not name, and each room that has no place yet.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.below(SRC, ".rs") {
        let Some(own) = room_of(file).filter(|own| !ROOF.contains(own)) else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == own) else {
            problems.push(Problem::new(&file.path, format!("xtask/src/tidy/rooms.rs gives {own} no place")));
            continue;
        };
        let all = ROOMS.iter().map(|(room, _)| *room).chain(ROOF);
        let closed: Vec<&str> = all.filter(|room| *room != own && !allowed.contains(room)).collect();
        for (number, line) in file.code_lines() {
            let what = closed.iter().find(|room| names(line, room)).map(|room| format!("{own} must not name {room}"));
            problems.extend(what.map(|what| Problem::new(file.at(number), what)));
        }
    }
    problems
}

/// The room that a file is in: its folder below `src/`, or the file itself.
fn room_of(file: &File) -> Option<&str> {
    let inside = file.path.strip_prefix(SRC)?;
    inside.split('/').next()?.split('.').next()
}

/// `crate::room`, or `room` in `use crate::{…}`.
fn names(line: &str, room: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let mut named = line.match_indices("crate::").filter_map(|(at, path)| line.get(at + path.len()..));
    named.any(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split([',', '}']).any(|one| one.trim().strip_prefix(room).is_some_and(ends)),
        None => rest.strip_prefix(room).is_some_and(ends),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn no_circle_can_form() {
        for (height, (room, allowed)) in ROOMS.iter().enumerate() {
            let known = |other: &&str| ROOMS.iter().take(height).any(|(room, _)| room == other);
            assert!(allowed.iter().all(known), "{room} may name only what stands above it");
        }
    }

    #[test]
    fn a_room_names_only_what_it_may() {
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
