//! `sbom.cdx.json`, the CycloneDX bill of materials of page and gateway, written by `xtask-pack sbom` from Cargo's
//! metadata.

use crate::ensure::wasm_target;
use crate::shell::{self, Done};
use crate::{paths, ship};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Fixed, so that the list does not depend on the machine.
const GATEWAY_RUNS_ON: &str = "x86_64-unknown-linux-gnu";

/// Writes it next to the page.
pub fn write(site: &Path) -> Done {
    let page = account("page", wasm_target::TARGET)?;
    let gateway = account("gateway", GATEWAY_RUNS_ON)?;
    let lock = paths::root().join("Cargo.lock");
    let to = site.join("sbom.cdx.json");
    ship::pack([OsStr::new("sbom"), page.as_os_str(), gateway.as_os_str(), lock.as_os_str(), to.as_os_str()])
}

/// Cargo's metadata for a target.
fn account(name: &str, target: &str) -> Done<PathBuf> {
    let file = paths::scratch().join(format!("metadata-{name}.json"));
    let mut command = shell::cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", target]);
    let told = shell::output(&mut command).ok_or_else(|| shell::Failure::new("cargo metadata says nothing"))?;
    shell::io(&file, std::fs::write(&file, told))?;
    Ok(file)
}
