//! The size of the first load: everything that is fetched until the list of instances is shown, including sign-in.
//! Parts that are loaded later (`src/lazy.rs`) are not named by the page, and not counted.

use crate::shell::{self, Done, Failure};
use std::path::Path;

/// The limit for HTML, CSS, JavaScript and wasm together, brotli-compressed. Above it, something must be loaded later
/// (docs/decisions/0003).
const FIRST_LOAD: u64 = 256 * 1024;

const PAGE: &str = "index.html";
const COUNTED: [&str; 3] = [".css", ".js", ".wasm"];

/// The maximum number of wasm files: each is a separate request.
const FILES: usize = 20;

/// Fails if the first load of what `dist` built exceeds the limit, or if there are too many files.
pub fn check(dist: &Path) -> Done {
    judge(print(dist)?)?;
    let mut files = shell::io(dist, std::fs::read_dir(dist))?.flatten().map(|file| file.file_name());
    judge_files(files.by_ref().filter(|name| name.to_string_lossy().ends_with(".wasm")).count())
}

/// Prints every file with its size, and returns the size of the first load.
pub fn print(dist: &Path) -> Done<u64> {
    let page = dist.join(PAGE);
    let html = shell::io(&page, std::fs::read_to_string(&page))?;
    let (mut first, mut later) = (0, 0);
    for entry in shell::io(dist, std::fs::read_dir(dist))? {
        let file = shell::io(dist, entry)?;
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".br") else { continue };
        let bytes = shell::io(&file.path(), file.metadata())?.len();
        if is_first(name, &html) {
            println!("  {bytes:>8} B  {name}");
            first += bytes;
        } else {
            later += bytes;
        }
    }
    println!("  {first:>8} B  of {FIRST_LOAD} B for a first visit; {later} B come later, when needed");
    Ok(first)
}

fn is_first(name: &str, html: &str) -> bool {
    // A disabled style sheet is named but not fetched.
    let named = html.split('<').any(|tag| tag.contains(name) && !tag.contains(" disabled"));
    name == PAGE || (COUNTED.iter().any(|ending| name.ends_with(ending)) && named)
}

fn judge(sum: u64) -> Done {
    match sum {
        0 => Err(Failure::new("dist/ has no compressed files")),
        1..=FIRST_LOAD => Ok(()),
        _ => Err(Failure::new(format!("the first load is {} B over its budget", sum - FIRST_LOAD))),
    }
}

fn judge_files(count: usize) -> Done {
    match count {
        0 => Err(Failure::new("dist/ has no wasm")),
        1..=FILES => Ok(()),
        _ => Err(Failure::new(format!("{count} wasm files are more than {FILES}: two parts should share one"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_names_comes_first() {
        let html = "<link href=\"a-1.css\"><link href=\"l-1.css\" disabled><link rel=\"icon\" href=\"i.svg\"><script src=\"b.js\" data-wasm=\"c.wasm\">";
        for (name, expect) in [
            ("index.html", true),
            ("a-1.css", true),
            ("l-1.css", false),
            ("b.js", true),
            ("c.wasm", true),
            ("i.svg", false),
            ("d.wasm", false),
        ] {
            assert_eq!(is_first(name, html), expect, "{name}");
        }
    }

    #[test]
    fn so_many_files_and_not_one_more() {
        for (count, passes) in [(0, false), (1, true), (FILES, true), (FILES + 1, false)] {
            assert_eq!(judge_files(count).is_ok(), passes, "{count}");
        }
    }

    #[test]
    fn the_line_is_where_it_is() {
        for (sum, passes) in [(0, false), (1, true), (FIRST_LOAD, true), (FIRST_LOAD + 1, false)] {
            assert_eq!(judge(sum).is_ok(), passes, "{sum}");
        }
    }
}
