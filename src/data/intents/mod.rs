//! Everything that changes something in the cloud, one file for each service. Nothing is ever sent twice automatically:
//! after a 401 the caller gets the failure, and the person decides.

mod attachments;
mod create;
mod images;
mod keypairs;
mod look;
mod metadata;
mod network;
mod server_groups;
mod servers;
mod under_way;
mod volumes;

use leptos::prelude::*;
use std::sync::Arc;

pub use cloud::create::journal::Noted;
use cloud::exchange::{Call, Method, Request};
use cloud::rules::offers::Feature;
use cloud::{Failure, FailureKind, RequestId};
use sync::{Followed, Scope};

use super::ask;
use super::offers::Learner;
use super::read_only;
use super::session::{self, Session};
use super::store::store;

pub use attachments::{attach_volume, attachment, detach_volume};
pub use create::{NotMade, Sending, Taken, create, look};
pub use images::{create_image, delete_image, image_of_volume};
pub use keypairs::{create_key_pair, delete_key_pair};
pub use look::{console_link, console_log, windows_password};
pub use metadata::{list_metadata, remove_metadata, set_metadata};
pub use network::*;
pub use server_groups::{create_server_group, delete_server_group};
pub use servers::{act, act_by, delete, rebuild, rename};
pub use under_way::{fresh_nonce, interrupted, is_here, settle};
pub use volumes::{create_snapshot, create_volume, delete_snapshot, delete_volume, extend_volume};

/// The operations that are or were followed, oldest first; a batch is one operation until its ids are known.
pub fn followed() -> Signal<Arc<[Followed]>> {
    store().followed.clone().into()
}

/// The scope in which an intent would be sent now. What takes several requests keeps to the scope it began in.
pub fn present_scope() -> Option<Scope> {
    session::present().map(|session| session.scope.clone())
}

/// Sends once, in the current scope. Fails if it changes something and the read-only switch is on.
async fn send<T>(call: Call<T>) -> Result<(Scope, T), Failure> {
    let scope = present_scope().ok_or_else(|| nobody(&call.request))?;
    let answer = send_in(&scope, call).await?;
    Ok((scope, answer))
}

/// [`send`] in a given scope.
async fn send_in<T>(scope: &Scope, call: Call<T>) -> Result<T, Failure> {
    Ok(send_allowed(scope, call).await?.0)
}

/// [`send_in`], with the request id of the answer.
pub(super) async fn send_allowed<T>(scope: &Scope, call: Call<T>) -> Result<(T, Option<RequestId>), Failure> {
    if call.request.method != Method::Get && read_only::is_on() {
        return Err(Failure::no_reply(&call.request, FailureKind::ReadOnly, String::new()));
    }
    send_told(scope, call).await
}

/// [`send`] for an optional feature: records whether the cloud has the call (`data::offers`).
async fn send_offered<T>(feature: Feature, call: Call<T>) -> Result<(Scope, T), Failure> {
    let learner = Learner::new(feature);
    let answer = if feature.only_reads() { send_reading(call).await } else { send(call).await };
    learner.heard(&answer);
    answer
}

/// [`send`] for a call that changes nothing although it is not a `GET`.
async fn send_reading<T>(call: Call<T>) -> Result<(Scope, T), Failure> {
    let scope = present_scope().ok_or_else(|| nobody(&call.request))?;
    let answer = send_anyway(&scope, call).await?;
    Ok((scope, answer))
}

/// [`send_in`] for a call that changes nothing.
pub(super) async fn send_anyway<T>(scope: &Scope, call: Call<T>) -> Result<T, Failure> {
    Ok(send_told(scope, call).await?.0)
}

async fn send_told<T>(scope: &Scope, call: Call<T>) -> Result<(T, Option<RequestId>), Failure> {
    let session = session::lasting(scope).await.ok_or_else(|| nobody(&call.request))?;
    let reply = ask::exchange(&session, &call.request, None).await;
    let answer = reply.and_then(|reply| Ok((call.finish(&reply)?, reply.request_id())));
    if let Err(failure) = &answer {
        note_expiry(&session, failure);
    }
    answer
}

fn nobody(request: &Request) -> Failure {
    Failure::no_reply(request, FailureKind::Unauthenticated, String::new())
}

fn note_expiry(session: &Arc<Session>, failure: &Failure) {
    if failure.kind == FailureKind::Unauthenticated {
        session::expire(session);
    }
}
