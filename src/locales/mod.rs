//! Every text that a person reads, in every language.
//!
//! * One file for each part of the app, with the languages side by side ([`texts!`]): a text is added in all of them.
//! * [`Text`]: a text to display. It follows the language, and the numbers and names in it.
//!
//! ```ignore
//! <Button label=tx(|t| t.common().cancel) />                                            // a text
//! filled(|t| t.instance().delete_title, [("name", Text::from(name))])                   // with names in it
//! counted(|t| &t.instances().count, Signal::derive(move || rows.get().len()))           // with a number: {n}
//! Text::live(move || …)                                                               // anything else that changes
//! ```
//!
//! To add a language: a variant of [`Lang`] and a column in [`texts!`]; the compiler reports every missing text.

mod lang;
mod text;

pub use lang::{Lang, lang, set_lang, start};
pub use text::{Text, Words, counted, counted_once, date_time, filled, lasting, number, relative, tx, tx_of};

/// A text with plural forms; `{n}` is the number.
pub struct Plural {
    /// For one, in languages that distinguish it.
    pub one: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

/// A failure in a few words, and what to do.
pub struct Advice {
    /// The failure.
    pub what: &'static str,
    /// What to do.
    pub then: &'static str,
}

/// The texts of an action; `{name}` is the instance.
pub struct ActionTexts {
    /// Its menu entry and button; ends in "…" if a dialog follows.
    pub menu: &'static str,
    /// When it has begun.
    pub begun: &'static str,
    /// When it has succeeded.
    pub done: &'static str,
}

/// A confirmation; `{name}` is the instance.
pub struct QuestionTexts {
    /// The question.
    pub title: &'static str,
    /// The consequences.
    pub text: &'static str,
    /// The label of the button.
    pub confirm: &'static str,
}

/// The texts of one part of the app: its name, then its texts, each in all languages. `{name}` in a text is
/// a placeholder. A text without one of the languages does not compile; `cargo xtask tidy` compares the placeholders.
///
/// ```ignore
/// texts! {
///     Zones
///
///     title: en "Availability zones", ko "가용성 영역";
///     count(Plural): en { one: "{n} zone", other: "{n} zones" }, ko { one: "{n}개", other: "{n}개" };
/// }
/// ```
macro_rules! texts {
    (@type) => { &'static str };
    (@type $kind:ident) => { $crate::locales::$kind };
    (@value () $text:tt) => { $text };
    (@value ($kind:ident) $text:tt) => { $crate::locales::$kind $text };
    ($part:ident $($(#[$doc:meta])* $key:ident $(($kind:ident))?: en $en:tt, ko $ko:tt;)*) => {
        /// The texts of this part of the app.
        pub struct $part {
            $($(#[$doc])* pub $key: texts!(@type $($kind)?),)*
        }

        impl $part {
            /// In one language.
            pub fn of(lang: $crate::locales::Lang) -> &'static Self {
                static EN: $part = $part { $($key: texts!(@value ($($kind)?) $en),)* };
                static KO: $part = $part { $($key: texts!(@value ($($kind)?) $ko),)* };
                match lang {
                    $crate::locales::Lang::En => &EN,
                    $crate::locales::Lang::Ko => &KO,
                }
            }
        }
    };
}

/// All texts of one language. Each part is a function and not a field, so that the texts of a page are loaded with that page
/// (see `lazy`), in every language, and not with the first load.
#[derive(Clone, Copy)]
pub struct Texts(Lang);

macro_rules! parts {
    ($($part:ident: $texts:ident;)*) => {
        $(mod $part;)*

        impl Texts {
            $(#[doc = concat!("See `locales/", stringify!($part), ".rs`.")]
            pub fn $part(self) -> &'static $part::$texts {
                $part::$texts::of(self.0)
            })*
        }
    };
}

parts! {
    about: About;
    actions: Actions;
    all_projects: AllProjects;
    ask: Ask;
    bulk: Bulk;
    common: Common;
    create: Create;
    create_more: CreateMore;
    errors: Errors;
    exports: Exports;
    flavors: Flavors;
    floating_ips: FloatingIps;
    gateway: GatewayWords;
    images: Images;
    imports: Imports;
    instance: Instance;
    instances: Instances;
    keypairs: Keypairs;
    metadata: Metadata;
    networks: Networks;
    offline: Offline;
    outcomes: Outcomes;
    overview: Overview;
    policies: Policies;
    ports: Ports;
    query: Query;
    questions: Questions;
    runs: Runs;
    security_groups: SecurityGroups;
    selection: Selection;
    shell: Shell;
    sign_in: SignIn;
    sign_in_more: SignInMore;
    status: Statuses;
    users: Users;
    views: Views;
    volumes: Volumes;
    ways_in: WaysIn;
    zones: Zones;
}

/// The texts of the current language; tracked.
pub fn t() -> Texts {
    Texts(lang())
}
