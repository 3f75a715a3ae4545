//! A query as text.

use ::view::instances::AskDraft;
use cloud::{Status, Timestamp};

use crate::locales::{Text, Words, date_time, filled, tx};
use crate::pages::instances::words;

/// The query as a phrase, such as "status is ERROR, at most 5".
pub fn question(draft: &AskDraft) -> Text {
    let named: Words = if draft.regex { |t| t.ask().is_regex } else { |t| t.ask().is_text };
    let status = Status::parse(&draft.status).to_string();
    let parts: [(Words, Text, bool); 8] = [
        (|t| t.ask().is_status, status.into(), draft.status.is_empty()),
        (named, draft.name.clone().into(), draft.name.is_empty()),
        (|t| t.ask().is_image, draft.image.clone().into(), draft.image.is_empty()),
        (|t| t.ask().is_flavor, draft.flavor.clone().into(), draft.flavor.is_empty()),
        (|t| t.ask().is_reservation, draft.reservation.clone().into(), draft.reservation.is_empty()),
        (|t| t.ask().is_since, since(&draft.since), draft.since.is_empty()),
        (|t| t.ask().is_limit, draft.limit.clone().into(), draft.limit.is_empty()),
        (|t| t.ask().is_marker, draft.marker.clone().into(), draft.marker.is_empty()),
    ];
    let said: Vec<Text> = parts
        .into_iter()
        .filter(|(.., empty)| !empty)
        .map(|(words, value, _)| filled(words, [("value", value)]))
        .collect();
    Text::live(move || said.iter().map(Text::get).collect::<Vec<_>>().join(", ").into())
}

fn since(text: &str) -> Text {
    match Timestamp::parse(text) {
        Some(at) => Text::live(move || date_time(at.0 as f64).into()),
        None => text.to_owned().into(),
    }
}

/// A status to choose: the word of the API and its meaning.
pub fn status(status: &Status) -> Text {
    filled(|t| t.ask().status_word, [("word", status.to_string().into()), ("name", words::status(status))])
}

/// The placeholder of a field without a value.
pub fn any() -> Text {
    tx(|t| t.ask().any)
}
