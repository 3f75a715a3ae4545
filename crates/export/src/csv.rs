//! CSV as in RFC 4180, which spreadsheets open by a double click.

use view::Datum;

use crate::Sheet;
use crate::sheet::text_of;

/// Writes the sheet with a line of headings. Texts that a spreadsheet would take for a formula begin with `'`. If there are
/// letters outside ASCII, a byte order mark comes first, without which Excel shows them wrongly.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::with_capacity(sheet.rows.len() * sheet.columns.len() * 16);
    row(&mut out, sheet.columns.len(), sheet.columns.iter(), |name, cell| cell.push_str(name));
    for values in &sheet.rows {
        row(&mut out, values.len(), values.iter(), |datum, cell| {
            text_of(datum, cell);
            // A number of this page is not a formula, even if it is negative.
            if !matches!(datum, Datum::Number(_) | Datum::Time(_)) {
                disarm(cell);
            }
        });
    }
    if out.is_ascii() { out } else { ["\u{feff}", &out].concat() }
}

fn row<T>(out: &mut String, count: usize, values: impl Iterator<Item = T>, mut write: impl FnMut(T, &mut String)) {
    let mut cell = String::new();
    for (at, value) in values.enumerate() {
        cell.clear();
        write(value, &mut cell);
        out.push_str(if at > 0 { "," } else { "" });
        // A line with one empty field would be an empty line, which readers skip.
        if cell.contains(['"', ',', '\n', '\r']) || (cell.is_empty() && count == 1) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Puts `'` before a text that spreadsheets calculate, also in its full-width form, and behind blanks that they skip.
fn disarm(cell: &mut String) {
    let begins = |text: &str| {
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
    };
    if begins(cell) || begins(cell.trim_start()) {
        cell.insert(0, '\'');
    }
}
