//! A query as text.

use ::view::instances::AskDraft;
use cloud::{Status, Timestamp};

use crate::locales::{Text, Words, date_time, filled, tx};
use crate::pages::instances::words;

/// One of the filters that the cloud applies.
pub struct Part {
    /// "status is ERROR"
    pub said: Text,
    /// Takes it out of the query.
    pub remove: Remove,
}

type Remove = fn(&mut AskDraft);

/// The filters of a query.
pub fn parts(draft: &AskDraft) -> Vec<Part> {
    let named: Words = if draft.regex { |t| t.ask().is_regex } else { |t| t.ask().is_text };
    let status = Status::parse(&draft.status).to_string();
    let parts: [(Words, Text, bool, Remove); 8] = [
        (|t| t.ask().is_status, status.into(), draft.status.is_empty(), |draft| draft.status.clear()),
        (named, draft.name.clone().into(), draft.name.is_empty(), |draft| draft.name.clear()),
        (|t| t.ask().is_image, draft.image.clone().into(), draft.image.is_empty(), |draft| draft.image.clear()),
        (|t| t.ask().is_flavor, draft.flavor.clone().into(), draft.flavor.is_empty(), |draft| draft.flavor.clear()),
        (
            |t| t.ask().is_reservation,
            draft.reservation.clone().into(),
            draft.reservation.is_empty(),
            |draft| draft.reservation.clear(),
        ),
        (|t| t.ask().is_since, since(&draft.since), draft.since.is_empty(), |draft| draft.since.clear()),
        (|t| t.ask().is_limit, draft.limit.clone().into(), draft.limit.is_empty(), |draft| draft.limit.clear()),
        (|t| t.ask().is_marker, draft.marker.clone().into(), draft.marker.is_empty(), |draft| draft.marker.clear()),
    ];
    let set = parts.into_iter().filter(|(_, _, empty, _)| !empty);
    set.map(|(words, value, _, remove)| Part { said: filled(words, [("value", value)]), remove }).collect()
}

/// The query as a phrase, such as "status is ERROR, at most 5".
pub fn question(draft: &AskDraft) -> Text {
    let said: Vec<Text> = parts(draft).into_iter().map(|part| part.said).collect();
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
