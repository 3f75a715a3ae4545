//! Console log (row N09) and console link.

use cloud::rules::lifecycle::Action;
use serde_json::{Value, json};

use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, bad_request, conflict, invalid};
use crate::model::{Server, VmState};

/// `os-getConsoleOutput`: the last lines, or all.
pub(super) fn log(context: &Context<'_>, id: &str, argument: &Value) -> Answer {
    let count = match argument.get("length") {
        None | Some(Value::Null) => None,
        Some(value) => {
            let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
            let number = number.filter(|number| *number >= -1);
            let number = number.ok_or_else(|| invalid("length", &value.to_string(), "it is not a number of lines"))?;
            // -1 means all.
            usize::try_from(number).ok()
        }
    };
    let server = find(context, id)?;
    allowed::check(server, Action::ConsoleLog, "get_console_output")?;
    if !server.placed {
        return Err(conflict(&format!("Instance {id} is not ready")));
    }
    let lines = lines(server);
    let from = count.map_or(0, |count| lines.len().saturating_sub(count));
    Ok(Response::json(200, &json!({ "output": lines.get(from..).unwrap_or_default().join("\n") })))
}

/// The boot messages of a Linux guest; half of them during the build.
fn lines(server: &Server) -> Vec<String> {
    let address = server.nics.first().map_or("-", |nic| nic.address.as_str());
    let mac = server.nics.first().map_or("-", |nic| nic.mac.as_str());
    let lines = [
        "[    0.000000] Linux version 6.8.0-79-generic (buildd@lcy02-amd64-012)".to_owned(),
        "[    0.000000] Command line: BOOT_IMAGE=/boot/vmlinuz root=LABEL=cloudimg-rootfs ro console=ttyS0".to_owned(),
        "[    0.412377] pci 0000:00:03.0: [1af4:1000] type 00 class 0x020000".to_owned(),
        "[    1.870112] EXT4-fs (vda1): mounted filesystem with ordered data mode".to_owned(),
        format!("[    3.120944] cloud-init[512]: ci-info: | ens3 | True | {address} | 255.255.255.0 | {mac} |"),
        "[    5.002210] cloud-init[612]: Generating locale ko_KR.UTF-8... done".to_owned(),
        "\u{1b}[32m[  OK  ]\u{1b}[0m Reached target Cloud-init target.".to_owned(),
        format!("{} login: ", server.name),
    ];
    let shown = if server.vm == VmState::Building { lines.len() / 2 } else { lines.len() };
    lines.into_iter().take(shown).collect()
}

/// `os-getVNCConsole` and similar: only noVNC exists.
pub(super) fn link(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let kind = argument.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let url = open(context, id, &kind)?;
    Ok(Response::json(200, &json!({ "console": { "type": kind, "url": url } })))
}

/// The console's URL.
pub(in crate::compute::servers) fn open(context: &mut Context<'_>, id: &str, kind: &str) -> Result<String, Response> {
    let server = find(context, id)?;
    allowed::check(server, Action::Console, "get_vnc_console")?;
    if kind != "novnc" {
        return Err(bad_request(&format!("Unavailable console type {kind}.")));
    }
    if !server.placed {
        return Err(conflict(&format!("Instance {id} is not ready")));
    }
    let token = context.project.rng.uuid();
    let base = context.base.strip_suffix("/compute").unwrap_or(&context.base);
    Ok(format!("{base}/vnc_auto.html?path=%3Ftoken%3D{token}"))
}
