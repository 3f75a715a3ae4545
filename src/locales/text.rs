//! A text to display. One concrete type, so that hundreds of texts share one instance of generated code.

use super::{Plural, Texts, lang, t};
use crate::browser::clock;
use crate::browser::intl::{self, PluralForm};
use leptos::prelude::*;
use leptos::tachys::view::IntoRender;
use std::borrow::Cow;
use std::sync::Arc;

/// Selects a text of the locales.
pub type Words = fn(Texts) -> &'static str;

/// A text to display: a constant, a text of the locales, one with names or numbers in it, or anything that changes. As a
/// child or an attribute of a view it follows the language.
#[derive(Clone)]
pub enum Text {
    /// The same in every language: a name, an id, a number.
    Fixed(Cow<'static, str>),
    /// From the locales.
    Known(Words),
    /// From the locales, with placeholders.
    Filled(Words, Arc<[(&'static str, Text)]>),
    /// From the locales, by number.
    Counted(fn(Texts) -> &'static Plural, Signal<usize>),
    /// Anything that changes.
    Live(Arc<dyn Fn() -> Text + Send + Sync>),
}

/// A text of the locales: `tx(|t| t.common().cancel)`.
pub fn tx(which: Words) -> Text {
    Text::Known(which)
}

/// One of several related texts of the locales: `tx_of(|t| &t.actions().pause, |texts| texts.menu)`.
pub fn tx_of<T: 'static>(which: fn(Texts) -> &'static T, one: fn(&'static T) -> &'static str) -> Text {
    Text::live(move || one(which(t())).into())
}

/// A text of the locales with its placeholders filled.
pub fn filled<const N: usize>(which: Words, values: [(&'static str, Text); N]) -> Text {
    Text::Filled(which, Arc::new(values))
}

/// A text of the locales in the plural form of `n`; `{n}` is the number in the language's format.
pub fn counted(which: fn(Texts) -> &'static Plural, n: impl Into<Signal<usize>>) -> Text {
    Text::Counted(which, n.into())
}

/// The same for a number that does not change, also where the text outlives what asked for it: in a notice.
pub fn counted_once(which: fn(Texts) -> &'static Plural, n: usize) -> Text {
    Text::live(move || plural(which(t()), n).into())
}

/// `template` with each `{name}` replaced. Unknown names in braces stay.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            let value = values.iter().find(|(key, _)| *key == name)?;
            Some((value.1, tail))
        });
        match known {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// A number in the language's format.
pub fn number(n: f64) -> String {
    intl::number(lang().tag(), n)
}

/// Date and time in the language's format, in the person's time zone or in UTC; follows that choice.
pub fn date_time(ms: f64) -> String {
    intl::date_time(lang().tag(), ms, clock::utc().get())
}

/// "3 minutes ago"; `ms` from now, negative for the past.
pub fn relative(ms: f64) -> String {
    intl::relative(lang().tag(), ms)
}

/// "12 sec": a duration in milliseconds.
pub fn lasting(ms: f64) -> String {
    intl::lasting(lang().tag(), ms)
}

impl Text {
    /// A text that changes with the signals it reads.
    pub fn live(make: impl Fn() -> Text + Send + Sync + 'static) -> Self {
        Text::Live(Arc::new(make))
    }

    /// With its placeholders filled.
    pub fn with<const N: usize>(self, values: [(&'static str, Text); N]) -> Self {
        Text::live(move || fill_texts(&self.get(), &values).into())
    }

    /// The current text; follows the language and its signals when read inside an effect or a view.
    pub fn get(&self) -> Cow<'static, str> {
        match self {
            Text::Fixed(text) => text.clone(),
            Text::Known(which) => Cow::Borrowed(which(t())),
            Text::Filled(which, values) => Cow::Owned(fill_texts(which(t()), values)),
            Text::Counted(which, n) => Cow::Owned(plural(which(t()), n.get())),
            Text::Live(make) => make().get(),
        }
    }

    /// The current text, untracked.
    pub fn now(&self) -> Cow<'static, str> {
        untrack(|| self.get())
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.get().is_empty()
    }
}

fn fill_texts(template: &str, values: &[(&'static str, Text)]) -> String {
    let read: Vec<_> = values.iter().map(|(name, text)| (*name, text.get())).collect();
    let pairs: Vec<_> = read.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    fill(template, &pairs)
}

fn plural(forms: &Plural, n: usize) -> String {
    // Lossless below 2^53.
    let value = n as f64;
    let form = match intl::plural(lang().tag(), value) {
        PluralForm::One => forms.one,
        PluralForm::Other => forms.other,
    };
    fill(form, &[("n", &number(value))])
}

impl Default for Text {
    fn default() -> Self {
        Text::Fixed(Cow::Borrowed(""))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Text::Fixed(Cow::Borrowed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text::Fixed(Cow::Owned(text))
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        Text::Fixed(text)
    }
}

impl From<Signal<String>> for Text {
    fn from(text: Signal<String>) -> Self {
        Text::live(move || text.get().into())
    }
}

impl From<Memo<String>> for Text {
    fn from(text: Memo<String>) -> Self {
        Text::live(move || text.get().into())
    }
}

impl From<RwSignal<String>> for Text {
    fn from(text: RwSignal<String>) -> Self {
        Text::live(move || text.get().into())
    }
}

impl From<Signal<Text>> for Text {
    fn from(text: Signal<Text>) -> Self {
        Text::live(move || text.get())
    }
}

impl From<usize> for Text {
    fn from(n: usize) -> Self {
        Text::live(move || number(n as f64).into())
    }
}

/// What a text becomes in a view.
type Reading = Arc<dyn Fn() -> Cow<'static, str> + Send + Sync>;

impl IntoRender for Text {
    type Output = Reading;

    fn into_render(self) -> Reading {
        Arc::new(move || self.get())
    }
}

impl IntoAttributeValue for Text {
    type Output = Reading;

    fn into_attribute_value(self) -> Reading {
        Arc::new(move || self.get())
    }
}
