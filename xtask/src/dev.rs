//! `cargo xtask dev`: rebuilds on change and reloads the page, behind the same gateway.
//!
//! It does not use `trunk serve`, whose reload script is inline, which the gateway's CSP forbids. Checking the dates of
//! some hundred files is cheaper than compiling Trunk.

use crate::args::Serve;
use crate::build::{self, Flavor};
use crate::gateway::{self, Running};
use crate::shell::{self, Done};
use crate::{page, paths};
use std::path::Path;
use std::time::Duration;

/// Added to the page: polls the stamp and reloads when it changes.
const RELOAD: &str = include_str!("reload.js");

/// Serves, and rebuilds until stopped.
pub fn run(options: &Serve) -> Done {
    let listen = gateway::listen_address(options)?;
    build::prepare(Flavor::Dev, "dev")?;
    let site = paths::scratch().join("dev");
    let mut built = rebuild(&site);
    let program = build::compile_gateway("dev")?;
    let command = gateway::command(&program, &site, &listen, options);
    let _gateway = Running::start(command, &listen)?;
    println!("\nMaru is at http://{listen}/   (rebuilt on every change; stop it with Ctrl-C)");
    loop {
        std::thread::sleep(Duration::from_millis(300));
        if build::fingerprint() != built {
            built = rebuild(&site);
        }
    }
}

/// Rebuilds. A compile error is printed; the next change may fix it.
fn rebuild(site: &Path) -> String {
    let now = build::fingerprint();
    let result = shell::timed("page", || {
        page::assemble(&build::compile_app(Flavor::Dev)?, site)?;
        add_reload(site, &now)
    });
    if let Err(failure) = result {
        eprintln!("{failure}");
    }
    now
}

fn add_reload(site: &Path, stamp: &str) -> Done {
    let page = site.join("index.html");
    let html = shell::io(&page, std::fs::read_to_string(&page))?;
    let html = html.replace("</head>", "<script type=\"module\" src=\"reload.js\"></script></head>");
    shell::io(&page, std::fs::write(&page, html))?;
    shell::io(site, std::fs::write(site.join("reload.js"), RELOAD))?;
    shell::io(site, std::fs::write(site.join("reload.txt"), stamp))
}
