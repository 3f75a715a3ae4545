//! The search box of a list, in the search language. Suggestions and what is wrong with a search come later
//! ([`super::query_aids`]).

use ::query::complete::Suggestions;
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::late::LATE_UI;
use super::live::{fresh_id, live, live_view};
use super::searching::Searching;
use crate::browser::keyboard::{Key, key};
use crate::browser::{caret, dom, focus};
use crate::locales::{Text, tx};

/// What the box and its aids share.
#[derive(Clone, Copy)]
pub struct Aids {
    /// The search.
    pub searching: Searching,
    /// The input.
    pub field: NodeRef<html::Input>,
    /// The beginning of the ids of what belongs to the box.
    pub id: StoredValue<String>,
    /// Whether suggestions are wanted.
    pub wanted: RwSignal<Wanted>,
    /// The suggestions, and the text that they are for.
    pub offered: RwSignal<(String, Suggestions)>,
    /// The highlighted suggestion.
    pub at: RwSignal<Option<usize>>,
    /// How far the text is scrolled, in pixels.
    pub scrolled: RwSignal<i32>,
}

/// Whether suggestions are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// No.
    Not,
    /// For what is being typed.
    Typed,
    /// Also where nothing is typed yet.
    Asked,
}

impl Aids {
    /// Whether there are suggestions; tracked.
    pub fn offers(self) -> bool {
        self.offered.with(|(_, offered)| !offered.items.is_empty())
    }

    /// The id of a suggestion.
    pub fn option(self, at: usize) -> String {
        [self.id().as_str(), "-", &at.to_string()].concat()
    }

    /// The id of the list of suggestions, or, with "-problems" after it, of what is wrong.
    pub fn id(self) -> String {
        self.id.get_value()
    }

    fn typed(self, field: &dom::InputElement) {
        self.wanted.set(Wanted::Typed);
        self.searching.typed(field.value(), caret::of(field));
    }

    /// Takes the suggestions away.
    pub fn close(self) {
        self.wanted.set(Wanted::Not);
        self.at.set(None);
    }

    /// Shows suggestions for the place of the caret.
    pub fn ask(self) {
        if let Some(field) = self.field.get_untracked() {
            self.searching.caret.set(Some(caret::of(&field)));
            self.wanted.set(Wanted::Asked);
        }
    }
}

/// A search box. `/` anywhere on the page focuses it (`shell::shortcuts`).
#[component]
pub fn QueryBox(
    /// "Search instances".
    #[prop(into)]
    label: Text,
    searching: Searching,
    /// Enter and arrow down: moves to the first result.
    #[prop(into)]
    on_rows: Callback<()>,
    /// Whether rows may be hidden, so that "Clear filters" is offered.
    #[prop(into)]
    narrows: Signal<bool>,
    #[prop(into)] on_clear: Callback<()>,
) -> AnyView {
    let id = fresh_id("search");
    let aids = Aids {
        searching,
        field: NodeRef::new(),
        id: StoredValue::new(id.clone()),
        wanted: RwSignal::new(Wanted::Not),
        offered: RwSignal::default(),
        at: RwSignal::new(None),
        scrolled: RwSignal::new(0),
    };
    let keys = move |event: dom::KeyboardEvent| {
        if LATE_UI.now().is_some_and(|late| (late.query_key)(aids, &event)) {
            return event.prevent_default();
        }
        match key(&event) {
            Key::Enter | Key::Down => {
                event.prevent_default();
                aids.close();
                searching.settle();
                on_rows.run(());
            }
            Key::Escape if searching.text.with_untracked(|text| !text.is_empty()) => {
                event.prevent_default();
                aids.close();
                searching.typed(String::new(), 0);
            }
            _ => {}
        }
    };
    let left = move |_| {
        aids.close();
        searching.settle();
    };
    let clear = move |_| {
        on_clear.run(());
        if let Some(field) = aids.field.get_untracked() {
            focus::focus_element(&field);
        }
    };
    let input = [id.as_str(), "-input"].concat();
    let scroll = move |field: dom::InputElement| aids.scrolled.set(field.scroll_left());
    let described = live(move || {
        let wrong = searching.compiled.with(|query| !query.problems().is_empty());
        wrong.then(|| aids.id() + "-problems")
    });
    view! {
        <div class="search">
            {icon(Icon::Search)}
            <label class="sr-only" for=input.clone()>{label.clone()}</label>
            <input id=input type="text" role="combobox" inputmode="search" enterkeyhint="search" data-search=""
                autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=label aria-autocomplete="list"
                aria-expanded=live(move || if aids.offers() { "true" } else { "false" })
                aria-controls=live(move || aids.offers().then(|| aids.id()))
                aria-activedescendant=live(move || aids.at.get().map(|at| aids.option(at))) aria-describedby=described
                node_ref=aids.field prop:value=move || searching.text.get()
                on:input:target=move |event| { aids.typed(&event.target()); scroll(event.target()) }
                on:click=move |_| aids.ask() on:scroll:target=move |event| scroll(event.target())
                on:keyup:target=move |event| scroll(event.target()) on:blur=left on:keydown=keys />
            {live_view(move || match narrows.get() {
                true => view! {
                    <button type="button" class="search-clear" aria-label=tx(|t| t.common().clear_filters)
                        title=tx(|t| t.common().clear_filters) on:click=clear
                    >
                        {icon(Icon::Close)}
                    </button>
                }
                .into_any(),
                false => ().into_any(),
            })}
            {LATE_UI.view_once_here(move |late| (late.query_aids)(aids))}
        </div>
    }
    .into_any()
}
