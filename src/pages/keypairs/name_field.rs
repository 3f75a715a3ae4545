//! The field for the name of a new pair, checked while the user types.

use cloud::keypair::{KeyNameError, KeyNameInput, key_name};
use cloud::rules::limits::KEY_NAME_MAX;
use leptos::prelude::*;

use super::list::Known;
use crate::locales::{Text, filled, tx};
use crate::ui::TextField;

#[derive(Clone, Copy)]
pub struct Name {
    pub typed: RwSignal<String>,
    /// Whether the field was left or the form was submitted, so that an empty field is an error.
    pub touched: RwSignal<bool>,
    list: Known,
}

impl Name {
    /// An empty field; `list` has the names that are taken.
    pub fn new(list: Known) -> Self {
        Self { typed: RwSignal::new(String::new()), touched: RwSignal::new(false), list }
    }

    /// The name, if it is valid.
    pub fn check(self) -> Result<KeyNameInput, KeyNameError> {
        self.list.with(|list| {
            let taken = list.as_deref().unwrap_or_default().iter().map(|pair| pair.name.as_str());
            self.typed.with(|typed| key_name(typed, taken))
        })
    }

    fn error(self) -> Option<Text> {
        let error = self.check().err()?;
        Some(match error {
            KeyNameError::Empty if !self.touched.get() => return None,
            KeyNameError::Empty => tx(|t| t.keypairs().name_empty),
            KeyNameError::Taken => tx(|t| t.keypairs().name_taken),
            KeyNameError::TooLong { is } => {
                filled(|t| t.keypairs().name_too_long, [("is", is.into()), ("max", KEY_NAME_MAX.into())])
            }
            KeyNameError::BadCharacter('.') => tx(|t| t.keypairs().name_dots),
            KeyNameError::BadCharacter('/') => filled(|t| t.keypairs().name_slash, [("character", "/".into())]),
            KeyNameError::BadCharacter(_) => tx(|t| t.keypairs().name_invisible),
        })
    }
}

pub fn field(name: Name) -> AnyView {
    let counter = Signal::derive(move || (name.typed.with(|typed| typed.trim().chars().count()), KEY_NAME_MAX));
    // Leaving an empty field is not an error: the user may be on the way to "Cancel".
    view! {
        <TextField label=tx(|t| t.common().name) value=name.typed hint=tx(|t| t.keypairs().name_hint) counter
            error=Signal::derive(move || name.error()) autofocus=true />
    }
    .into_any()
}
