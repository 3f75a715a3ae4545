//! `cargo xtask run`: from a fresh clone to a running console.

use crate::args::Serve;
use crate::build::{self, Flavor};
use crate::shell::Done;
use crate::{gateway, paths};

/// Builds what changed and serves it until stopped.
pub fn run(options: &Serve) -> Done {
    let listen = gateway::listen_address(options)?;
    build::prepare(Flavor::Dev, "dev")?;
    let site = paths::scratch().join("site");
    build::site_if_changed(&site)?;
    let program = build::compile_gateway("dev")?;
    gateway::become_gateway(gateway::command(&program, &site, &listen, options))
}
