//! Enums of the draft in the fields that offer texts.

use crate::locales::Text;
use crate::reactive::{Observed, Value};
use crate::ui::Choice;

/// An enum of which one value is chosen; it says so beside its field.
pub trait OneOf: Copy + PartialEq + Send + Sync + 'static {
    /// All of it, each with what it is called in the page's HTML.
    const ALL: &'static [(Self, &'static str)];
}

/// The value as `RadioCards` and `SelectField` take it.
pub fn one_of<T: OneOf>(value: Value<T>) -> Value<String> {
    Value::new(Observed::derive(move || name(value.get()).to_owned()), move |chosen| {
        if let Some((it, _)) = T::ALL.iter().find(|(_, name)| *name == chosen) {
            value.set(*it);
        }
    })
}

/// One value as a choice for them.
pub fn choice<T: OneOf>(it: T, label: Text) -> Choice {
    Choice::new(name(it), label)
}

fn name<T: OneOf>(it: T) -> &'static str {
    T::ALL.iter().find(|(other, _)| *other == it).map_or("", |(_, name)| name)
}
