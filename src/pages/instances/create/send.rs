//! Sends the form, and previews its JSON.

use super::follow::{Made, Sent};
use super::form::Form;
use super::lost::Lost;
use super::part::part;
use crate::browser::{clock, focus, keyboard};
use crate::data::{self, NotMade, Sending, Taken};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::fields;
use crate::ui::{CopyButton, Icon, icon, live, live_view};
use cloud::SecurityGroupId;
use cloud::create::Fate;
use cloud::wire::{Created, SecurityGroup};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Sends a valid form; otherwise shows the errors and moves the focus to the first. Nothing is sent while a request is
/// running or being searched for after a lost answer.
pub(super) fn send(form: Form, sent: RwSignal<Option<Sent>>) {
    if form.sending.get_untracked() {
        return;
    }
    form.submitted.set(true);
    let Ok(request) = form.checked.with_untracked(|checked| checked.outcome.clone()) else {
        focus::focus_first_error();
        return;
    };
    let groups = ids_of_groups(form);
    form.sending.set(true);
    form.failure.set(None);
    form.lost.set(None);
    let lost_before = form.lost_before.get_untracked();
    spawn_local(async move {
        let on_lost = move || {
            let _ = form.lost_before.try_set(true);
            let _ = form.lost.try_set(Some(Lost::Looking));
        };
        let answer = data::create(&request, &Sending { groups: &groups, lost_before, on_lost: &on_lost }).await;
        // The page may be gone. The new instances are then still followed by notices.
        let _ = form.sending.try_set(false);
        match answer {
            Ok(made) => {
                let _ = form.released.try_set(true);
                let _ = form.submitted.try_set(false);
                let _ = form.lost.try_set(None);
                let _ = form.lost_before.try_set(false);
                // A new mark for the next request.
                form.put(part!(nonce), data::fresh_nonce());
                let _ = sent.try_set(Some(taken(made, request.name(), request.count())));
                request_animation_frame(|| _ = focus::focus_heading());
            }
            Err(NotMade { failure, fate }) => {
                let _ = form.lost.try_set((fate != Fate::Refused).then_some(Lost::Ended(fate)));
                let _ = form.failure.try_set(Some(failure));
            }
        }
    });
}

/// The selected groups by id: a port that is created first takes no names.
fn ids_of_groups(form: Form) -> Vec<SecurityGroupId> {
    let known = form.known.groups.value.get_untracked().unwrap_or_default();
    form.draft.with_untracked(|draft| {
        let is_chosen = |group: &&SecurityGroup| draft.security_groups.contains(&group.id.0);
        known.iter().filter(is_chosen).map(|group| group.id.clone()).collect()
    })
}

fn taken(taken: Taken, name: &str, count: u32) -> Sent {
    let found = matches!(taken, Taken::Found(_));
    let (made, admin_pass) = match taken {
        Taken::Answered(Created::Server { id, admin_pass }) => (Made::One(id), admin_pass),
        Taken::Answered(Created::Reservation(id)) => (Made::Batch(id), None),
        Taken::Found(servers) => (Made::of(servers.into_iter().map(|server| server.id)), None),
    };
    Sent { made, name: name.to_owned(), count, found, admin_pass, at: clock::now_ms() }
}

/// Stops Enter in a search field or on a choice from submitting the form.
pub(super) fn no_send_by_enter(event: leptos::ev::KeyboardEvent) {
    if keyboard::key(&event) == keyboard::Key::Enter && focus::on_input_of(&event, &["search", "radio", "checkbox"]) {
        event.prevent_default();
    }
}

/// The JSON that will be sent, or what is missing if the form is incomplete.
pub(super) fn preview(form: Form) -> AnyView {
    let json = Memo::new(move |_| {
        form.checked.with(|checked| {
            let request = checked.outcome.as_ref().ok()?;
            Some(::view::json::pretty(&request.to_json().write()))
        })
    });
    let text = Text::live(move || json.get().unwrap_or_default().into());
    let missing = Text::live(move || {
        let fields = form.checked.with(|checked| match &checked.outcome {
            Ok(_) => Vec::new(),
            Err(errors) => errors.iter().map(|error| fields::label(error.field).get()).collect::<Vec<_>>(),
        });
        filled(|t| t.create().json_incomplete, [("fields", fields.join(", ").into())])
    });
    let complete = Memo::new(move |_| json.with(Option::is_some));
    view! {
        <details class="fold json">
            <summary>{icon(Icon::Right)}{tx(|t| t.create().json)}</summary>
            {live_view(move || match complete.get() {
                true => view! {
                    <div class="json-box">
                        <CopyButton text=text.clone() what=tx(|t| t.create().json) />
                        <pre class="raw" tabindex="0">{live(move || json.get())}</pre>
                    </div>
                }.into_any(),
                false => view! { <p class="field-hint">{missing.clone()}</p> }.into_any(),
            })}
        </details>
    }
    .into_any()
}
