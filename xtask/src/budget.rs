//! The bytes of a first visit.

use crate::shell::{self, Done, Failure};
use std::path::Path;

/// HTML, CSS, JavaScript and wasm together, as brotli sends them.
const FIRST_LOAD: u64 = 230 * 1024;

const COUNTED: [&str; 4] = [".html.br", ".css.br", ".js.br", ".wasm.br"];

/// Fails when a first visit to what `dist` built costs more than it may.
pub fn check(dist: &Path) -> Done {
    judge(print(dist)?)
}

/// Shows what a first visit downloads, file by file, and returns the sum.
pub fn print(dist: &Path) -> Done<u64> {
    let mut sum = 0;
    for entry in shell::io(dist, std::fs::read_dir(dist))? {
        let file = shell::io(dist, entry)?;
        let name = file.file_name().to_string_lossy().into_owned();
        if COUNTED.iter().any(|ending| name.ends_with(ending)) {
            let bytes = shell::io(&file.path(), file.metadata())?.len();
            println!("  {bytes:>8} B  {name}");
            sum += bytes;
        }
    }
    println!("  {sum:>8} B  of {FIRST_LOAD} B for a first visit");
    Ok(sum)
}

fn judge(sum: u64) -> Done {
    match sum {
        0 => Err(Failure::new("dist/ has no compressed files")),
        1..=FIRST_LOAD => Ok(()),
        _ => Err(Failure::new(format!("the first load is {} B over its budget", sum - FIRST_LOAD))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_where_it_is() {
        for (sum, passes) in [(0, false), (1, true), (FIRST_LOAD, true), (FIRST_LOAD + 1, false)] {
            assert_eq!(judge(sum).is_ok(), passes, "{sum}");
        }
    }
}
