//! Everything that changes something on the cloud, a file a service. Nothing here is ever sent twice by itself: after a
//! 401 the caller gets the failure, and the person decides.

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

use std::sync::Arc;

pub use cloud::create::journal::Noted;
use cloud::exchange::{Call, Method};
use cloud::rules::offers::Feature;
use cloud::{Failure, FailureKind};
use sync::{Followed, Scope};

use super::ask;
use super::offers;
use super::read_only;
use super::session::{self, Session};
use super::store::store;
use crate::reactive::Observed;

pub use attachments::{attach_volume, attachment, detach_volume};
pub use create::{NotMade, Sending, Taken, create, look};
pub use images::delete_image;
pub use keypairs::{create_key_pair, delete_key_pair};
pub use look::{console_link, console_log, windows_password};
pub use metadata::{list_metadata, remove_metadata, set_metadata};
pub use network::*;
pub use server_groups::{create_server_group, delete_server_group};
pub use servers::{act, act_by, create_image, delete, image_of_volume, rebuild, rename};
pub use under_way::{fresh_nonce, interrupted, is_here, settle};
pub use volumes::{create_snapshot, create_volume, delete_snapshot, delete_volume, extend_volume};

/// The operations that are or were followed, oldest first; a batch appears as one until its ids are known.
pub fn followed() -> Observed<Arc<[Followed]>> {
    store().followed.clone().into()
}

/// Sends once, as whoever is signed in now. The read-only switch holds back here whatever changes something.
async fn send<T>(call: Call<T>) -> Result<(Scope, T), Failure> {
    if call.request.method != Method::Get && read_only::is_on() {
        return Err(Failure::no_reply(&call.request, FailureKind::ReadOnly, String::new()));
    }
    send_anyway(call).await
}

/// As [`send`], for what a cloud may be without: whether it knows the call is kept (`data::offers`).
async fn send_offered<T>(feature: Feature, call: Call<T>) -> Result<(Scope, T), Failure> {
    let answer = if feature.only_reads() { send_anyway(call).await } else { send(call).await };
    offers::learn_from(feature, &answer);
    answer
}

async fn send_anyway<T>(call: Call<T>) -> Result<(Scope, T), Failure> {
    let Some(session) = session::present() else {
        return Err(Failure::no_reply(&call.request, FailureKind::Unauthenticated, String::new()));
    };
    let answer = ask::exchange(&session, &call.request, None).await.and_then(|reply| call.finish(&reply));
    if let Err(failure) = &answer {
        note_expiry(&session, failure);
    }
    answer.map(|answer| (session.scope.clone(), answer))
}

fn note_expiry(session: &Arc<Session>, failure: &Failure) {
    if failure.kind == FailureKind::Unauthenticated {
        session::expire(session);
    }
}
