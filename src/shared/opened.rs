//! The details of one row in a dialog over its list. The address names the row, so the dialog can be linked and
//! reloaded, and "back" closes it.

use cloud::Failure;
use leptos::prelude::*;
use view::listing::Listing;

use super::list::{Shown, Standing};
use crate::browser::navigation;
use crate::locales::{Text, tx};
use crate::reactive::effect;
use crate::routes::listed::Listed;
use crate::routes::{self, Route, Thing};
use crate::ui::{Button, Dialog, Empty, FailureCard, Skeleton, live_view};

#[derive(Clone, Copy)]
pub struct Opened {
    /// Whether the dialog is open. Closing it goes back to the list's address.
    pub open: RwSignal<bool>,
    /// The id of the row; the last one while the dialog closes.
    pub id: Memo<String>,
    listed: Listed,
    thing: Thing,
    /// Whether it was opened from the list, so that the list is one step back in the history.
    pushed: StoredValue<bool>,
    go: Callback<(Route, String, bool)>,
}

impl Opened {
    /// Follows the address.
    pub fn new(listed: Listed, thing: Thing) -> Self {
        let route = routes::current();
        let shown = Memo::new(move |_| route.with(|route| route.shown(thing).map(str::to_owned)));
        let id = Memo::new(move |before: Option<&String>| shown.get().or(before.cloned()).unwrap_or_default());
        let open = RwSignal::new(shown.get_untracked().is_some());
        let opened = Self { open, id, listed, thing, pushed: StoredValue::new(false), go: routes::go_with() };
        effect(move || {
            let there = shown.with(Option::is_some);
            if !there {
                opened.pushed.set_value(false);
            }
            open.set(there);
        });
        effect(move || {
            if !open.get() && shown.get_untracked().is_some() {
                opened.leave();
            }
        });
        opened
    }

    /// Opens the dialog. The list keeps its search and filters.
    pub fn show(self, id: &str) {
        // Write the search text to the address to which "back" leads.
        self.listed.flush();
        self.go_to(Route::One(self.thing, id.to_owned()), false);
        self.pushed.set_value(true);
    }

    /// Closes the dialog.
    pub fn hide(self) {
        self.open.set(false);
    }

    /// The address of one row's dialog.
    pub fn href(self, id: &str) -> String {
        routes::href(&Route::One(self.thing, id.to_owned()))
    }

    fn leave(self) {
        if self.pushed.get_value() {
            self.pushed.set_value(false);
            navigation::back();
        } else {
            self.go_to(self.listed.list(), true);
        }
    }

    fn go_to(self, route: Route, replace: bool) {
        let query = untrack(|| self.listed.with(Listing::to_query));
        self.go.run((route, query, replace));
    }
}

/// Title and text for a row that no longer exists.
pub type Gone = (Text, Text);

/// The default texts.
pub fn gone() -> Gone {
    (tx(|t| t.common().gone_title), tx(|t| t.common().gone_text))
}

/// The dialog. `draw` returns `None` for a row that is not in the list: it is loading or was deleted.
pub fn over(
    opened: Opened,
    title: Text,
    shown: Shown,
    gone: Gone,
    draw: impl Fn() -> Option<AnyView> + Clone + Send + Sync + 'static,
) -> AnyView {
    let title = Text::live(move || if title.is_empty() { opened.id.get().into() } else { title.clone() });
    let body = move || {
        let (draw, gone) = (draw.clone(), gone.clone());
        live_view(move || draw().unwrap_or_else(|| missing(opened, shown.standing, &gone)))
    };
    view! { <Dialog open=opened.open title>{body()}</Dialog> }.into_any()
}

fn missing(opened: Opened, standing: Standing, gone: &Gone) -> AnyView {
    let Standing { known, failure, retry, .. } = standing;
    match (known.get(), failure.get()) {
        (true, _) => view! {
            <Empty title=gone.0.clone() words=gone.1.clone()>
                <Button label=tx(|t| t.common().close) on_click=move || opened.hide() />
            </Empty>
        }
        .into_any(),
        (false, Some(failure)) => view! { <FailureCard failure=Failure::clone(&failure) on_retry=retry /> }.into_any(),
        (false, None) => view! { <Skeleton rows=6 /> }.into_any(),
    }
}
