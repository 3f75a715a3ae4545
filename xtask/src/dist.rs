//! `cargo xtask dist`: builds the site for upload, and the gateway.

use crate::build::{self, Flavor};
use crate::ensure::node;
use crate::shell::{self, Done};
use crate::{budget, paths, sbom, ship};
use std::ffi::OsStr;

/// Builds `dist/` for its base path, and `target/release/maru-gateway` with its SHA-256.
pub fn run(base: &str) -> Done {
    node::ensure_optimisers()?;
    build::prepare(Flavor::Dist, "release")?;
    let built = paths::scratch().join("dist");
    shell::timed("page", || ship::ship(&built))?;
    sbom::write(&built)?;
    shell::timed("packed", || {
        ship::pack([OsStr::new("finish"), built.as_os_str(), paths::dist().as_os_str(), OsStr::new(base)])
    })?;
    let gateway = shell::timed("gateway", || build::compile_gateway("release"))?;
    ship::pack([OsStr::new("sum"), gateway.as_os_str()])?;
    budget::print(&paths::dist())?;
    println!("dist/ is ready to upload, or serve it yourself:");
    println!("  {} --site dist --config gateway.toml --listen 127.0.0.1:8080", gateway.display());
    Ok(())
}
