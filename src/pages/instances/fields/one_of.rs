//! Connects an enum of the draft to the fields, which work with strings.

use crate::locales::Text;
use crate::reactive::Value;
use crate::ui::Choice;
use leptos::prelude::*;

/// An enum with one value selected.
pub trait OneOf: Copy + PartialEq + Send + Sync + 'static {
    /// All values with the string of each in the page's HTML.
    const ALL: &'static [(Self, &'static str)];
}

/// The enum as the string value that `RadioCards` and `SelectField` expect.
pub fn one_of<T: OneOf>(value: Value<T>) -> Value<String> {
    Value::new(Signal::derive(move || name(value.get()).to_owned()), move |chosen| {
        if let Some((it, _)) = T::ALL.iter().find(|(_, name)| *name == chosen) {
            value.set(*it);
        }
    })
}

pub fn choice<T: OneOf>(it: T, label: Text) -> Choice {
    Choice::new(name(it), label)
}

fn name<T: OneOf>(it: T) -> &'static str {
    T::ALL.iter().find(|(other, _)| *other == it).map_or("", |(_, name)| name)
}
