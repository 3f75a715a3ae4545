//! Everything a person reads, in every language.
//!
//! * One file a part of the app, with the languages side by side ([`texts!`]): whoever adds a text, adds it in all of them.
//! * [`Text`]: a text on its way to the screen. It follows the language, the numbers and the names in it.
//!
//! ```ignore
//! <Button label=tx(|t| t.common().cancel) />                                            // a text
//! filled(|t| t.instance().delete_title, [("name", Text::from(name))])                   // with names in it
//! counted(|t| &t.instances().count, Observed::derive(move || rows.get().len()))           // with a number: {n}
//! Text::live(move || …)                                                               // anything else that changes
//! ```
//!
//! A language more: a variant of [`Lang`], a column in [`texts!`], and the compiler shows each text that lacks it.

mod lang;
mod text;

pub use lang::{Lang, lang, set_lang, start};
pub use text::{Text, Words, counted, date_time, filled, lasting, number, relative, tx, tx_of};

/// A text by number; `{n}` is the number.
pub struct Plural {
    /// For one, where the language knows the difference.
    pub one: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

/// What happened, in a few words, and what to do.
pub struct Advice {
    /// What happened.
    pub what: &'static str,
    /// What to do.
    pub then: &'static str,
}

/// What is said of an action; `{name}` is whom it is done to.
pub struct ActionTexts {
    /// Its entry in a menu, and its button; it ends in "…" where something is asked first.
    pub menu: &'static str,
    /// It is under way.
    pub begun: &'static str,
    /// It went well.
    pub done: &'static str,
}

/// A question that needs no more than a yes; `{name}` is whom it is about.
pub struct QuestionTexts {
    /// What is asked.
    pub title: &'static str,
    /// What will happen.
    pub text: &'static str,
    /// The word on the button.
    pub confirm: &'static str,
}

/// The texts of one part of the app: its name, then one text after the other, each in all languages. `{name}` in a text is
/// a placeholder. A text that lacks a language does not compile; `cargo xtask tidy` compares the placeholders.
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

/// All texts of one language. Each part is reached by a call, not a field: what only one page says then travels with
/// that page (see `lazy`), in every language, and not with the first load.
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
    common: Common;
    create: Create;
    create_more: CreateMore;
    errors: Errors;
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
    questions: Questions;
    security_groups: SecurityGroups;
    shell: Shell;
    sign_in: SignIn;
    sign_in_more: SignInMore;
    status: Statuses;
    users: Users;
    volumes: Volumes;
    ways_in: WaysIn;
    zones: Zones;
}

/// The texts of the present language; reading it inside an effect or a view follows the language.
pub fn t() -> Texts {
    Texts(lang())
}
