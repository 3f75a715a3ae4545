//! Volumes and snapshots (row N06).

use cloud::calls::volumes;
use cloud::volume::{NewSize, SnapshotRequest, VolumeRequest};
use cloud::wire::{Snapshot, Volume};
use cloud::{Failure, SnapshotId, VolumeId};
use sync::{Event, Key, Scope};

use super::send;
use crate::data::driver::step;

/// Creates a volume: blank, from a snapshot or from an image.
pub async fn create_volume(request: &VolumeRequest) -> Result<Volume, Failure> {
    let (scope, volume) = send(volumes::create(request)).await?;
    changed(scope);
    Ok(volume)
}

/// Deletes a volume.
pub async fn delete_volume(id: &VolumeId) -> Result<(), Failure> {
    let (scope, ()) = send(volumes::delete(id)).await?;
    changed(scope);
    Ok(())
}

/// Extends a volume.
pub async fn extend_volume(id: &VolumeId, size: NewSize) -> Result<(), Failure> {
    let (scope, ()) = send(volumes::extend(id, size)).await?;
    changed(scope);
    Ok(())
}

/// Creates a snapshot of a volume.
pub async fn create_snapshot(request: &SnapshotRequest) -> Result<Snapshot, Failure> {
    let (scope, snapshot) = send(volumes::create_snapshot(request)).await?;
    changed(scope);
    Ok(snapshot)
}

/// Deletes a snapshot.
pub async fn delete_snapshot(id: &SnapshotId) -> Result<(), Failure> {
    let (scope, ()) = send(volumes::delete_snapshot(id)).await?;
    changed(scope);
    Ok(())
}

/// Volumes and their snapshots share a quota: everything is read again.
fn changed(scope: Scope) {
    step(Event::Invalidate(Key::Snapshots(scope.clone())));
    step(Event::Invalidate(Key::VolumeLimits(scope.clone())));
    step(Event::Invalidate(Key::Volumes(scope)));
}
