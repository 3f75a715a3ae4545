//! The standard library for the browser.

use crate::shell::{self, Done, Failure};

/// rustc's name of the target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup if rustc does not have it.
pub fn ensure() -> Done {
    if is_there() {
        return Ok(());
    }
    shell::step("rustup target add", "the app is compiled for the browser", "5 s");
    let by_hand = format!("rustup target add {TARGET}");
    if shell::which("rustup").is_none() {
        let what = "the Rust installed here has no browser target, and there is no rustup to add it";
        return Err(Failure::new(what).by_hand("install Rust from https://rustup.rs, then: ".to_owned() + &by_hand));
    }
    shell::run(shell::in_root("rustup").args(["target", "add", TARGET])).map_err(|failure| failure.by_hand(by_hand))
}

fn is_there() -> bool {
    let asked = shell::output(shell::in_root("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    asked.is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir())
}
