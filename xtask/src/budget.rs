//! The size of the first load, which is everything until the sign-in form is shown, and of the console, which is loaded meanwhile
//! (docs/decisions/0003).

use crate::paths;
use crate::shell::{self, Done, Failure};
use std::path::Path;

/// The limit for HTML, CSS, JavaScript and wasm together, brotli-compressed. Above it, something must be loaded later
/// (docs/decisions/0003).
const FIRST_LOAD: u64 = 256 * 1024;

/// The limit for the first load and the console together: what somebody waits for whose session goes on, after an update.
const WITH_CONSOLE: u64 = 448 * 1024;

/// The part with the frame and the list of instances.
const CONSOLE: &str = "console";

const PAGE: &str = "index.html";
const COUNTED: [&str; 3] = [".css", ".js", ".wasm"];

/// The maximum number of wasm files: each is a separate request.
const FILES: usize = 20;

/// Fails if the first load of what `dist` built, or the console with it, exceeds its limit, or if there are too many files.
pub fn check(dist: &Path) -> Done {
    let (first, with_console) = print(dist)?;
    judge("the first load", first, FIRST_LOAD)?;
    judge("the first load with the console", with_console, WITH_CONSOLE)?;
    let mut files = shell::io(dist, std::fs::read_dir(dist))?.flatten().map(|file| file.file_name());
    judge_files(files.by_ref().filter(|name| name.to_string_lossy().ends_with(".wasm")).count())
}

/// Prints every file of the first load and of the console with its size, and returns the size of the first load, and of both.
pub fn print(dist: &Path) -> Done<(u64, u64)> {
    let page = dist.join(PAGE);
    let html = shell::io(&page, std::fs::read_to_string(&page))?;
    // Written by `xtask-pack gather`.
    let list = paths::scratch().join("parts/files.txt");
    let parts = shell::io(&list, std::fs::read_to_string(&list))?;
    let (mut first, mut console, mut all) = (0, 0, 0);
    for entry in shell::io(dist, std::fs::read_dir(dist))? {
        let file = shell::io(dist, entry)?;
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".br") else { continue };
        let bytes = shell::io(&file.path(), file.metadata())?.len();
        let (is_first, is_console) = (is_first(name, &html), is_of(name, CONSOLE, &parts));
        if is_first || is_console {
            println!("  {bytes:>8} B  {name}");
        }
        first += if is_first { bytes } else { 0 };
        console += if is_console { bytes } else { 0 };
        all += bytes;
    }
    let both = first + console;
    println!("  {first:>8} B  of {FIRST_LOAD} B for the first load, up to the sign-in");
    println!("  {both:>8} B  of {WITH_CONSOLE} B with the console; {} B are loaded later", all - both);
    Ok((first, both))
}

fn is_first(name: &str, html: &str) -> bool {
    // A disabled style sheet is named but not fetched.
    let named = html.split('<').any(|tag| tag.contains(name) && !tag.contains(" disabled"));
    name == PAGE || (COUNTED.iter().any(|ending| name.ends_with(ending)) && named)
}

/// Whether the file belongs to a part, by the list of parts: `pages: chunk_1 split_pages`.
fn is_of(name: &str, part: &str, parts: &str) -> bool {
    // `chunk_1-0123456789abcdef.wasm`: the name has a hash.
    let Some((stem, _)) = name.strip_suffix(".wasm").and_then(|name| name.rsplit_once('-')) else { return false };
    let line = parts.lines().find_map(|line| line.strip_prefix(part)?.strip_prefix(": "));
    line.is_some_and(|files| files.split(' ').any(|file| file == stem))
}

fn judge(what: &str, sum: u64, limit: u64) -> Done {
    match sum {
        0 => Err(Failure::new("dist/ has no compressed files")),
        _ if sum <= limit => Ok(()),
        _ => Err(Failure::new(format!("{what} is {} B over its budget of {limit} B", sum - limit))),
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
    fn a_part_has_its_own_files_and_those_it_shares() {
        let parts = "console: split_console\npages: chunk_1 split_pages\n";
        for (name, part, expect) in [
            ("chunk_1-0123456789abcdef.wasm", "pages", true),
            ("split_pages-0123456789abcdef.wasm", "pages", true),
            ("chunk_11-0123456789abcdef.wasm", "pages", false),
            ("split_pages-0123456789abcdef.wasm", "console", false),
            ("maru-0123456789abcdef.css", "pages", false),
            ("split_pages-0123456789abcdef.wasm", "nothing", false),
        ] {
            assert_eq!(is_of(name, part, parts), expect, "{name} of {part}");
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
            assert_eq!(judge("it", sum, FIRST_LOAD).is_ok(), passes, "{sum}");
        }
    }
}
