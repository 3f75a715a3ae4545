//! Exporting what a list shows: saved as a file or copied, and said in a notice.

use std::collections::BTreeMap;

use ::query::Cells;
use ::view::exported;
use ::view::listing::TAB;
use export::{Sheet, Written};
use leptos::prelude::*;

use super::list::Shown;
use crate::browser::files;
use crate::locales::{Plural, Text, Texts, counted_once as count, filled, tx};
use crate::ui::{Icon, Kind as ButtonKind, Menu, MenuItem, RowId, Selecting, copy_as, toast};

/// A kind of file.
pub struct Kind {
    extension: &'static str,
    mime: &'static str,
    write: fn(&Sheet) -> String,
}

/// See [`export::csv`].
pub const CSV: Kind = Kind { extension: ".csv", mime: "text/csv;charset=utf-8", write: export::csv };
/// See [`export::json`].
pub const JSON: Kind = Kind { extension: ".json", mime: "application/json", write: export::json };

/// The menu entries that save a sheet as a file. `name` is the name of the file without its extension; `label` names
/// an entry; `sheet` is read when one is chosen.
pub fn files_of(
    name: String,
    label: impl Fn(Text) -> Text,
    sheet: impl Fn() -> Sheet + Clone + Send + Sync + 'static,
) -> Vec<MenuItem> {
    [(tx(|t| t.exports().csv), CSV), (tx(|t| t.exports().json), JSON)]
        .into_iter()
        .map(|(kind_name, kind)| {
            let (sheet, name) = (sheet.clone(), name.clone());
            MenuItem::new(label(kind_name), move || save(&name, &kind, &untrack(&sheet))).icon(Icon::Download)
        })
        .collect()
}

/// The name of an entry: "CSV file", or "CSV file: 3 selected".
pub fn label(name: Text, selected: Option<usize>) -> Text {
    let Some(n) = selected else { return name };
    filled(|t| t.exports().of_selected, [("what", name), ("n", count(|t| &t.selection().selected, n))])
}

/// The export menu of a list: the rows that are shown, and the selected ones, with every field that they can be searched by.
pub fn menu(shown: Shown, select: Option<Selecting>) -> AnyView {
    let items = move || {
        let rows = shown.rows.get();
        let mut items = unless_empty(entries(shown, rows.to_vec(), None), rows.is_empty());
        let selected = select.map(Selecting::ids).unwrap_or_default();
        if let n @ 1.. = selected.len() {
            let more = entries(shown, selected, Some(n)).into_iter();
            items.extend(more.enumerate().map(|(at, item)| if at == 0 { item.apart() } else { item }));
        }
        items
    };
    view! { <Menu label=tx(|t| t.common().export) items kind=ButtonKind::Quiet icon_before=Icon::Download /> }
        .into_any()
}

fn entries(shown: Shown, ids: Vec<RowId>, selected: Option<usize>) -> Vec<MenuItem> {
    let copied: Vec<String> = ids.iter().map(|id| id.to_string()).collect();
    let copy = move || copy_lines(&copied, |t| &t.exports().ids);
    let mut items = files_of(file_name(shown), |name| label(name, selected), move || sheet(shown, &ids));
    items.push(MenuItem::new(label(tx(|t| t.exports().copy_ids), selected), copy).icon(Icon::Copy));
    items
}

/// The word of the list in its address.
fn file_name(shown: Shown) -> String {
    let tab = shown.listed.with(|listing| listing.picked(TAB).to_owned());
    if tab.is_empty() { shown.listed.list().path().trim_matches('/').to_owned() } else { tab }
}

fn sheet(shown: Shown, ids: &[RowId]) -> Sheet {
    let all: BTreeMap<RowId, Cells> = shown.cells.run(()).into_iter().collect();
    let fields: Vec<_> = exported::fields(shown.searching.fields).collect();
    let row = |cells: &Cells| fields.iter().map(|field| exported::value(cells, field)).collect();
    Sheet {
        columns: fields.iter().map(|field| field.name.to_owned()).collect(),
        rows: ids.iter().filter_map(|id| all.get(id)).map(row).collect(),
    }
}

/// Saves a sheet, and says how many rows and columns it has.
pub fn save(name: &str, kind: &Kind, sheet: &Sheet) {
    let file = [name, kind.extension].concat();
    files::download(&file, kind.mime, &(kind.write)(sheet));
    let (rows, columns) = (sheet.rows.len(), sheet.columns.len());
    let (rows, columns) = (count(|t| &t.exports().rows, rows), count(|t| &t.exports().columns, columns));
    toast::done(filled(|t| t.exports().saved, [("rows", rows), ("columns", columns), ("file", file.into())]));
}

/// Saves a text about hosts, and says how many of `all` are in it.
pub fn save_hosts(file: &'static str, mime: &str, written: &Written, all: usize) {
    files::download(file, mime, &written.text);
    let hosts = count(|t| &t.exports().hosts, written.hosts);
    let said = filled(|t| t.exports().saved_hosts, [("hosts", hosts), ("file", file.into())]);
    toast::done(match all.saturating_sub(written.hosts) {
        0 => said,
        rest => {
            let left_out = count(|t| &t.exports().left_out, rest);
            filled(|t| t.exports().two_sentences, [("first", said), ("second", left_out)])
        }
    });
}

/// Copies texts, one a line, and says how many of `what` they are.
pub fn copy_lines(texts: &[String], what: fn(Texts) -> &'static Plural) {
    copy_as(count(what, texts.len()), export::lines(texts.iter().map(String::as_str)));
}

/// The entries, each disabled with the reason if there is nothing to export.
pub fn unless_empty(items: Vec<MenuItem>, empty: bool) -> Vec<MenuItem> {
    let why = empty.then(|| tx(|t| t.exports().nothing));
    items.into_iter().map(|item| item.refused(why.clone())).collect()
}
