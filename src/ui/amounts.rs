//! Numbers and sizes as text.

use crate::locales::{Text, filled};

/// A size in MB; in GB if it is a whole number.
pub fn megabytes(mb: u64) -> Text {
    match (mb / 1024, mb % 1024) {
        (gb, 0) if gb > 0 => gigabytes(gb),
        _ => filled(|t| t.common().mb, [("n", number(mb))]),
    }
}

/// A size in GB.
pub fn gigabytes(gb: u64) -> Text {
    filled(|t| t.common().gb, [("n", number(gb))])
}

/// A number in the language's format.
pub fn number(n: u64) -> Text {
    // Lossless below 2^53.
    Text::live(move || crate::locales::number(n as f64).into())
}

/// The given texts in one line.
pub fn joined(parts: impl IntoIterator<Item = Option<Text>>) -> Text {
    let parts: Vec<Text> = parts.into_iter().flatten().collect();
    Text::live(move || {
        let said = parts.iter().map(|part| part.get().into_owned()).filter(|part| !part.is_empty());
        said.collect::<Vec<_>>().join(" · ").into()
    })
}
