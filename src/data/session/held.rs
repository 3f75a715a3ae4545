//! The sessions that the gateway holds for this browser: a new tab goes on with them (docs/decisions/0008).

use std::sync::Arc;

use cloud::calls::identity;
use cloud::catalog::Catalog;
use cloud::config::{AppConfig, CloudConfig};
use cloud::held::{self, HeldSession};

use super::sign_in::{Found, opened};
use super::{Open, Session};
use crate::data::ask;
use crate::http;

/// All of them; `None`: the gateway did not say.
pub(super) async fn sessions(config: &AppConfig) -> Option<Vec<Open>> {
    let Ok((200, body)) = http::text("sessions", &[("X-Maru-Session", "list")]).await else { return None };
    let mut open = Vec::new();
    for told in held::read(&body) {
        let ended = told.locked;
        if ended {
            super::note_lock();
        }
        if let Some(session) = session(config, told).await {
            open.push(Open { session: Arc::new(session), ended });
        }
    }
    Some(open)
}

async fn session(config: &AppConfig, told: HeldSession) -> Option<Session> {
    let mut cloud = config.clouds.iter().find(|cloud| cloud.id == told.cloud && config.keeps_tokens_of(cloud))?.clone();
    // The configuration may leave the version out.
    if !cloud::sign_in::names_version(&cloud.identity) {
        cloud.identity = [cloud.identity.trim_end_matches('/'), "/", &told.version].concat();
    }
    let typed = told.typed();
    let catalog = match told.catalog {
        Some(catalog) => catalog,
        None => looked_up(&cloud, &told.handle).await?,
    };
    let found = Found {
        token: told.handle,
        user: told.user,
        project: told.project,
        project_name: told.project_name,
        expires: told.ends,
        catalog,
    };
    let session = opened(cloud, found).await?;
    Some(Session { typed, ..session })
}

/// The catalog was too long for the gateway to keep; only v3 tells it again.
async fn looked_up(cloud: &CloudConfig, handle: &str) -> Option<Catalog> {
    let call = identity::inspect();
    let reply = ask::identity(cloud, &call.request, &[("X-Auth-Token", handle), ("X-Subject-Token", handle)]).await;
    Some(call.finish(&reply.ok()?).ok()?.catalog)
}
