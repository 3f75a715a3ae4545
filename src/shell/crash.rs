//! What a person sees when the app itself broke: a way back, and the words to report. Nothing of it may rely on the app.

use crate::browser::document;
use crate::locales::t;
use leptos::prelude::untrack;

/// For the panic hook: puts a notice over the page, which may no longer react. Only the place in the source is shown:
/// a panic's words could hold what a cloud sent.
pub fn on_panic(place: Option<&std::panic::Location<'_>>) {
    let mut at = String::new();
    if let Some(place) = place {
        at.push_str(place.file());
        at.push(':');
        at.push_str(&place.line().to_string());
    }
    let texts = untrack(t);
    let shell = texts.shell();
    document::show_crash(shell.crashed_title, shell.crashed_text, shell.reload, &at);
}
