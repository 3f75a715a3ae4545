//! Joins `style/*.css` into the file that index.html links, and `style/later/*.css` into the one that is loaded with
//! the first part (`src/parts.rs`). Trunk does not bundle CSS, and each `@import` would cost a request.

use crate::paths;
use crate::shell::{self, Done};
use std::path::{Path, PathBuf};

/// These come first; the others follow by name. Precedence is decided by layers, not by this order.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];

/// Writes `style/generated/{maru,later}.css` if their content changed (a newer date would rebuild the page).
pub fn join() -> Done {
    let folder = paths::root().join("style");
    for (from, to) in [(folder.clone(), "maru.css"), (folder.join("later"), "later.css")] {
        write_if_changed(folder.join("generated").join(to), &joined(&from)?)?;
    }
    Ok(())
}

/// The style sheets of a folder, joined.
fn joined(folder: &Path) -> Done<String> {
    let mut names = Vec::new();
    for entry in shell::io(folder, std::fs::read_dir(folder))? {
        let name = shell::io(folder, entry)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") {
            names.push(name);
        }
    }
    let mut joined = String::new();
    for name in in_order(names) {
        let file = folder.join(&name);
        let text = shell::io(&file, std::fs::read_to_string(&file))?;
        joined.push_str(&format!("/* {name} */\n{}\n", text.trim_end()));
    }
    Ok(joined)
}

fn in_order(mut names: Vec<String>) -> Vec<String> {
    names.sort_by_key(|name| (FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len()), name.clone()));
    names
}

fn write_if_changed(file: PathBuf, text: &str) -> Done {
    if std::fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        shell::io(folder, std::fs::create_dir_all(folder))?;
    }
    shell::io(&file, std::fs::write(&file, text))
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn tokens_and_base_come_first() {
        let names = ["table.css", "base.css", "badge.css", "tokens.css"].map(str::to_owned).to_vec();
        assert_eq!(in_order(names), ["tokens.css", "base.css", "badge.css", "table.css"]);
    }
}
