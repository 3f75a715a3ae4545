//! Block storage: volumes, snapshots and types (rows N06, N07).

use super::query::with_query;
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::{SnapshotId, VolumeId};
use crate::json::Json;
use crate::percent::encode;
use crate::volume::{ImageOfVolume, NewSize, SnapshotRequest, VolumeRequest};
use crate::wire::root::{nothing, one, page};
use crate::wire::{Page, Snapshot, Volume, VolumeType, VolumeUpload};

/// `GET /volumes/detail`, a page of at most `rows`; `marker` is the last id of the previous page.
pub fn list(rows: u32, marker: Option<&VolumeId>) -> Call<Page<Volume>> {
    let path = page_path("/volumes/detail", rows, marker.map(VolumeId::as_str));
    Call { request: Request::get(Service::Volume, path), read: page::<Volume> }
}

/// `GET /volumes/{id}`.
pub fn get(id: &VolumeId) -> Call<Volume> {
    Call { request: Request::get(Service::Volume, volume_path(id)), read: one::<Volume> }
}

/// `POST /volumes`: empty, from a snapshot or from an image.
pub fn create(volume: &VolumeRequest) -> Call<Volume> {
    Call { request: Request::post(Service::Volume, "/volumes", &volume.to_json()), read: one::<Volume> }
}

/// `DELETE /volumes/{id}`. Refused while it is attached or has snapshots.
pub fn delete(id: &VolumeId) -> Call<()> {
    Call { request: Request::delete(Service::Volume, volume_path(id)), read: nothing }
}

/// `os-extend`. The guide documents only its states.
pub fn extend(id: &VolumeId, size: NewSize) -> Call<()> {
    let body = Json::object([("os-extend", Json::object([("new_size", size.to_json())]))]);
    act(id, &body, nothing)
}

/// `os-volume_upload_image` (row N07).
pub fn upload_image(id: &VolumeId, image: &ImageOfVolume) -> Call<VolumeUpload> {
    act(id, &image.to_json(), one::<VolumeUpload>)
}

/// `GET /types`.
pub fn types() -> Call<Page<VolumeType>> {
    Call { request: Request::get(Service::Volume, "/types"), read: page::<VolumeType> }
}

/// `GET /snapshots/detail`, a page of at most `rows`; `marker` is the last id of the previous page.
pub fn snapshots(rows: u32, marker: Option<&SnapshotId>) -> Call<Page<Snapshot>> {
    let path = page_path("/snapshots/detail", rows, marker.map(SnapshotId::as_str));
    Call { request: Request::get(Service::Volume, path), read: page::<Snapshot> }
}

/// `GET /snapshots/{id}`.
pub fn snapshot(id: &SnapshotId) -> Call<Snapshot> {
    Call { request: Request::get(Service::Volume, snapshot_path(id)), read: one::<Snapshot> }
}

/// `POST /snapshots`.
pub fn create_snapshot(snapshot: &SnapshotRequest) -> Call<Snapshot> {
    Call { request: Request::post(Service::Volume, "/snapshots", &snapshot.to_json()), read: one::<Snapshot> }
}

/// `DELETE /snapshots/{id}`.
pub fn delete_snapshot(id: &SnapshotId) -> Call<()> {
    Call { request: Request::delete(Service::Volume, snapshot_path(id)), read: nothing }
}

fn page_path(base: &str, rows: u32, marker: Option<&str>) -> String {
    with_query(base, [("limit", Some(rows.to_string())), ("marker", marker.map(str::to_owned))])
}

fn volume_path(id: &VolumeId) -> String {
    format!("/volumes/{}", encode(id.as_str()))
}

fn snapshot_path(id: &SnapshotId) -> String {
    format!("/snapshots/{}", encode(id.as_str()))
}

fn act<T>(id: &VolumeId, body: &Json<'_>, read: fn(&Reply) -> Result<T, ReadError>) -> Call<T> {
    Call { request: Request::post(Service::Volume, volume_path(id) + "/action", body), read }
}

#[cfg(test)]
mod tests;
