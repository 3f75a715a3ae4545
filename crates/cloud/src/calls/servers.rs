//! Instances (rows S10–S13, S17, S18). Further calls on one instance are in [`crate::actions`], `attachments`,
//! `interfaces`, `metadata` and `console`.

use super::query::with_query;
use crate::Status;
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::*;
use crate::json::{Json, parse};
use crate::percent::encode;
use crate::time::Timestamp;
use crate::wire::root::{nothing, one, page};
use crate::wire::{Created, Server, ServerPage, created_in};

/// The filters of `GET /servers` and `/servers/detail` (row S10).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct ServerQuery {
    /// Sent in UTC.
    pub changes_since: Option<Timestamp>,
    /// Rows per page.
    pub limit: Option<u32>,
    /// Last id of the previous page. Exclusive in Nova, inclusive in the guide: drop duplicates by id.
    pub marker: Option<ServerId>,
    pub status: Option<Status>,
    /// A regular expression; escape plain text with [`crate::calls::servers::escape_regex`].
    pub name: Option<String>,
    pub image: Option<ImageId>,
    pub flavor: Option<FlavorId>,
    pub reservation: Option<ReservationId>,
}

impl ServerQuery {
    fn path(&self, base: &str) -> String {
        let pairs = [
            ("changes-since", self.changes_since.map(Timestamp::to_utc)),
            ("limit", self.limit.map(|rows| rows.to_string())),
            ("marker", self.marker.as_ref().map(ServerId::to_string)),
            ("status", self.status.as_ref().map(Status::to_string)),
            ("name", self.name.clone()),
            ("image", self.image.as_ref().map(ImageId::to_string)),
            ("flavor", self.flavor.as_ref().map(FlavorId::to_string)),
            ("reservation_id", self.reservation.as_ref().map(ReservationId::to_string)),
        ];
        with_query(base, pairs)
    }
}

/// Escapes plain text for `name=`.
pub fn escape_regex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if r"\.^$|?*+()[]{}".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// `GET /servers/detail` (rows S10, S11). The short list `GET /servers` is not used: names come from this one.
pub fn list(query: &ServerQuery) -> Call<ServerPage> {
    Call { request: Request::get(Service::Compute, query.path("/servers/detail")), read: read_page }
}

/// `GET /servers/{id}` (row S12).
pub fn get(id: &ServerId) -> Call<Server> {
    Call { request: Request::get(Service::Compute, path_of(id)), read: one::<Server> }
}

/// `POST /servers` (row S13); the body comes from [`crate::create`].
pub fn create(request: &crate::create::CreateRequest) -> Call<Created> {
    Call { request: Request::post(Service::Compute, "/servers", &request.to_json()), read: read_created }
}

/// `PUT /servers/{id}` (row S17). The response may be incomplete: merge it.
pub fn rename(id: &ServerId, name: &crate::rules::limits::ServerNameInput) -> Call<Server> {
    let body = Json::object([("server", Json::object([("name", name.as_str().into())]))]);
    Call { request: Request::put(Service::Compute, path_of(id), &body), read: one::<Server> }
}

/// `DELETE /servers/{id}` (row S18).
pub fn delete(id: &ServerId) -> Call<()> {
    Call { request: Request::delete(Service::Compute, path_of(id)), read: nothing }
}

pub(super) fn path_of(id: &ServerId) -> String {
    format!("/servers/{}", encode(id.as_str()))
}

pub(crate) fn act(id: &ServerId, body: &Json<'_>) -> Call<()> {
    Call { request: action_request(id, body), read: nothing }
}

/// `POST /servers/{id}/action`, without a decoder.
pub(crate) fn action_request(id: &ServerId, body: &Json<'_>) -> Request {
    Request::post(Service::Compute, path_of(id) + "/action", body)
}

fn read_page(reply: &Reply) -> Result<ServerPage, ReadError> {
    let date = reply.date();
    page(reply).map(|page| ServerPage { has_next: page.next.is_some(), servers: page.rows, date })
}

fn read_created(reply: &Reply) -> Result<Created, ReadError> {
    created_in(&parse(&reply.body)?).ok_or_else(|| ReadError::missing("server"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_of_row_s10() {
        let check = |query: ServerQuery, expect: &str| {
            assert_eq!(list(&query).request.path, format!("/servers/detail{expect}"));
        };
        let none = ServerQuery::default;
        check(none(), "");
        check(ServerQuery { limit: Some(100), marker: Some("a/b".into()), ..none() }, "?limit=100&marker=a%2Fb");
        check(ServerQuery { changes_since: Some(Timestamp(0)), ..none() }, "?changes-since=1970-01-01T00%3A00%3A00Z");
        check(ServerQuery { status: Some(Status::parse("STOPPED")), ..none() }, "?status=SHUTOFF");
        check(ServerQuery { name: Some(escape_regex("web.1 (a)")), ..none() }, "?name=web%5C.1%20%5C%28a%5C%29");
        check(ServerQuery { image: Some("i".into()), flavor: Some("f".into()), ..none() }, "?image=i&flavor=f");
        check(ServerQuery { reservation: Some("r-1".into()), ..none() }, "?reservation_id=r-1");
    }

    #[test]
    fn plain_text_is_escaped_for_regular_expressions() {
        assert_eq!(escape_regex("web-1_가"), "web-1_가");
        assert_eq!(escape_regex(r"\.^$|?*+()[]{}"), r"\\\.\^\$\|\?\*\+\(\)\[\]\{\}");
    }

    #[test]
    fn ids_cannot_leave_their_segment() {
        assert_eq!(get(&"../a?b#c".into()).request.path, "/servers/..%2Fa%3Fb%23c");
        assert_eq!(action_request(&"a b".into(), &Json::Nothing).path, "/servers/a%20b/action");
    }
}
