//! `os-server-password`: the encrypted first password of a Windows instance.

use cloud::rules::offers::Feature;
use serde_json::json;

use super::{check, find};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, no_such_path};
use crate::model::Server;

/// One ciphertext for all: `Maru-Windows-1` for the key in `tests/fixtures/windows` (RSA, PKCS#1 v1.5, base64). The
/// simulator does not encrypt; for instances with another key it shows the case of a wrong key.
const ENCRYPTED: &str = include_str!("../../../../../tests/fixtures/windows/password.base64");

pub(super) fn answer(context: &mut Context<'_>, id: &str) -> Answer {
    context.offered(Feature::Password)?;
    let server = find(context, id)?;
    match context.request.method.as_str() {
        "GET" => {
            let password = if has_one(context, server) { ENCRYPTED.trim_end() } else { "" };
            Ok(Response::json(200, &json!({ "password": password })))
        }
        "DELETE" => {
            if let Some(server) = context.project.server_mut(id) {
                server.password_cleared = true;
            }
            Ok(Response::empty(204))
        }
        _ => Err(no_such_path()),
    }
}

/// Windows stores one when it first runs, if the instance has a key pair.
fn has_one(context: &Context<'_>, server: &Server) -> bool {
    let windows = check::is_windows(context, server.image.as_deref());
    windows && server.key.is_some() && server.launched.is_some() && !server.password_cleared
}
