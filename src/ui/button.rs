//! Buttons, and links that look like one.

use super::icon::{Icon, icon};
use super::live::{fresh_id, live, live_view};
use crate::browser::{dom, timers};
use crate::locales::{Text, tx};
use crate::reactive::{Observed, effect};
use leptos::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Kind {
    /// One of several.
    #[default]
    Plain,
    /// The one thing the page is for; at most one in sight.
    Primary,
    /// Cannot be taken back.
    Danger,
    /// No border until pointed at: toolbars.
    Quiet,
    /// Only the icon is drawn; the label is still what it is called.
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

/// A button. While `busy` it keeps its width, its words and the focus, and does nothing. `refused` says why it cannot
/// be pressed now; such a button can still be reached, so that the reason can be read.
#[component]
pub fn Button(
    /// A verb.
    #[prop(into)]
    label: Text,
    /// Not needed with `submit`.
    #[prop(into, optional)]
    on_click: Option<Callback<()>>,
    #[prop(optional)] kind: Kind,
    #[prop(into, optional)] icon_before: Option<Icon>,
    #[prop(into, optional)] busy: Option<Observed<bool>>,
    #[prop(into, optional)] refused: Observed<Option<Text>>,
    /// Sends the form it stands in.
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

/// Says that the answer is long in coming, so that nobody takes a slow cloud for a dead page.
fn late(busy: Option<Observed<bool>>) -> Option<AnyView> {
    let busy = busy?;
    let (late, timer) = (RwSignal::new(false), StoredValue::new_local(None));
    effect(move || {
        late.set(false);
        timer.set_value(busy.get().then(|| timers::after(LATE_MS, move || late.set(true))));
    });
    let words = Text::live(move || if late.get() { tx(|t| t.shell().still_waiting) } else { Text::default() });
    Some(view! { <span class="button-late" role="status">{words}</span> }.into_any())
}

/// From here on a wait is worth a word, milliseconds.
const LATE_MS: u64 = 10_000;

/// A link that looks like a button: it goes somewhere, and can be opened in a new tab. `refused` says why it leads nowhere
/// now; it can still be reached, so that the reason can be read.
#[component]
pub fn LinkButton(
    #[prop(into)] label: Text,
    /// From `routes`.
    #[prop(into)]
    href: String,
    #[prop(optional)] kind: Kind,
    #[prop(into, optional)] icon_before: Option<Icon>,
    #[prop(into, optional)] refused: Observed<Option<Text>>,
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
