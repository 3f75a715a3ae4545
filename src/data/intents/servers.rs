//! Actions on instances (rows S17, S18, S23–S29 and the optional features).

use std::sync::Arc;

use cloud::actions::{self, Action};
use cloud::calls::servers;
use cloud::create::answer_lost;
use cloud::exchange::Call;
use cloud::rules::limits::ServerNameInput;
use cloud::wire::{AdminPassword, Server};
use cloud::{Failure, ImageId};
use sync::{Event, Key, Operation, Scope};
use wasm_bindgen_futures::spawn_local;

use super::{send, send_offered};
use crate::data::driver::step;
use crate::data::locked;
use crate::data::notices::{Notice, Stage, tell};
use crate::data::session;

/// Does an action without an argument (start, stop, reboot, pause, shelve, …, delete), and follows the instance until it
/// ends. The outcome arrives as [`Notice`]s. For renaming, see [`rename`].
pub fn act(server: Arc<Server>, action: Action) {
    // Another project may be shown when the answer comes.
    let Some(scope) = session::meant_scope() else { return };
    spawn_local(async move {
        if let Err(failure) = try_act(&server, action).await {
            if answer_lost(&failure) {
                step(Event::Invalidate(Key::Server(scope.clone(), server.id.clone())));
                step(Event::Invalidate(Key::Servers(scope.clone())));
            }
            let (name, id) = (server.name.clone(), Some(server.id.clone()));
            let stage = Stage::Refused(Box::new(failure));
            tell(Notice { scope, operation: Operation::Act(action), name, server: id, stage });
        }
    });
}

/// Deletes, for a dialog that shows a refusal itself; followed when accepted (row S18). `action` is one of the two kinds of
/// deletion.
pub async fn delete(server: Arc<Server>, action: Action) -> Result<(), Failure> {
    try_act(&server, action).await
}

/// Renames (row S17). The short answer is merged into what is known.
pub async fn rename(server: Arc<Server>, name: &ServerNameInput) -> Result<(), Failure> {
    let (scope, answer) = send(servers::rename(&server.id, name)).await?;
    step(Event::Merged { scope, server: Box::new(answer) });
    Ok(())
}

/// Does an action with an argument (resize, rescue, …), by the call that its function in `cloud::actions` builds, for a
/// dialog that shows a refusal itself; followed when accepted.
pub async fn act_by<T>(server: &Server, action: Action, call: Call<T>) -> Result<T, Failure> {
    let (_, answer) = act_with(server, action, call).await?;
    Ok(answer)
}

/// Rebuilds an instance from an image; returns the new administrator's password, which the cloud shows once.
pub async fn rebuild(server: &Server, image: &ImageId) -> Result<Option<AdminPassword>, Failure> {
    let call = actions::rebuild(&server.id, image, None, None);
    let (scope, rebuilt) = act_with(server, Action::Rebuild, call).await?;
    step(Event::Merged { scope, server: Box::new(rebuilt.server) });
    Ok(rebuilt.admin_password)
}

async fn try_act(server: &Server, action: Action) -> Result<(), Failure> {
    let id = &server.id;
    // An action with an argument has a function of its own.
    let Some(call) = action.call(id) else { return Ok(()) };
    let scope = act_with(server, action, call).await?.0;
    if matches!(action, Action::Lock | Action::Unlock) {
        // It does not change `updated`, so a query for changes would not return the instance soon.
        step(Event::Invalidate(Key::Server(scope, id.clone())));
    }
    Ok(())
}

/// Sends an action, and follows the instance until it ends.
pub(super) async fn act_with<T>(server: &Server, action: Action, call: Call<T>) -> Result<(Scope, T), Failure> {
    let (scope, answer) = match action.feature() {
        Some(feature) => locked::heard(&server.id, send_offered(feature, call)).await?,
        None => locked::heard(&server.id, send(call)).await?,
    };
    if action == Action::Unlock {
        locked::forget(&scope, &server.id);
    }
    step(Event::Acted { scope: scope.clone(), server: server.id.clone(), action });
    Ok((scope, answer))
}
