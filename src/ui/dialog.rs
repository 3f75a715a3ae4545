//! Dialogs as native `<dialog>` elements, which provide Esc, the focus trap and restoring the focus.

use super::button::{Button, Kind, no_network};
use super::failure::{FailureCard, Meaning};
use super::field::TextField;
use super::icon::{Icon, icon};
use super::live::{fresh_id, live_view};
use super::submit::Submit;
use crate::browser::dom;
use crate::browser::intl::composed;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use ::view::visible::{as_seen, marked};
use leptos::html;
use leptos::prelude::*;

/// A dialog, shown while `open` is true. Its content exists only that long.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Text,
    /// Cannot be closed with Esc, as for an ended session.
    #[prop(optional)]
    stays: bool,
    /// Wide enough for a table.
    #[prop(optional)]
    wide: bool,
    /// Called when the person wants to close it; `false` keeps it open. Browsers close it on a second Esc in any case,
    /// so content that must not be lost has to watch `open` as well.
    #[prop(into, optional)]
    may_close: Option<Callback<(), bool>>,
    children: ChildrenFn,
) -> AnyView {
    let title = Text::live(move || marked(&title.get()).into_owned().into());
    let may_close = move || may_close.is_none_or(|ask| ask.run(()));
    let node = NodeRef::<html::Dialog>::new();
    let title_id = fresh_id("dialog");
    effect(move || {
        let Some(dialog) = node.get() else { return };
        match open.get() {
            true if !dialog.open() => drop(dialog.show_modal()),
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let inner_id = title_id.clone();
    let body = live_view(move || {
        if !open.get() {
            return ().into_any();
        }
        let close = move || {
            if may_close() {
                open.set(false);
            }
        };
        let cross = (!stays).then(|| {
            let label = tx(|t| t.common().close);
            view! { <div class="dialog-cross"><Button label kind=Kind::IconOnly icon_before=Icon::Close on_click=close /></div> }
        });
        view! {
            <div class="dialog-head"><h2 id=inner_id.clone()>{title.clone()}</h2></div>
            <div class="dialog-body">{children()}</div>
            {cross}
        }
        .into_any()
    });
    let closed = move |_| match node.get_untracked() {
        // Opened again before the event arrived, which the browser sends a moment after closing.
        Some(dialog) if dialog.open() => {}
        // A second Esc closes a dialog whatever `cancel` returns: one that stays is reopened.
        Some(dialog) if stays && open.get_untracked() => drop(dialog.show_modal()),
        _ => open.set(false),
    };
    view! {
        <dialog node_ref=node class=if wide { "dialog wide" } else { "dialog" } aria-labelledby=title_id
            on:close=closed
            on:cancel=move |event: dom::Event| if stays || !may_close() { event.prevent_default() }
        >{body}</dialog>
    }
    .into_any()
}

/// A confirmation: names the target, shows a failure, and can require typing a name.
#[component]
pub fn ConfirmDialog(
    open: RwSignal<bool>,
    /// The question with the target's name: "Delete web-1?".
    #[prop(into)]
    title: Text,
    /// The button's verb: "Delete".
    #[prop(into)]
    confirm: Text,
    #[prop(optional)] danger: bool,
    /// Must close the dialog (`open.set(false)`) on success.
    submit: Submit,
    /// The name that must be typed before the button works.
    #[prop(into, optional)]
    typed_name: Option<Signal<String>>,
    /// Why it cannot be confirmed now.
    #[prop(into, optional)]
    refused: Signal<Option<Text>>,
    /// The consequences in a few sentences.
    children: ChildrenFn,
) -> AnyView {
    let (confirm, children) = (StoredValue::new(confirm), StoredValue::new(children));
    // The next question may have another target.
    effect(move || {
        if open.get() {
            submit.clear();
        }
    });
    view! {
        <Dialog open title>
            <ConfirmForm open confirm=confirm.get_value() danger submit refused typed_name>
                {children.with_value(|children| children())}
            </ConfirmForm>
        </Dialog>
    }
    .into_any()
}

/// The content of a dialog that sends something: question or fields, failure, and two buttons. Typed text stays if the
/// cloud refuses it.
#[component]
pub fn ConfirmForm(
    open: RwSignal<bool>,
    /// The button's verb.
    #[prop(into)]
    confirm: Text,
    #[prop(optional)] danger: bool,
    /// Must close the dialog (`open.set(false)`) on success.
    submit: Submit,
    /// Overrides the explanation of a failure.
    #[prop(default = |_| None)]
    advice: Meaning,
    /// Why the button is disabled.
    #[prop(into, optional)]
    refused: Signal<Option<Text>>,
    /// The name that must be typed before the button works.
    #[prop(into, optional_no_strip)]
    typed_name: Option<Signal<String>>,
    children: Children,
) -> AnyView {
    let kind = if danger { Kind::Danger } else { Kind::Primary };
    let typed = RwSignal::new(String::new());
    let network = no_network();
    let refused = Signal::derive(move || {
        let untyped = || {
            let name = to_type(&typed_name?.get());
            (seen(&typed.get()) != name).then(|| filled(|t| t.common().type_name, [("name", name.into())]))
        };
        network.get().or_else(|| refused.get()).or_else(untyped)
    });
    let press = move |event: dom::SubmitEvent| {
        event.prevent_default();
        if untrack(|| refused.with(Option::is_none)) {
            submit.run();
        }
    };
    view! {
        <form class="confirm" novalidate on:submit=press>
            {children()}
            {typed_name.map(|name| {
                let label = Text::live(move || filled(|t| t.common().type_name, [("name", to_type(&name.get()).into())]));
                view! { <TextField label value=typed autofocus=true mono=true /> }
            })}
            {live_view(move || match submit.failure.get() {
                Some(failure) => {
                    let instead = advice(&failure);
                    view! { <FailureCard failure instead /> }.into_any()
                }
                None => ().into_any(),
            })}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=confirm kind busy=submit.busy refused submit=true />
            </footer>
        </form>
    }
    .into_any()
}

/// What must be typed for a name: its visible form. An invisible name is typed as its marks.
fn to_type(name: &str) -> String {
    match seen(name) {
        nothing if nothing.is_empty() => marked(name).into_owned(),
        seen => seen,
    }
}

fn seen(text: &str) -> String {
    as_seen(&composed(text))
}

/// A warning in a dialog or form.
#[component]
pub fn Warning(#[prop(into)] words: Text) -> AnyView {
    view! { <p class="warning">{icon(Icon::Alert)}<span>{words}</span></p> }.into_any()
}

/// A hint in a dialog or form.
#[component]
pub fn Hint(#[prop(into)] words: Text) -> AnyView {
    view! { <p class="remark">{icon(Icon::Info)}<span>{words}</span></p> }.into_any()
}
