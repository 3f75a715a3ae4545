//! The language: the person's choice, or else the browser's, or else English.

use crate::browser::document;
use crate::browser::storage::{self, Preference};
use leptos::prelude::*;
use std::sync::OnceLock;

/// The languages of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    /// English.
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// In the order of the menu.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ko];

    /// The BCP 47 tag: for `<html lang>`, `Intl`, and the stored choice.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// Its own name; the same in every language.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ko => "한국어",
        }
    }

    /// The language of a tag such as `ko-KR`.
    fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }
}

/// The current language; tracked.
pub fn lang() -> Lang {
    signal().get()
}

/// Changes the language and stores the choice.
pub fn set_lang(lang: Lang) {
    storage::keep_preference(Preference::Language, Some(lang.tag()));
    document::set_root_attribute("lang", Some(lang.tag()));
    signal().set(lang);
}

/// Sets `<html lang>` to the current language; called once by the shell.
pub fn start() {
    document::set_root_attribute("lang", Some(signal().get_untracked().tag()));
}

fn signal() -> &'static ArcRwSignal<Lang> {
    static LANG: OnceLock<ArcRwSignal<Lang>> = OnceLock::new();
    LANG.get_or_init(|| ArcRwSignal::new(found()))
}

fn found() -> Lang {
    let chosen = storage::preference(Preference::Language).and_then(|tag| Lang::of_tag(&tag));
    chosen.or_else(|| document::languages().iter().find_map(|tag| Lang::of_tag(tag))).unwrap_or(Lang::En)
}
