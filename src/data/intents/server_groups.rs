//! Placement policies (row N08).

use cloud::calls::server_groups;
use cloud::rules::offers::Feature;
use cloud::rules::placement::PolicyNameInput;
use cloud::wire::{Placement, ServerGroup};
use cloud::{Failure, ServerGroupId};
use sync::{Event, Key};

use super::send_offered;
use crate::data::driver::step;

/// Creates a placement policy.
pub async fn create_server_group(name: &PolicyNameInput, policy: &Placement) -> Result<ServerGroup, Failure> {
    let (scope, group) = send_offered(Feature::ServerGroups, server_groups::create(name, policy)).await?;
    step(Event::Invalidate(Key::ServerGroups(scope.clone())));
    step(Event::Invalidate(Key::Limits(scope)));
    Ok(group)
}

/// Deletes a placement policy; its instances stay.
pub async fn delete_server_group(id: &ServerGroupId) -> Result<(), Failure> {
    let (scope, ()) = send_offered(Feature::ServerGroups, server_groups::delete(id)).await?;
    step(Event::Invalidate(Key::ServerGroups(scope.clone())));
    step(Event::Invalidate(Key::Limits(scope)));
    Ok(())
}
