//! Questions over the page, as native `<dialog>`: Esc, the focus trap and the way back of the focus come with it.

use super::button::{Button, Kind};
use super::failure::{FailureCard, Meaning};
use super::field::TextField;
use super::icon::{Icon, icon};
use super::live::{fresh_id, live_view};
use super::submit::Submit;
use crate::browser::dom;
use crate::browser::intl::composed;
use crate::locales::{Text, filled, tx};
use crate::reactive::{Observed, effect};
use ::view::visible::{as_seen, marked};
use leptos::html;
use leptos::prelude::*;

/// A dialog, shown while `open` is true. What is inside lives only that long.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Text,
    /// Cannot be left with Esc: the end of a session.
    #[prop(optional)]
    stays: bool,
    /// As wide as a table needs.
    #[prop(optional)]
    wide: bool,
    /// Asked when the person wants to leave; `false` keeps it open. Browsers grant a second Esc without asking: whoever
    /// must not lose what is inside looks at `open` too.
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
    // A second Esc closes a dialog whatever `cancel` says: one that stays comes back at once.
    let closed = move |_| match node.get_untracked().filter(|_| stays && open.get_untracked()) {
        Some(dialog) => drop(dialog.show_modal()),
        None => open.set(false),
    };
    view! {
        <dialog node_ref=node class=if wide { "dialog wide" } else { "dialog" } aria-labelledby=title_id
            on:close=closed
            on:cancel=move |event: dom::Event| if stays || !may_close() { event.prevent_default() }
        >{body}</dialog>
    }
    .into_any()
}

/// A question with a yes: names the victim, shows what failed, can demand that a name be typed.
#[component]
pub fn ConfirmDialog(
    open: RwSignal<bool>,
    /// The question with the victim's name in it: "Delete web-1?".
    #[prop(into)]
    title: Text,
    /// The verb on the button: "Delete".
    #[prop(into)]
    confirm: Text,
    #[prop(optional)] danger: bool,
    /// Closes the dialog (`open.set(false)`) when it worked.
    submit: Submit,
    /// What must be typed before the button works.
    #[prop(into, optional)]
    typed_name: Option<Observed<String>>,
    /// Why there is nothing to say yes to, now.
    #[prop(into, optional)]
    refused: Observed<Option<Text>>,
    /// What will happen, in a few sentences.
    children: ChildrenFn,
) -> AnyView {
    let (confirm, children) = (StoredValue::new(confirm), StoredValue::new(children));
    // The next question may be about another victim.
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

/// What is inside a dialog that sends something: the question or the fields, what failed, and two buttons. What was typed
/// stays when the cloud refuses it.
#[component]
pub fn ConfirmForm(
    open: RwSignal<bool>,
    /// The verb on the button.
    #[prop(into)]
    confirm: Text,
    #[prop(optional)] danger: bool,
    /// Closes the dialog (`open.set(false)`) when it worked.
    submit: Submit,
    /// What a failure means here, where it is another thing than usual.
    #[prop(default = |_| None)]
    advice: Meaning,
    /// Why the button does nothing yet.
    #[prop(into, optional)]
    refused: Observed<Option<Text>>,
    /// What must be typed before the button works.
    #[prop(into, optional_no_strip)]
    typed_name: Option<Observed<String>>,
    children: Children,
) -> AnyView {
    let kind = if danger { Kind::Danger } else { Kind::Primary };
    let typed = RwSignal::new(String::new());
    let refused = Observed::derive(move || {
        let untyped = || {
            let name = to_type(&typed_name?.get());
            (seen(&typed.get()) != name).then(|| filled(|t| t.common().type_name, [("name", name.into())]))
        };
        refused.get().or_else(untyped)
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

/// What is to be typed for a name: what one sees of it. A name of which nothing is seen is typed as its marks.
fn to_type(name: &str) -> String {
    match seen(name) {
        nothing if nothing.is_empty() => marked(name).into_owned(),
        seen => seen,
    }
}

fn seen(text: &str) -> String {
    as_seen(&composed(text))
}

/// The mark and the words of a warning inside a dialog or a form.
#[component]
pub fn Warning(#[prop(into)] words: Text) -> AnyView {
    view! { <p class="warning">{icon(Icon::Alert)}<span>{words}</span></p> }.into_any()
}

/// A calm remark inside a dialog or a form.
#[component]
pub fn Hint(#[prop(into)] words: Text) -> AnyView {
    view! { <p class="remark">{icon(Icon::Info)}<span>{words}</span></p> }.into_any()
}
