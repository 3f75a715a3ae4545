//! Query strings as pairs.

pub use cloud::percent::{decode, encode};

/// The decoded pairs of a query, with or without its `?`. A `+` is a blank, as in forms.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decode(&name.replace('+', " ")), decode(&value.replace('+', " ")))
    })
}

/// The pairs whose names begin with `prefix`, still encoded.
pub fn only(query: &str, prefix: &str) -> String {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut out = String::new();
    for part in query.split('&').filter(|part| part.starts_with(prefix)) {
        join(&mut out, part);
    }
    out
}

/// Appends a piece to a query.
pub fn join(query: &mut String, piece: &str) {
    if !query.is_empty() && !piece.is_empty() {
        query.push('&');
    }
    query.push_str(piece);
}

/// Writes pairs as a query without `?`; empty values are left out.
pub fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(&encode(name));
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}
