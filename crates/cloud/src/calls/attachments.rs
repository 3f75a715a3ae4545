//! Volumes of an instance: rows S19–S22.

use super::query::with_query;
use super::servers::path_of;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::{ServerId, VolumeId};
use crate::json::Json;
use crate::percent::encode;
use crate::wire::ServerVolume;
use crate::wire::root::{many, nothing, one};

/// `GET …/os-volume_attachments?limit&offset` (row S19).
pub fn list(server: &ServerId, limit: Option<u32>, offset: Option<u32>) -> Call<Vec<ServerVolume>> {
    let text = |number: Option<u32>| number.map(|number| number.to_string());
    let path = with_query(&path(server), [("limit", text(limit)), ("offset", text(offset))]);
    Call { request: Request::get(Service::Compute, path), read: many::<ServerVolume> }
}

/// Rows per page: more than most instances have.
const PAGE: u32 = 20;

/// The page after the first `known` rows (row S19). Nova counts a root disk on the host as the first row but omits it
/// from the response, so `known` may be one short of where the next page begins.
pub fn page(server: &ServerId, known: usize) -> Call<Vec<ServerVolume>> {
    let offset = u32::try_from(known).unwrap_or(u32::MAX).div_ceil(PAGE).saturating_mul(PAGE);
    list(server, Some(PAGE), Some(offset).filter(|offset| *offset > 0))
}

/// Whether another page may follow a page of this many rows; the API has no link for it.
pub fn may_go_on(rows: usize) -> bool {
    rows.saturating_add(1) >= PAGE as usize
}

/// `GET …/os-volume_attachments/{volumeId}` (row S20).
pub fn get(server: &ServerId, volume: &VolumeId) -> Call<ServerVolume> {
    Call { request: Request::get(Service::Compute, path_to(server, volume)), read: one::<ServerVolume> }
}

/// `POST …/os-volume_attachments` (row S21). No device name is sent: the host chooses it.
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
    format!("{}/{}", path(server), encode(volume.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_where_the_last_one_ended() {
        #[track_caller]
        fn check(known: usize, path: &str) {
            assert_eq!(page(&"s".into(), known).request.path, format!("/servers/s/os-volume_attachments?{path}"));
        }
        check(0, "limit=20");
        // The root disk on the host used one row of the first page.
        check(19, "limit=20&offset=20");
        check(20, "limit=20&offset=20");
        check(39, "limit=20&offset=40");
        check(41, "limit=20&offset=60");
    }

    #[test]
    fn a_page_that_is_full_or_lacks_the_root_disk_may_have_another_behind_it() {
        let check = |rows: usize, expect| assert_eq!(may_go_on(rows), expect, "{rows}");
        check(0, false);
        check(18, false);
        check(19, true);
        check(20, true);
    }
}
