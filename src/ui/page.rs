//! The parts every page begins with, and what it shows when there is nothing to show.

use super::icon::{Icon, icon};
use crate::browser::{document, focus};
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use ::view::visible::marked;
use leptos::prelude::*;

/// The page's heading, its title in the tab, and its main action. Nothing in it moves when data comes.
#[component]
pub fn PageHead(
    #[prop(into)] title: Text,
    /// Behind the heading: a badge, a count.
    #[prop(optional)]
    beside: Option<AnyView>,
    /// The page's actions, the primary one last.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let title = Text::live(move || marked(&title.get()).into_owned().into());
    let name = title.clone();
    effect(move || document::set_title(&filled(|t| t.shell().title, [("page", name.clone())]).get()));
    focus::keep_heading();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{title}</h1>
            <div class="page-beside">{beside}</div>
            <div class="page-actions">{children.map(|children| children())}</div>
        </header>
    }
    .into_any()
}

/// Nothing here: why, and what to do about it (the children).
#[component]
pub fn Empty(
    #[prop(into)] title: Text,
    #[prop(into, optional)] words: Text,
    #[prop(default = Icon::Search)] mark: Icon,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            {icon(mark)}
            <p class="empty-title">{title}</p>
            <p class="empty-words">{words}</p>
            <div class="empty-actions">{children.map(|children| children())}</div>
        </div>
    }
    .into_any()
}

/// Lines that stand for what is on its way.
#[component]
pub fn Skeleton(#[prop(default = 6)] rows: usize) -> AnyView {
    let bars: Vec<_> = (0..rows).map(|_| view! { <div class="bone"></div> }).collect();
    view! { <div class="skeleton" role="status"><span class="sr-only">{tx(|t| t.common().loading)}</span>{bars}</div> }
        .into_any()
}

/// A titled part of a page.
#[component]
pub fn Section(#[prop(into)] title: Text, #[prop(into, optional)] words: Text, children: Children) -> AnyView {
    view! {
        <section class="section">
            <div class="section-head"><h2>{title}</h2><p>{words}</p></div>
            <div class="section-body">{children()}</div>
        </section>
    }
    .into_any()
}
