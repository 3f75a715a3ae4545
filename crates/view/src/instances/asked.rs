//! Searching with the cloud's own filters (row S10): the form as typed, and its URL parameters next to the table's own
//! filters: `?by-status=ERROR&by-name=^web&by-since=2026-01-01T00:00:00Z&…`.

use cloud::calls::servers::{ServerQuery, escape_regex};
use cloud::{FlavorId, ImageId, ReservationId, ServerId, Status, Timestamp};

use crate::query::{pairs, write};

/// The prefix of its URL parameters.
pub const ASKED: &str = "by-";

/// The form as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AskDraft {
    /// A status in either vocabulary.
    pub status: String,
    pub name: String,
    /// The name is a regular expression; otherwise plain text, which is escaped before sending.
    pub regex: bool,
    pub image: String,
    pub flavor: String,
    /// The reservation of a batch.
    pub reservation: String,
    /// Changed since this time, in any format of [`Timestamp::parse`].
    pub since: String,
    /// The maximum number of rows.
    pub limit: String,
    /// The id of the last row of the previous page.
    pub marker: String,
}

/// What is invalid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AskProblem {
    Since,
    /// Not a whole number above 0.
    Limit,
}

impl AskDraft {
    /// Reads a query, with or without `?`; other parameters are ignored.
    pub fn of_query(query: &str) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs(query).filter(|(_, value)| !value.is_empty()) {
            match name.strip_prefix(ASKED).unwrap_or_default() {
                "status" => draft.status = value,
                "name" => (draft.name, draft.regex) = (value, true),
                "text" => (draft.name, draft.regex) = (value, false),
                "image" => draft.image = value,
                "flavor" => draft.flavor = value,
                "reservation" => draft.reservation = value,
                "since" => draft.since = value,
                "limit" => draft.limit = value,
                "marker" => draft.marker = value,
                _ => {}
            }
        }
        draft
    }

    /// Writes a query without `?`; empty if no filter is set.
    pub fn to_query(&self) -> String {
        let name = if self.regex { "by-name" } else { "by-text" };
        // A blank is significant in a name only.
        write([
            ("by-status", self.status.trim()),
            (name, self.name.as_str()),
            ("by-image", self.image.trim()),
            ("by-flavor", self.flavor.trim()),
            ("by-reservation", self.reservation.trim()),
            ("by-since", self.since.trim()),
            ("by-limit", self.limit.trim()),
            ("by-marker", self.marker.trim()),
        ])
    }

    /// The valid query, or everything that is wrong.
    pub fn check(&self) -> Result<ServerQuery, Vec<AskProblem>> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let since = some(&self.since).map(|text| Timestamp::parse(&text).ok_or(AskProblem::Since)).transpose();
        let limit = some(&self.limit).map(|text| limit(&text).ok_or(AskProblem::Limit)).transpose();
        let name = Some(&self.name).filter(|name| !name.is_empty());
        match (since, limit) {
            (Ok(changes_since), Ok(limit)) => Ok(ServerQuery {
                changes_since,
                limit,
                marker: some(&self.marker).map(ServerId),
                status: some(&self.status).map(|word| Status::parse(&word)),
                name: name.map(|name| if self.regex { name.clone() } else { escape_regex(name) }),
                image: some(&self.image).map(ImageId),
                flavor: some(&self.flavor).map(FlavorId),
                reservation: some(&self.reservation).map(ReservationId),
            }),
            (since, limit) => Err(since.err().into_iter().chain(limit.err()).collect()),
        }
    }
}

fn limit(text: &str) -> Option<u32> {
    text.parse().ok().filter(|limit| *limit > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cloud::calls::servers::list;

    /// From a URL to the request.
    #[test]
    fn from_an_address_to_the_request() {
        let check = |address: &str, expect: Result<&str, &[AskProblem]>| {
            let draft = AskDraft::of_query(address);
            let sent = draft.check().map(|query| list(&query).request.path);
            assert_eq!(sent.as_deref().map_err(Vec::as_slice), expect, "{address}");
            let again = AskDraft::of_query(&draft.to_query());
            assert_eq!(again.to_query(), draft.to_query(), "{address}");
        };
        check("", Ok("/servers/detail"));
        check("q=web&status=error&sort=name", Ok("/servers/detail"));
        check("?q=a&by-status=building", Ok("/servers/detail?status=BUILD"));
        check("by-status=NOVEL", Ok("/servers/detail?status=NOVEL"));
        check("by-name=%5Eweb-.%2A", Ok("/servers/detail?name=%5Eweb-.%2A"));
        check("by-text=a.b%20%28c%29", Ok(r"/servers/detail?name=a%5C.b%20%5C%28c%5C%29"));
        check("by-image=i&by-flavor=f&by-reservation=r-1", Ok("/servers/detail?image=i&flavor=f&reservation_id=r-1"));
        check("by-limit=5&by-marker=m", Ok("/servers/detail?limit=5&marker=m"));
        check("by-since=2026-01-02T03:04:05%2B09:00", Ok("/servers/detail?changes-since=2026-01-01T18%3A04%3A05Z"));
        check("by-limit=1", Ok("/servers/detail?limit=1"));
        check("by-limit=0", Err(&[AskProblem::Limit]));
        check("by-limit=many&by-since=yesterday", Err(&[AskProblem::Since, AskProblem::Limit]));
        check("by-limit=4294967296", Err(&[AskProblem::Limit]));
    }
}
