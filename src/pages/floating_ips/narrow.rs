//! Search and filter. They stand in the address, so that a page that counts free addresses can link to them.

use ::view::query::{pairs, write};
use leptos::prelude::*;

use crate::locales::tx;
use crate::reactive::{Signal, effect};
use crate::routes;
use crate::ui::{Choice, Filter, SearchBox};

/// What is shown.
#[derive(Clone, Copy)]
pub struct Narrow {
    /// Words.
    pub search: RwSignal<String>,
    /// `free`, `used`; empty: all.
    pub show: RwSignal<String>,
}

impl Narrow {
    /// Something is left out.
    pub fn narrows(self) -> bool {
        self.search.with(|text| !text.trim().is_empty()) || self.show.with(|show| !show.is_empty())
    }

    /// Shows all again.
    pub fn clear(self) {
        self.search.set(String::new());
        self.show.set(String::new());
    }
}

/// As the address has it; the address follows.
pub fn narrow() -> Narrow {
    let (address, set) = (routes::query(), routes::set_query());
    let of =
        |query: &str, name: &str| pairs(query).find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default();
    let (search, show) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    effect(move || {
        let query = address.get();
        for (signal, name) in [(search, "q"), (show, "show")] {
            let there = of(&query, name);
            if signal.with_untracked(|here| *here != there) {
                signal.set(there);
            }
        }
    });
    effect(move || {
        let wanted = write([("q", search.get().as_str()), ("show", show.get().as_str())]);
        if wanted != address.get_untracked() {
            set.run(wanted);
        }
    });
    Narrow { search, show }
}

/// The search box and the filter.
pub fn toolbar(narrow: Narrow) -> AnyView {
    let choices = || {
        vec![
            Choice::new("free", tx(|t| t.floating_ips().unattached)),
            Choice::new("used", tx(|t| t.floating_ips().attached)),
        ]
    };
    view! {
        <div class="toolbar" role="search">
            <SearchBox label=tx(|t| t.floating_ips().search) value=narrow.search on_input=move |text| narrow.search.set(text) />
            <Filter label=tx(|t| t.floating_ips().show) value=narrow.show choices=Signal::derive(choices)
                on_change=move |value| narrow.show.set(value) />
        </div>
    }
    .into_any()
}
