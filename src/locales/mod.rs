//! Everything a person reads, in every language.
//!
//! * `en/`, `ko/`: the texts, a file a part of the app, one `key: "text",` a line; a translator edits only these. A missing
//!   text does not compile. `{name}` is a placeholder; a [`Plural`] has a form for one and one for all other numbers.
//! * `texts/`: which texts there are, one struct a part of the app.
//! * [`Text`]: a text on its way to the screen. It follows the language, the numbers and the names in it.
//!
//! ```ignore
//! <Button label=tx(|t| t.common().cancel) />                                            // a text
//! filled(|t| t.instance().delete_title, [("name", Text::from(name))])                   // with names in it
//! counted(|t| &t.instances().count, Signal::derive(move || rows.get().len()))           // with a number: {n}
//! Text::live(move || …)                                                               // anything else that changes
//! ```
//!
//! A third language: a folder beside `en`, a variant of [`Lang`], and an arm in each `match` on it.

mod en;
mod ko;
mod lang;
mod text;
pub mod texts;

pub use lang::{Lang, lang, set_lang, start};
pub use text::{Text, Words, counted, date_time, filled, lasting, number, relative, tx};
pub use texts::{Plural, Texts};

/// The texts of the present language; reading it inside an effect or a view follows the language.
pub fn t() -> Texts {
    lang().texts()
}
