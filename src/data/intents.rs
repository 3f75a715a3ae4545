//! Everything that changes something on the cloud. Nothing here is ever sent twice by itself: after a 401 the caller
//! gets the failure, and the person decides.

use std::sync::Arc;

use cloud::calls::{actions, keypairs, servers};
use cloud::create::CreateRequest;
use cloud::exchange::Call;
use cloud::keypair::{KeyNameInput, PublicKeyInput};
use cloud::rules::lifecycle::Action;
use cloud::rules::limits::ServerNameInput;
use cloud::wire::{Created, KeyPair, Server};
use cloud::{Failure, FailureKind, KeyName};
use sync::{Batch, Event, Followed, Key, Operation, Scope};
use wasm_bindgen_futures::spawn_local;

use super::ask;
use super::driver::step;
use super::notices::{Notice, Stage, tell};
use super::session::{self, Session};
use super::store::store;
use crate::reactive::Signal;

/// Does what needs nothing but the instance (start, stop, reboot, pause, shelve, …, delete), and follows it until it has
/// arrived. What came of it arrives as [`Notice`]s. Renaming needs a name: [`rename`].
pub fn act(server: Arc<Server>, action: Action) {
    spawn_local(async move {
        if let Err(failure) = try_act(&server, action).await {
            let (name, id) = (server.name.clone(), Some(server.id.clone()));
            let stage = Stage::Refused(Box::new(failure));
            tell(Notice { operation: Operation::Act(action), name, server: id, stage });
        }
    });
}

/// Deletes, for a dialog that shows the refusal itself; followed when accepted (row S18).
pub async fn delete(server: Arc<Server>) -> Result<(), Failure> {
    try_act(&server, Action::Delete).await
}

/// Renames (row S17). The short answer is merged, never put in the place of what is known.
pub async fn rename(server: Arc<Server>, name: &ServerNameInput) -> Result<(), Failure> {
    let (scope, answer) = send(servers::rename(&server.id, name)).await?;
    step(Event::Merged { scope, server: Box::new(answer) });
    Ok(())
}

/// Creates, and follows what was made until ACTIVE or ERROR (rows S13, S15, S16).
pub async fn create(request: &CreateRequest) -> Result<Created, Failure> {
    let (scope, created) = send(servers::create(request)).await?;
    let batch = Batch { name: request.name().to_owned(), count: request.count() };
    step(Event::Created { scope, created: created.clone(), batch });
    Ok(created)
}

/// Makes a key pair (row S06; the answer has the private key, once) or registers a public key (row S07).
pub async fn create_key_pair(name: &KeyNameInput, public_key: Option<&PublicKeyInput>) -> Result<KeyPair, Failure> {
    let (scope, pair) = send(keypairs::create(name, public_key)).await?;
    step(Event::Invalidate(Key::KeyPairs(scope)));
    Ok(pair)
}

/// Deletes a key pair (row S08).
pub async fn delete_key_pair(name: &KeyName) -> Result<(), Failure> {
    let (scope, ()) = send(keypairs::delete(name)).await?;
    step(Event::Invalidate(Key::KeyPairs(scope)));
    Ok(())
}

/// The operations that are or were followed, oldest first; a batch appears as one until its ids are known.
pub fn followed() -> Signal<Arc<[Followed]>> {
    store().followed.clone().into()
}

async fn try_act(server: &Server, action: Action) -> Result<(), Failure> {
    let id = &server.id;
    // What needs more than the instance has its own function: only `rename` has the name.
    let Some(call) = actions::without_argument(id, action) else { return Ok(()) };
    let (scope, ()) = send(call).await?;
    step(Event::Acted { scope, server: id.clone(), action });
    Ok(())
}

/// Sends once, as whoever is signed in now.
async fn send<T>(call: Call<T>) -> Result<(Scope, T), Failure> {
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
