//! `GET /servers` and `/servers/detail`: newest first, page by page.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::filter::Filter;
use super::show;
use crate::Response;
use crate::compute::page;
use crate::context::Context;
use crate::errors::{Answer, bad_request};
use crate::model::Server;

pub(super) fn names(context: &Context<'_>, version: &str) -> Answer {
    page(context, version, "servers", |server| show::name(context, version, server))
}

pub(super) fn details(context: &Context<'_>, version: &str) -> Answer {
    page(context, version, "servers/detail", |server| show::full(context, version, server))
}

fn page(context: &Context<'_>, version: &str, path: &str, show: impl Fn(&Server) -> Value) -> Answer {
    // Since 2026-05 NHN's default page size is 100.
    let default_limit = if context.project.rules == RuleSet::Nhn { 100 } else { 1000 };
    let filter = Filter::read(context, default_limit)?;
    let servers = context.project.servers();
    let before = match &filter.marker {
        Some(marker) => position(context, &filter, marker)? + usize::from(context.persona.inclusive),
        None => servers.len(),
    };
    let older = servers.get(..before).unwrap_or_default();
    let rows: Vec<&Server> = older.iter().rev().filter(|server| filter.takes(server)).take(filter.limit).collect();
    let mut body = json!({ "servers": rows.iter().map(|server| show(server)).collect::<Vec<_>>() });
    // A page of exactly the limit has a next link even if nothing follows.
    let full = rows.len() == filter.limit && !context.persona.no_links;
    if let (Some(last), true, Some(map)) = (rows.last(), full, body.as_object_mut()) {
        let href = page::next(context, version, path, &last.id);
        map.insert("servers_links".to_owned(), json!([{ "rel": "next", "href": href }]));
    }
    Ok(Response::json(200, &body))
}

/// The marker is the last row of the previous page (exclusive). According to the guide it is the first of the page.
fn position(context: &Context<'_>, filter: &Filter, marker: &str) -> Result<usize, Response> {
    let at = context.project.position(marker);
    at.filter(|at| filter.shows_deleted() || context.project.servers().get(*at).is_some_and(|server| !server.deleted()))
        .ok_or_else(|| bad_request(&format!("marker [{marker}] not found")))
}
