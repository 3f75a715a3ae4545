//! Instances: rows S10–S13, S17, S18, S23–S25.

use crate::Status;
use crate::exchange::Call;
use crate::ids::*;
use crate::rules::lifecycle::RebootKind;
use crate::time::Timestamp;
use crate::wire::*;

/// The filters of `GET /servers` and `/servers/detail` (row S10).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ServerQuery {
    /// `changes-since`, sent in UTC.
    pub changes_since: Option<Timestamp>,
    /// `limit`; rows per page.
    pub limit: Option<u32>,
    /// `marker`: last id of the page before (exclusive in Nova, inclusive in the guide: drop duplicates by id).
    pub marker: Option<ServerId>,
    /// `status`.
    pub status: Option<Status>,
    /// `name`: a regular expression; plain text is escaped by [`crate::calls::servers::escape_regex`].
    pub name: Option<String>,
    /// `image`.
    pub image: Option<ImageId>,
    /// `flavor`.
    pub flavor: Option<FlavorId>,
    /// `reservation_id`.
    pub reservation: Option<ReservationId>,
}

/// Escapes plain text for `name=`.
pub fn escape_regex(text: &str) -> String {
    let _ = text;
    todo!()
}

/// `GET /servers` (row S10).
pub fn list_names(query: &ServerQuery) -> Call<Vec<ServerName>> {
    let _ = query;
    todo!()
}

/// `GET /servers/detail` (row S11).
pub fn list(query: &ServerQuery) -> Call<ServerPage> {
    let _ = query;
    todo!()
}

/// `GET /servers/{id}` (row S12).
pub fn get(id: &ServerId) -> Call<Server> {
    let _ = id;
    todo!()
}

/// `POST /servers` (row S13); the body comes from [`crate::create`].
pub fn create(request: &crate::create::CreateRequest) -> Call<Created> {
    let _ = request;
    todo!()
}

/// `PUT /servers/{id}` (row S17). The answer may be short: merge it.
pub fn rename(id: &ServerId, name: &crate::rules::limits::ServerNameInput) -> Call<Server> {
    let _ = (id, name);
    todo!()
}

/// `DELETE /servers/{id}` (row S18).
pub fn delete(id: &ServerId) -> Call<()> {
    let _ = id;
    todo!()
}

/// `os-start` (row S23).
pub fn start(id: &ServerId) -> Call<()> {
    let _ = id;
    todo!()
}

/// `os-stop` (row S24).
pub fn stop(id: &ServerId) -> Call<()> {
    let _ = id;
    todo!()
}

/// `reboot` (row S25).
pub fn reboot(id: &ServerId, kind: RebootKind) -> Call<()> {
    let _ = (id, kind);
    todo!()
}
