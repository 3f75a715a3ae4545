//! Instances (rows S17, S18, S23–S29 and the ways out).

use std::sync::Arc;

use cloud::Failure;
use cloud::calls::{actions, servers};
use cloud::rules::lifecycle::Action;
use cloud::rules::limits::ServerNameInput;
use cloud::wire::Server;
use sync::{Event, Operation};
use wasm_bindgen_futures::spawn_local;

use super::send;
use crate::data::driver::step;
use crate::data::notices::{Notice, Stage, tell};

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

async fn try_act(server: &Server, action: Action) -> Result<(), Failure> {
    let id = &server.id;
    // What needs more than the instance has its own function: only `rename` has the name.
    let Some(call) = actions::without_argument(id, action) else { return Ok(()) };
    let (scope, ()) = send(call).await?;
    step(Event::Acted { scope, server: id.clone(), action });
    Ok(())
}
