//! The dialog with the box for storing the last known lists, which says what is stored, and where.

use leptos::prelude::*;

use crate::data::{self, KEEPING, NotKept, StorageRefused};
use crate::locales::{Text, filled, tx};
use crate::reactive::Value;
use crate::ui::{CheckField, Dialog, nothing};

/// The dialog, shown while `open` is true. The code that stores lists is in the same file.
pub fn keep_lists(open: RwSignal<bool>) -> AnyView {
    view! { <Dialog open title=tx(|t| t.offline().keep_title)>{content()}</Dialog> }.into_any()
}

fn content() -> AnyView {
    let Some(keeping) = KEEPING.now() else { return nothing() };
    let (on, trouble) = (RwSignal::new(data::keeps_lists()), (keeping.trouble)());
    let value = Value::new(on, move |wanted| {
        on.set(wanted);
        (keeping.switch)(wanted);
    });
    let error = Signal::derive(move || trouble.get().map(words));
    view! { <CheckField label=tx(|t| t.offline().keep) hint=tx(|t| t.offline().keep_hint) value error /> }.into_any()
}

fn words(why: NotKept) -> Text {
    match why {
        NotKept::Nobody => tx(|t| t.offline().keep_nobody),
        NotKept::Refused(StorageRefused::Denied) => tx(|t| t.offline().keep_denied),
        NotKept::Refused(StorageRefused::Full) => tx(|t| t.offline().keep_full),
        NotKept::Refused(StorageRefused::Failed(why)) => filled(|t| t.offline().keep_failed, [("why", why.into())]),
    }
}
