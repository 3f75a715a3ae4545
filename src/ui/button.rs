//! Buttons, and links that look like buttons.

use super::icon::{Icon, icon};
use super::live::{fresh_id, live, live_view};
use crate::browser::{dom, tab, timers};
use crate::locales::{Text, tx};
use crate::reactive::effect;
use leptos::prelude::*;

/// The prominence of a button.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Kind {
    #[default]
    Plain,
    /// The page's main action; at most one is visible.
    Primary,
    /// Cannot be undone.
    Danger,
    /// Without a border until hovered, for toolbars.
    Quiet,
    /// Only the icon is visible; the label is the accessible name.
    IconOnly,
}

impl Kind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Kind::Plain => "button",
            Kind::Primary => "button primary",
            Kind::Danger => "button danger",
            Kind::Quiet => "button quiet",
            Kind::IconOnly => "button icon-only",
        }
    }
}

/// A button. While `busy` it keeps its width, label and focus, and does nothing. `refused` says why it is disabled; it
/// can still be focused, so that the reason can be read.
#[component]
pub fn Button(
    #[prop(into)] label: Text,
    #[prop(into, optional)] on_click: Option<Callback<()>>,
    #[prop(optional)] kind: Kind,
    #[prop(into, optional)] icon_before: Option<Icon>,
    #[prop(into, optional)] busy: Option<Signal<bool>>,
    #[prop(into, optional)] refused: Signal<Option<Text>>,
    /// Submits the surrounding form.
    #[prop(optional)]
    submit: bool,
) -> AnyView {
    let why_id = fresh_id("why");
    let is_busy = move || busy.is_some_and(|busy| busy.get());
    let blocked = move || is_busy() || refused.with(Option::is_some);
    let press = move |event: dom::MouseEvent| {
        if untrack(blocked) {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    let tip = (kind == Kind::IconOnly).then(|| label.clone());
    let described = why_id.clone();
    let late = late(busy);
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            title=live(move || tip.as_ref().map(Text::get))
            aria-disabled=live(move || blocked().then_some("true"))
            aria-busy=live(move || is_busy().then_some("true"))
            aria-describedby=live(move || refused.with(Option::is_some).then(|| described.clone()))
            on:click=press
        >
            {icon_before.map(icon)}
            <span class="button-label">{label}</span>
            {late}
            {live_view(move || match refused.get() {
                Some(why) => view! { <span id=why_id.clone() class="why" role="tooltip">{why}</span> }.into_any(),
                None => ().into_any(),
            })}
        </button>
    }
    .into_any()
}

/// Reports that the response takes long, so that a slow cloud is not mistaken for a frozen page.
fn late(busy: Option<Signal<bool>>) -> Option<AnyView> {
    let busy = busy?;
    let (late, timer) = (RwSignal::new(false), StoredValue::new_local(None));
    effect(move || {
        late.set(false);
        timer.set_value(busy.get().then(|| timers::after(LATE_MS, move || late.set(true))));
    });
    let words = Text::live(move || if late.get() { tx(|t| t.shell().still_waiting) } else { Text::default() });
    Some(view! { <span class="button-late" role="status">{words}</span> }.into_any())
}

/// When a wait is reported, milliseconds.
const LATE_MS: u64 = 10_000;

/// A link that looks like a button and can be opened in a new tab. `refused` says why it is disabled; it can still be
/// focused, so that the reason can be read.
#[component]
pub fn LinkButton(
    #[prop(into)] label: Text,
    /// From `routes`.
    #[prop(into)]
    href: String,
    #[prop(optional)] kind: Kind,
    #[prop(into, optional)] icon_before: Option<Icon>,
    #[prop(into, optional)] refused: Signal<Option<Text>>,
) -> AnyView {
    let why_id = fresh_id("why");
    let closed = move || refused.with(Option::is_some);
    let described = why_id.clone();
    view! {
        <a
            class=kind.class()
            href=live(move || (!closed()).then(|| href.clone()))
            role=live(move || closed().then_some("link"))
            tabindex=live(move || closed().then_some("0"))
            aria-disabled=live(move || closed().then_some("true"))
            aria-describedby=live(move || closed().then(|| described.clone()))
        >
            {icon_before.map(icon)}
            <span class="button-label">{label}</span>
            {live_view(move || match refused.get() {
                Some(why) => view! { <span id=why_id.clone() class="why" role="tooltip">{why}</span> }.into_any(),
                None => ().into_any(),
            })}
        </a>
    }
    .into_any()
}

/// Why whatever needs the cloud is disabled now; `None` if there is a network.
pub fn no_network() -> Signal<Option<Text>> {
    let network = tab::has_network();
    Signal::derive(move || (!network.get()).then(|| tx(|t| t.shell().no_network)))
}
