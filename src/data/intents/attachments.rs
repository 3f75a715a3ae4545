//! Volumes of instances (rows S20–S22).

use cloud::calls::attachments;
use cloud::wire::ServerVolume;
use cloud::{Failure, ServerId, VolumeId};
use sync::{Event, Key, Scope};

use super::send;
use crate::data::driver::step;
use crate::data::locked;

/// Reads one attachment as it is now (row S20): before a volume is taken off, not minutes before.
pub async fn attachment(server: &ServerId, volume: &VolumeId) -> Result<ServerVolume, Failure> {
    send(attachments::get(server, volume)).await.map(|(_, attachment)| attachment)
}

/// Gives a volume to an instance (row S21).
pub async fn attach_volume(server: &ServerId, volume: &VolumeId) -> Result<ServerVolume, Failure> {
    let (scope, attachment) = locked::heard(server, send(attachments::attach(server, volume)).await)?;
    changed(scope, server);
    Ok(attachment)
}

/// Takes a volume off an instance (row S22).
pub async fn detach_volume(server: &ServerId, volume: &VolumeId) -> Result<(), Failure> {
    let (scope, ()) = locked::heard(server, send(attachments::detach(server, volume)).await)?;
    changed(scope, server);
    Ok(())
}

/// Three services tell of it.
fn changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Attachments(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::Server(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::Volumes(scope)));
}
