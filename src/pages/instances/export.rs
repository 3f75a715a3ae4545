//! Exporting the table of instances: what is shown, or for tools that connect to them.

use std::collections::BTreeMap;

use cloud::{Scope, Timestamp};
use export::{Host, Sheet};
use leptos::prelude::*;
use view::Datum;
use view::instances::{Column as By, GroupBy, group_key, value};

use super::list::{Line, Rows};
use crate::browser::clock;
use crate::data::{self, Reach};
use crate::locales::tx;
use crate::shared::exports::{copy_lines, files_of, label, save_hosts, unless_empty};
use crate::ui::{Icon, MenuItem, RowId, Selecting};

/// What the export menu needs of a page.
#[derive(Clone, Copy)]
pub struct Exporting {
    pub rows: Rows,
    /// The columns that are shown.
    pub columns: Signal<Vec<By>>,
    pub select: Selecting,
}

/// Which rows are exported.
#[derive(Clone, Copy)]
struct Which {
    exporting: Exporting,
    /// Those that are selected; otherwise all that the search leaves.
    selected: bool,
}

/// The entries of the menu: for all rows, and for the selected ones if there are any.
pub fn entries(exporting: Exporting) -> Vec<MenuItem> {
    // The user name of an instance may be known from its image only.
    exporting.rows.search.needs_images();
    let all = Which { exporting, selected: false };
    let mut items = unless_empty(all.entries(), exporting.rows.fitting.get() == 0);
    let selected = Which { exporting, selected: true };
    if selected.ids().next().is_some() {
        items.extend(selected.entries());
    }
    items
}

impl Which {
    fn entries(self) -> Vec<MenuItem> {
        let n = self.ids().count();
        let named = move |name| label(name, self.selected.then_some(n));
        let item = |name, icon, act: fn(Which)| MenuItem::new(named(name), move || untrack(|| act(self))).icon(icon);
        let mut items = files_of("instances".to_owned(), named, move || self.sheet());
        items.extend([
            item(tx(|t| t.exports().inventory), Icon::Download, |which| {
                which.with_hosts(|hosts| {
                    save_hosts("inventory.yml", "application/yaml", &export::inventory(hosts), hosts.len());
                });
            }),
            item(tx(|t| t.exports().ssh_config), Icon::Download, |which| {
                which.with_hosts(|hosts| {
                    // As a text it would get `.txt` behind its name.
                    save_hosts("ssh_config", "application/octet-stream", &export::ssh_config(hosts), hosts.len());
                });
            }),
            item(tx(|t| t.exports().copy_ids), Icon::Copy, |which| {
                let ids: Vec<String> = which.lines().iter().map(|line| line.server.id.to_string()).collect();
                copy_lines(&ids, |t| &t.exports().ids);
            }),
            item(tx(|t| t.exports().copy_addresses), Icon::Copy, |which| {
                which.with_hosts(|hosts| {
                    let address = |host: &Host<'_>| host.known.address().map(|address| address.to_string());
                    let all: Vec<String> = hosts.iter().filter_map(address).collect();
                    copy_lines(&all, |t| &t.exports().addresses);
                });
            }),
        ]);
        match items.split_first_mut() {
            Some((first, _)) if self.selected => *first = first.clone().apart(),
            _ => {}
        }
        items
    }

    fn ids(self) -> impl Iterator<Item = RowId> {
        let ids = match self.selected {
            true => self.exporting.select.ids(),
            false => self.exporting.rows.ids.with(|ids| ids.to_vec()),
        };
        ids.into_iter()
    }

    /// The rows in the order in which they are shown.
    fn lines(self) -> Vec<Line> {
        let mut all: BTreeMap<RowId, Line> = self.exporting.rows.every.run(()).into_iter().collect();
        self.ids().filter_map(|id| all.remove(&id)).collect()
    }

    fn with_hosts(self, then: fn(&[Host<'_>])) {
        let lines = self.lines();
        let mut scopes: Vec<(Scope, Reach)> = Vec::new();
        for scope in lines.iter().filter_map(|line| line.scope.as_ref()) {
            if scopes.iter().all(|(known, _)| known != scope) {
                scopes.push((scope.clone(), data::reach(scope)));
            }
        }
        let nothing = Reach::default();
        let by = self.exporting.rows.search.with(|search| search.group.clone());
        let reach = |line: &Line| scopes.iter().find(|(scope, _)| Some(scope) == line.scope.as_ref());
        let host = |line| host(line, reach(line).map_or(&nothing, |(_, reach)| reach), by.as_ref());
        then(&lines.iter().map(host).collect::<Vec<_>>());
    }

    fn sheet(self) -> Sheet {
        let columns = self.exporting.columns.get();
        let cells = |line: &Line| {
            let cell = |column: &By| match column {
                By::Project => Datum::text(line.project.as_str()),
                By::Region => Datum::told(line.scope.as_ref().map(|scope| scope.region.as_str())),
                column => value(*column, &line.server, &line.names),
            };
            [Datum::text(line.server.id.as_str())].into_iter().chain(columns.iter().map(cell)).collect()
        };
        Sheet {
            rows: self.lines().iter().map(cells).collect(),
            columns: ["id"]
                .into_iter()
                .chain(columns.iter().map(|column| column.as_str()))
                .map(str::to_owned)
                .collect(),
        }
    }
}

fn host<'a>(line: &'a Line, reach: &'a Reach, by: Option<&GroupBy>) -> Host<'a> {
    let Line { server, names, .. } = line;
    let known = reach.of(server);
    let zone = server.zone.said().and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default();
    let facts = vec![
        ("id", server.id.to_string()),
        ("name", server.name.clone()),
        ("status", server.status.as_str().to_owned()),
        ("flavor", names.flavor_of(server).to_owned()),
        ("image", known.image.map(|image| image.name.clone()).unwrap_or_default()),
        ("zone", zone),
        ("project", line.project.clone()),
    ];
    let now = Timestamp(clock::now_ms() as i64);
    let group = by.map(|by| group_key(server, names, &line.project, by, now)).unwrap_or_default();
    Host { known, group, facts }
}
