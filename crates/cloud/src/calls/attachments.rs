//! Volumes of an instance: rows S19–S22.

use super::encode::{encode_segment, with_query};
use super::servers::path_of;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{ServerId, VolumeId};
use crate::json::Json;
use crate::wire::ServerVolume;
use crate::wire::root::{many, nothing, one};

/// `GET …/os-volume_attachments?limit&offset` (row S19).
pub fn list(server: &ServerId, limit: Option<u32>, offset: Option<u32>) -> Call<Vec<ServerVolume>> {
    let text = |number: Option<u32>| number.map(|number| number.to_string());
    let path = with_query(&path(server), [("limit", text(limit)), ("offset", text(offset))]);
    Call { request: Request::get(Service::Compute, path), read: many::<ServerVolume> }
}

/// `GET …/os-volume_attachments/{volumeId}` (row S20).
pub fn get(server: &ServerId, volume: &VolumeId) -> Call<ServerVolume> {
    Call { request: Request::get(Service::Compute, path_to(server, volume)), read: one::<ServerVolume> }
}

/// `POST …/os-volume_attachments` (row S21). The device is never named: the host chooses.
pub fn attach(server: &ServerId, volume: &VolumeId) -> Call<ServerVolume> {
    let body = Json::object([("volumeAttachment", Json::object([("volumeId", volume.as_str().into())]))]);
    Call { request: Request::post(Service::Compute, path(server), &body), read: one::<ServerVolume> }
}

/// `DELETE …/os-volume_attachments/{volumeId}` (row S22); never for the root disk: [`crate::rules::attach`].
pub fn detach(server: &ServerId, volume: &VolumeId) -> Call<()> {
    Call { request: Request::delete(Service::Compute, path_to(server, volume)), read: nothing }
}

fn path(server: &ServerId) -> String {
    path_of(server) + "/os-volume_attachments"
}

fn path_to(server: &ServerId, volume: &VolumeId) -> String {
    format!("{}/{}", path(server), encode_segment(volume.as_str()))
}
