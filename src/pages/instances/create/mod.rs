//! The page that creates an instance: the form, and after sending it the progress. `form` holds the draft, the fields in
//! `instances::fields` edit its parts, `known` has the cloud's lists, `check` is the result of the rules in
//! `cloud::create`, and `words` turns it into sentences.

pub(super) mod check;
pub(super) mod fold;
mod follow;
mod follow_batch;
mod follow_one;
pub(super) mod form;
pub(super) mod known;
mod leave;
mod look_back;
mod lost;
pub(super) mod part;
mod preselect;
pub(super) mod rows;
mod send;
mod stage;
mod summary;
pub(super) mod words;

use super::fields;
use crate::browser::focus;
use crate::data;
use crate::locales::tx;
use crate::routes::{self, Route};
use crate::ui::{Empty, Icon, LinkButton, PageHead, live_view};
use follow::Sent;
use form::Form;
use leptos::prelude::*;

pub use look_back::look_back;

/// The page. The form stays in memory while the progress is shown, so that the user can return to it.
pub fn page() -> AnyView {
    let form = Form::new();
    preselect::preselect(form);
    let sent = RwSignal::new(None::<Sent>);
    let on = data::read_only();
    // A form that was open before read-only mode was switched on stays, with its button disabled.
    let closed = Memo::new(move |was: Option<&bool>| on.get() && was.copied().unwrap_or(true));
    let again = Callback::new(move |()| {
        sent.set(None);
        form.released.set(false);
        request_animation_frame(|| _ = focus::focus_heading());
    });
    view! {
        {leave::guard(form)}
        {live_view(move || match sent.get() {
            None if closed.get() => read_only(),
            None => filling(form, sent),
            Some(sent) => follow::following(sent, again),
        })}
    }
    .into_any()
}

/// Shown instead of the form in read-only mode.
fn read_only() -> AnyView {
    view! {
        <PageHead title=tx(|t| t.create().title) />
        <Empty title=tx(|t| t.errors().read_only.what) words=tx(|t| t.shell().read_only_hint) mark=Icon::Eye>
            <LinkButton label=tx(|t| t.shell().to_instances) href=routes::href(&Route::Instances) />
        </Empty>
    }
    .into_any()
}

fn filling(form: Form, sent: RwSignal<Option<Sent>>) -> AnyView {
    view! {
        <PageHead title=tx(|t| t.create().title) />
        <form class="create" novalidate=true on:keydown=send::no_send_by_enter
            on:submit=move |event| {
                event.prevent_default();
                send::send(form, sent);
            }
        >
            <div class="form create-fields">
                {fields::all(form)}
                {send::preview(form)}
            </div>
            {summary::summary(form)}
        </form>
    }
    .into_any()
}
