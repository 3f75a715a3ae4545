//! The results of a run as a file.

use export::{Sheet, csv};
use leptos::prelude::untrack;
use runner::{End, Item, ItemNo, Phase, Run};
use sync::Millis;
use view::Datum;

use super::words;
use crate::browser::files::download;
use crate::data::runs::LiveRun;

/// Offers the results as CSV.
pub fn save(run: &LiveRun) {
    let made = untrack(|| run.read(|run, now| (name(run), csv(&sheet(run, now)))));
    if let Some((name, text)) = made {
        download(&name, "text/csv", &text);
    }
}

fn name(run: &Run) -> String {
    let day: String = run.began().to_utc().chars().take("2026-11-30".len()).collect();
    ["run-", &day, ".csv"].concat()
}

fn sheet(run: &Run, now: Millis) -> Sheet {
    let columns = ["name", "id", "cloud", "region", "project", "action", "result", "seconds", "message", "request_id"];
    let rows = run.items().iter().enumerate().map(|(at, item)| row(run, ItemNo(at), item, now));
    Sheet { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

fn row(run: &Run, no: ItemNo, item: &Item, now: Millis) -> Vec<Datum> {
    let text = |text: &str| Datum::text(text);
    let scope = run.scope_of(no);
    let of_scope = |part: fn(&cloud::Scope) -> &str| scope.map_or(Datum::Nothing, |scope| text(part(scope)));
    let seconds = run.took(no, now).and_then(|ms| i64::try_from(ms / 1000).ok());
    vec![
        text(item.name()),
        text(item.id()),
        of_scope(|scope| &scope.cloud),
        of_scope(|scope| scope.region.as_str()),
        of_scope(|scope| scope.tenant.as_str()),
        text(item.action().name()),
        text(result(item)),
        seconds.map_or(Datum::Nothing, Datum::Number),
        text(&words::message(item).now()),
        item.request_id().map_or(Datum::Nothing, |id| text(id.as_str())),
    ]
}

fn result(item: &Item) -> &'static str {
    match item.phase() {
        Phase::Waiting => "waiting",
        Phase::Sent | Phase::Unknown(_) | Phase::Following => "in progress",
        Phase::Ended(End::Done) => "done",
        Phase::Ended(End::Failed(_)) => "failed",
        Phase::Ended(End::Skipped(_)) => "skipped",
        Phase::Ended(End::Unknown) => "unknown",
    }
}
