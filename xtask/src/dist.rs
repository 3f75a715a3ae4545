//! `cargo xtask dist`: the folder to upload and the program to run.

use crate::build::{self, Flavor};
use crate::ensure::node;
use crate::shell::{self, Done};
use crate::{budget, paths};

/// Builds `dist/` for the path it will be served under, and `target/release/maru-gateway`.
pub fn run(base: &str) -> Done {
    node::ensure_wasm_opt()?;
    build::prepare(Flavor::Dist, "release")?;
    // Trunk's output is not yet what is uploaded: names, integrity and compression are finished by xtask-pack.
    let built = paths::scratch().join("dist");
    shell::timed("page", || build::ship(&built))?;
    shell::timed("packed", || {
        let mut pack = shell::cargo();
        pack.args(["run", "--quiet", "--locked", "--package", "xtask-pack", "--"]);
        shell::run(pack.arg(&built).arg(paths::dist()).arg(base))
    })?;
    let gateway = shell::timed("gateway", || build::compile_gateway("release"))?;
    budget::print(&paths::dist())?;
    println!("dist/ is ready to upload, or serve it yourself:");
    println!("  {} --site dist --config gateway.toml --listen 127.0.0.1:8080", gateway.display());
    Ok(())
}
