//! The sessions that the gateway holds for this browser: a new tab continues them (docs/decisions/0008).

use std::sync::Arc;

use cloud::config::{AppConfig, CloudConfig};
use cloud::held::{self, HeldSession};
use wasm_bindgen_futures::spawn_local;

use super::sign_in::{Found, at_version, look_up, opened};
use super::{Open, Session, signed_out};
use crate::http;

/// All of them; `None` if the gateway did not answer.
pub(super) async fn sessions(config: &AppConfig) -> Option<Vec<Open>> {
    let Ok((200, body)) = http::text("sessions", &[("X-Maru-Session", "list")]).await else { return None };
    let mut open = Vec::new();
    let list = held::read(&body);
    signed_out::retain(|handle| list.iter().any(|told| told.handle == handle));
    for told in list {
        if signed_out::includes(&told.handle) {
            end(config, told);
            continue;
        }
        let ended = told.locked;
        super::note_lock(&told.handle, ended);
        if let Some(session) = session(config, told).await {
            open.push(Open { session: Arc::new(session), ended });
        }
    }
    Some(open)
}

/// Ends a session that somebody signed out of when nothing could be sent.
fn end(config: &AppConfig, told: HeldSession) {
    if let Some(cloud) = cloud_of(config, &told) {
        spawn_local(signed_out::end(cloud, told.handle));
    }
}

fn cloud_of(config: &AppConfig, told: &HeldSession) -> Option<CloudConfig> {
    let cloud = config.cloud(&told.cloud).filter(|cloud| config.keeps_tokens_of(cloud))?.clone();
    Some(at_version(cloud, &told.version))
}

async fn session(config: &AppConfig, told: HeldSession) -> Option<Session> {
    let cloud = cloud_of(config, &told)?;
    let typed = told.typed();
    let catalog = match told.catalog {
        Some(catalog) => catalog,
        // The catalog was too long for the gateway to store; only v3 can be asked for it again.
        None => look_up(&cloud, &told.handle).await.ok()?.catalog,
    };
    let found = Found {
        token: told.handle,
        user: told.user,
        user_id: told.user_id,
        project: told.project,
        project_name: told.project_name,
        expires: told.expires,
        catalog,
    };
    let session = opened(cloud, found).await?;
    Some(Session { typed, ..session })
}
