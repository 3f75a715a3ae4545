//! The filters of the server lists (row S10).

use cloud::Timestamp;
use regex_lite::{Regex, RegexBuilder};

use super::newer::Newer;
use crate::context::Context;
use crate::errors::{bad_request, forbidden, invalid};
use crate::model::Server;
use crate::{Request, Response};

/// The longest page (`osapi_max_limit`).
const LIMIT_MAX: usize = 1000;

/// The filters of a list.
pub(super) struct Filter {
    since: Option<Timestamp>,
    /// Any of these; empty: all.
    status: Vec<String>,
    name: Option<Regex>,
    image: Option<String>,
    flavor: Option<String>,
    reservation: Option<String>,
    newer: Newer,
    /// Rows per page.
    pub limit: usize,
    pub marker: Option<String>,
}

impl Filter {
    pub(super) fn read(context: &Context<'_>, default_limit: usize) -> Result<Self, Response> {
        let request = context.request;
        if request.param("all_tenants").is_some_and(|value| value != "0" && !value.eq_ignore_ascii_case("false")) {
            return Err(forbidden(
                "Policy doesn't allow os_compute_api:servers:detail:get_all_tenants to be performed.",
            ));
        }
        Ok(Self {
            since: since(request)?,
            status: status(context)?,
            name: name(request)?,
            image: request.param("image"),
            flavor: request.param("flavor"),
            reservation: request.param("reservation_id"),
            newer: Newer::read(context)?,
            limit: limit(request, default_limit)?,
            marker: request.param("marker"),
        })
    }

    /// Whether a row is in the list. Deleted ones are only in lists of changes.
    pub(super) fn takes(&self, server: &Server) -> bool {
        let same =
            |wanted: &Option<String>, is: Option<&str>| wanted.as_deref().is_none_or(|wanted| Some(wanted) == is);
        let changed = match self.since {
            None => server.listed(),
            // Nova stores whole seconds.
            Some(since) => server.updated.0.div_euclid(1000) >= since.0.div_euclid(1000),
        };
        changed
            && (self.status.is_empty() || self.status.iter().any(|word| word.eq_ignore_ascii_case(server.status())))
            && self.name.as_ref().is_none_or(|pattern| pattern.is_match(&server.name))
            && same(&self.image, server.image.as_deref())
            && same(&self.flavor, Some(&server.flavor))
            && same(&self.reservation, Some(&server.reservation))
            && self.newer.takes(server)
    }

    /// Whether deleted rows are listed.
    pub(super) fn shows_deleted(&self) -> bool {
        self.since.is_some()
    }
}

fn since(request: &Request) -> Result<Option<Timestamp>, Response> {
    let Some(text) = request.param("changes-since") else { return Ok(None) };
    Timestamp::parse(&text).map(Some).ok_or_else(|| bad_request("Invalid filter field: changes-since."))
}

/// Several statuses mean any of them. Members see deleted rows only in lists of changes.
fn status(context: &Context<'_>) -> Result<Vec<String>, Response> {
    let request = context.request;
    let wanted = request.pairs().into_iter().filter(|(key, _)| key == "status").map(|(_, value)| value);
    let wanted: Vec<String> = wanted.collect();
    if wanted.iter().any(|word| word.eq_ignore_ascii_case("deleted")) && request.param("changes-since").is_none() {
        return Err(forbidden("Only administrators may list deleted instances"));
    }
    let known = |word: &String| !matches!(cloud::Status::parse(&word.to_uppercase()), cloud::Status::Other(_));
    match wanted.iter().find(|word| !known(word)).filter(|_| context.since(38)) {
        Some(word) => Err(bad_request(&format!("Invalid status value. {word}"))),
        None => Ok(wanted),
    }
}

/// The database ignores case.
fn name(request: &Request) -> Result<Option<Regex>, Response> {
    let Some(pattern) = request.param("name") else { return Ok(None) };
    let regex = RegexBuilder::new(&pattern).case_insensitive(true).build();
    regex.map(Some).map_err(|_| bad_request(&format!("Invalid input for query parameters name. Value: {pattern}.")))
}

fn limit(request: &Request, default_limit: usize) -> Result<usize, Response> {
    let Some(text) = request.param("limit") else { return Ok(default_limit) };
    let number: usize =
        text.parse().map_err(|_| invalid("limit", &text, &format!("'{text}' does not match '^[0-9]*$'")))?;
    Ok(if number == 0 { LIMIT_MAX } else { number.min(LIMIT_MAX) })
}
