//! Volumes of instances (rows S20–S22).

use cloud::calls::attachments;
use cloud::wire::ServerVolume;
use cloud::{Failure, ServerId, VolumeId};
use sync::{Event, Key, Scope};

use super::send;
use crate::data::driver::step;
use crate::data::locked;

/// Reads one attachment (row S20) right before a volume is detached; known data may be minutes old.
pub async fn attachment(server: &ServerId, volume: &VolumeId) -> Result<ServerVolume, Failure> {
    send(attachments::get(server, volume)).await.map(|(_, attachment)| attachment)
}

/// Attaches a volume to an instance (row S21).
pub async fn attach_volume(server: &ServerId, volume: &VolumeId) -> Result<ServerVolume, Failure> {
    let (scope, attachment) = locked::heard(server, send(attachments::attach(server, volume))).await?;
    changed(scope, server);
    Ok(attachment)
}

/// Detaches a volume from an instance (row S22).
pub async fn detach_volume(server: &ServerId, volume: &VolumeId) -> Result<(), Failure> {
    let (scope, ()) = locked::heard(server, send(attachments::detach(server, volume))).await?;
    changed(scope, server);
    Ok(())
}

/// An attachment is reported by three services: the lists of all three are read again.
fn changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Attachments(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::Server(scope.clone(), server.clone())));
    step(Event::Invalidate(Key::Volumes(scope)));
}
