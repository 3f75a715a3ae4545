//! No inline code in index.html, lock files that name only the public registries, and font weights.

use super::Problem;
use super::tree::Tree;

/// index.html must have no inline script, style element or event handler: the CSP would block them.
pub fn check_page(tree: &Tree) -> Vec<Problem> {
    let Some(page) = tree.file("index.html") else { return Vec::new() };
    let inline = |line: &str| line.contains("<style") || has_handler(line) || has_inline_script(line);
    let lines = page.code_lines().filter(|(_, line)| inline(line));
    lines.map(|(number, _)| Problem::new(page.at(number), "no inline script, style or handler in the page")).collect()
}

fn has_inline_script(line: &str) -> bool {
    line.split("<script").skip(1).any(|tag| !tag.split('>').next().unwrap_or_default().contains(" src="))
}

fn has_handler(line: &str) -> bool {
    line.split(" on").skip(1).any(|rest| {
        let name: &str = rest.split('=').next().unwrap_or_default();
        rest.contains("=\"") && !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())
    })
}

/// Lock files must name the public registries: one written behind a mirror would send everybody to that mirror.
pub fn check_locks(tree: &Tree) -> Vec<Problem> {
    let locks = [
        ("fuzz/Cargo.lock", "source = \"", "source = \"registry+https://github.com/rust-lang/crates.io-index\""),
        ("Cargo.lock", "source = \"", "source = \"registry+https://github.com/rust-lang/crates.io-index\""),
        ("tests/package-lock.json", "\"resolved\": \"", "\"resolved\": \"https://registry.npmjs.org/"),
    ];
    let mut problems = Vec::new();
    for (path, names_source, public) in locks {
        let Some(file) = tree.file(path) else { continue };
        let foreign = file.code_lines().filter(|(_, line)| line.contains(names_source) && !line.contains(public));
        problems.extend(foreign.map(|(number, _)| Problem::new(file.at(number), "not from the public registry")));
    }
    problems
}

/// The weights that system fonts for Korean and Japanese have; another one would be drawn as one of these.
const WEIGHTS: [&str; 4] = ["400", "500", "600", "inherit"];

/// Style sheets may use only weights that all system fonts have.
pub fn check_weights(tree: &Tree) -> Vec<Problem> {
    let sheets = tree.files.iter().filter(|file| file.path.starts_with("style/") && file.path.ends_with(".css"));
    let mut problems = Vec::new();
    for sheet in sheets {
        let weight = |line: &str| line.trim().strip_prefix("font-weight:")?.trim().strip_suffix(';').map(str::to_owned);
        let odd = |line: &str| weight(line).is_some_and(|weight| !WEIGHTS.contains(&weight.as_str()));
        let lines = sheet.code_lines().filter(|(_, line)| odd(line));
        problems.extend(lines.map(|(number, _)| Problem::new(sheet.at(number), "font weights are 400, 500 and 600")));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn inline_code_in_the_page() {
        for (line, found) in [
            ("<script>alert(1)</script>", true),
            ("<style>p{}</style>", true),
            ("<p onclick=\"go()\">", true),
            ("<script src=\"boot.js\"></script>", false),
            ("<p>built on=top</p>", false),
            ("<link data-trunk rel=\"css\" href=\"a.css\">", false),
        ] {
            assert_eq!(!places(check_page, &[("index.html", line)]).is_empty(), found, "{line}");
        }
    }

    #[test]
    fn weights_that_no_system_font_has() {
        for (line, found) in [
            ("font-weight: 540;", true),
            ("  font-weight: 700;", true),
            ("  font-weight: 500;", false),
            ("font-weight: inherit;", false),
        ] {
            assert_eq!(!places(check_weights, &[("style/a.css", line)]).is_empty(), found, "{line}");
        }
    }

    #[test]
    fn foreign_sources_in_lock_files() {
        for (path, line, found) in [
            ("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\"", false),
            ("Cargo.lock", "source = \"registry+https://mirror.example/index\"", true),
            ("Cargo.lock", "source = \"git+https://github.com/a/b\"", true),
            ("tests/package-lock.json", "\"resolved\": \"https://registry.npmjs.org/a/-/a-1.tgz\",", false),
            ("tests/package-lock.json", "\"resolved\": \"https://mirror.example/a-1.tgz\",", true),
        ] {
            assert_eq!(!places(check_locks, &[(path, line)]).is_empty(), found, "{line}");
        }
    }
}
