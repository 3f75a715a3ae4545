//! JSON: a list with one object for each row, one a line.

use view::Datum;

use crate::Sheet;
use crate::quote::quoted;

/// Writes the sheet. Numbers are numbers, times are texts as in RFC 3339, what is not known is `null`.
pub fn json(sheet: &Sheet) -> String {
    let keys: Vec<String> = sheet.columns.iter().map(|name| [&quoted(name), ":"].concat()).collect();
    let mut out = String::with_capacity(sheet.rows.len() * sheet.columns.len() * 24);
    out.push('[');
    for (at, values) in sheet.rows.iter().enumerate() {
        out.push_str(if at > 0 { ",\n{" } else { "\n{" });
        for (at, (key, datum)) in keys.iter().zip(values).enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            out.push_str(key);
            value(datum, &mut out);
        }
        out.push('}');
    }
    out.push_str("\n]\n");
    out
}

fn value(datum: &Datum, out: &mut String) {
    match datum {
        Datum::Nothing => out.push_str("null"),
        Datum::Text(text) => out.push_str(&quoted(text)),
        Datum::Number(number) => out.push_str(&number.to_string()),
        Datum::Time(at) => out.push_str(&quoted(&at.to_utc())),
        Datum::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            out.push('[');
            out.push_str(&texts.join(","));
            out.push(']');
        }
    }
}
