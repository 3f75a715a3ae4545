//! Rows and columns of a list.

use view::Datum;

/// What a list shows, as data: names of columns and values are the same in every language.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// The names of the columns, each once.
    pub columns: Vec<String>,
    /// One value for each column.
    pub rows: Vec<Vec<Datum>>,
}

/// One text a line, such as ids; empty texts are left out.
pub fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for text in texts.filter(|text| !text.is_empty()) {
        out.extend(text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        out.push('\n');
    }
    out
}

/// A value as text; several are separated by `; `.
pub(crate) fn text_of(datum: &Datum, out: &mut String) {
    match datum {
        Datum::Nothing => {}
        Datum::Text(text) => out.push_str(text),
        Datum::Number(number) => out.push_str(&number.to_string()),
        Datum::Time(at) => out.push_str(&at.to_utc()),
        Datum::Texts(texts) => {
            for (at, text) in texts.iter().enumerate() {
                out.push_str(if at > 0 { "; " } else { "" });
                out.push_str(text);
            }
        }
    }
}
