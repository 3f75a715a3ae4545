//! The message after a crash of the app: a way back and the text to report. It must not depend on the app.

use crate::browser::document;
use crate::locales::t;
use leptos::prelude::untrack;

/// For the panic hook: shows a message over the page, which may not react any more. Only the source location is shown,
/// because a panic message could contain data from a cloud.
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
