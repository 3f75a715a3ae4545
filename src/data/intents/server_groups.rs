//! Placement policies (row N08).

use cloud::Failure;
use cloud::calls::server_groups;
use cloud::rules::offers::Feature;
use cloud::wire::{Placement, ServerGroup};
use sync::{Event, Key};

use super::send_offered;
use crate::data::driver::step;

/// Makes a policy.
pub async fn create_server_group(name: &str, policy: &Placement) -> Result<ServerGroup, Failure> {
    let (scope, group) = send_offered(Feature::ServerGroups, server_groups::create(name, policy)).await?;
    step(Event::Invalidate(Key::ServerGroups(scope)));
    Ok(group)
}
