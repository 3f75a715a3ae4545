//! The parts every page begins with, and what it shows when there is nothing to show.

use super::copy::CopyButton;
use super::icon::{Icon, icon};
use crate::browser::{document, focus};
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use ::view::visible::marked;
use leptos::prelude::*;

/// The project's name in the titles of its pages, which distinguishes browser tabs. Provided as context by the frame.
#[derive(Clone)]
pub struct TitleProject(pub String);

/// The page's heading, document title and main actions. Nothing in it moves when data arrives.
#[component]
pub fn PageHead(
    #[prop(into)] title: Text,
    /// Next to the heading: a badge, a count.
    #[prop(optional)]
    beside: Option<AnyView>,
    /// The page's actions, the primary one last.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let title = Text::live(move || marked(&title.get()).into_owned().into());
    let name = title.clone();
    let project = use_context::<TitleProject>();
    // The address contains the scope, so it can be shared.
    let link = project.is_some().then(|| {
        view! { <CopyButton text=Text::live(|| document::address().into()) what=tx(|t| t.shell().link_to_page) /> }
    });
    effect(move || {
        let page = ("page", name.clone());
        let title = match &project {
            Some(TitleProject(project)) => filled(|t| t.shell().title_in, [page, ("project", project.clone().into())]),
            None => filled(|t| t.shell().title, [page]),
        };
        document::set_title(&title.get());
    });
    focus::keep_heading();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{title}</h1>
            <div class="page-beside">{link}{beside}</div>
            <div class="page-actions">{children.map(|children| children())}</div>
        </header>
    }
    .into_any()
}

/// An empty state: the reason, and what to do about it (the children).
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

/// Placeholder lines.
#[component]
pub fn Skeleton(#[prop(default = 6)] rows: usize) -> AnyView {
    let bars: Vec<_> = (0..rows).map(|_| view! { <div class="bone"></div> }).collect();
    view! { <div class="skeleton" role="status"><span class="sr-only">{tx(|t| t.common().loading)}</span>{bars}</div> }
        .into_any()
}

/// A section with a title.
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
