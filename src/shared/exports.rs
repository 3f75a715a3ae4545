//! Exporting what a list shows: saved as a file or copied, and said in a notice.

use export::{Sheet, Written};
use leptos::prelude::*;

use crate::browser::files;
use crate::locales::{Plural, Text, Texts, counted_once as count, filled, tx};
use crate::ui::{Icon, MenuItem, copy_as, toast};

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
    name: &'static str,
    label: impl Fn(Text) -> Text,
    sheet: impl Fn() -> Sheet + Clone + Send + Sync + 'static,
) -> Vec<MenuItem> {
    [(tx(|t| t.exports().csv), CSV), (tx(|t| t.exports().json), JSON)]
        .into_iter()
        .map(|(kind_name, kind)| {
            let sheet = sheet.clone();
            MenuItem::new(label(kind_name), move || save(name, &kind, &untrack(&sheet))).icon(Icon::Download)
        })
        .collect()
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
