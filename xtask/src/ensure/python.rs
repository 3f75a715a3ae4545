//! A Python environment with the packages of `tests/sdk/requirements.txt`, OpenStack's own clients.

use crate::paths;
use crate::shell::{self, Done};
use std::path::{Path, PathBuf};

/// The environment's Python; created if it is missing or the requirements changed.
pub fn ensure() -> Done<PathBuf> {
    let (home, pins) = (paths::tools().join("openstacksdk"), paths::tests().join("sdk/requirements.txt"));
    let python = home.join("bin/python");
    let wanted = shell::io(&pins, std::fs::read_to_string(&pins))?;
    // Written last, so that an incomplete environment is created again.
    let done = home.join("installed.txt");
    if python.is_file() && std::fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    ensure_venv()?;
    shell::step("pip install openstacksdk and clients", "official clients test the simulated cloud", "60 s");
    let log = paths::tools().join("pip.log");
    let by_hand =
        format!("python3 -m venv --clear {0} && {0}/bin/python -m pip install -r {1}", shown(&home), shown(&pins));
    let mut venv = shell::in_root("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&home);
    let mut pip = shell::in_root(&python);
    pip.args(["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--requirement"]).arg(&pins);
    shell::run_logged(&mut venv, &log)
        .and_then(|()| shell::run_logged(&mut pip, &log))
        .map_err(|failure| failure.by_hand(by_hand))?;
    shell::io(&done, std::fs::write(&done, wanted))?;
    Ok(python)
}

/// On Debian and Ubuntu, Python's venv module is a separate package.
fn ensure_venv() -> Done {
    if shell::output(shell::in_root("python3").args(["-c", "import venv, ensurepip"])).is_some() {
        return Ok(());
    }
    shell::step("apt-get install python3-venv", "openstacksdk gets a Python environment of its own", "20 s");
    super::apt_install("python3-venv")
}

fn shown(path: &Path) -> String {
    path.strip_prefix(paths::root()).unwrap_or(path).display().to_string()
}
