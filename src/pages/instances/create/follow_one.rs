//! The progress of one new instance.

use super::follow::{Sent, elapsed, how_found};
use super::stage::Standing;
use crate::data::{self, LiveState};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::password::OnceShown;
use crate::reactive::effect;
use crate::routes::{self, Route};
use crate::ui::{Badge, Button, Hint, Kind, LinkButton, PageHead, Steps, live_view};
use cloud::rules::lifecycle::{self, Outcome};
use cloud::wire::{AdminPassword, Server};
use cloud::{ServerId, Timestamp};
use leptos::prelude::*;
use std::sync::Arc;

pub fn one(id: ServerId, sent: Sent, again: Callback<()>) -> AnyView {
    let live = data::instance(id.clone());
    let standing = Memo::new(move |before: Option<&Standing>| {
        let before = before.copied().unwrap_or(Standing::START);
        match (live.state.get(), live.value.get()) {
            (LiveState::Gone, _) => Standing { outcome: Outcome::Failed, ..before },
            (_, Some(server)) => Standing::of(&server, before),
            (_, None) => before,
        }
    });
    let over = Memo::new(move |_| standing.get().outcome != Outcome::StillGoing);
    let once = OnceShown::new();
    once.set(sent.admin_pass.clone().map(AdminPassword));
    // Clear the password if the instance failed: it opens nothing.
    effect(move || {
        if standing.get().outcome == Outcome::Failed {
            once.set(None);
        }
    });
    let time = elapsed(sent.at, over);
    let steps = Signal::derive(move || standing.get().steps(time.clone()));
    let beside = view! {
        <Badge tone=Signal::derive(move || standing.get().tone()) word=Text::live(move || standing.get().word()) />
    };
    let below = live_view(move || match standing.get().outcome {
        Outcome::StillGoing => waiting(sent.at),
        Outcome::Arrived => running(&id),
        Outcome::Failed => failed(live.value.get_untracked(), &id, again),
    });
    view! {
        <PageHead title=sent.name.clone() beside=beside.into_any() />
        <div class="create-follow">
            <p class="sr-only" role="status">{Text::live(move || standing.get().word())}</p>
            {how_found(sent.found)}
            <Steps steps />
            {below}
            {live_view(move || match once.get() {
                Some(password) => {
                    let shown = once.view(password, Callback::new(|()| ()));
                    view! { <div class="create-password">{shown}</div> }.into_any()
                }
                None => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

fn waiting(sent_at: f64) -> AnyView {
    let now = crate::browser::clock::ticking();
    // Measured by the browser's clock alone: the cloud's clock may be hours off.
    let long = Memo::new(move |_| lifecycle::build_took_long(Timestamp(sent_at as i64), Timestamp(now.get() as i64)));
    live_view(move || match long.get() {
        true => view! { <Hint words=tx(|t| t.create().build_long) /> }.into_any(),
        false => view! { <p class="field-hint">{tx(|t| t.create().may_leave)}</p> }.into_any(),
    })
    .into_any()
}

fn running(id: &ServerId) -> AnyView {
    let open = routes::href(&Route::Instance(id.clone()));
    view! {
        <div class="create-actions">
            <LinkButton label=tx(|t| t.create().open) href=open kind=Kind::Primary />
            <LinkButton label=tx(|t| t.shell().to_instances) href=routes::href(&Route::Instances) />
        </div>
    }
    .into_any()
}

/// The cloud's reason for the failure, and a way back to the form.
fn failed(server: Option<Arc<Server>>, id: &ServerId, again: Callback<()>) -> AnyView {
    let fault = server.as_ref().and_then(|server| server.fault.as_ref());
    let words = match fault {
        Some(fault) if !fault.message.trim().is_empty() => fault.message.trim().to_owned().into(),
        _ => tx(|t| t.create().no_fault),
    };
    let code = fault.and_then(|fault| fault.code).map(|code| {
        view! { <p class="failure-id dim">{filled(|t| t.create().fault_code, [("code", code.to_string().into())])}</p> }
    });
    // A deleted instance has no page to open.
    let there = server.map(|_| routes::href(&Route::Instance(id.clone())));
    let rest = if there.is_some() { tx(|t| t.create().failed_rest) } else { tx(|t| t.create().failed_gone) };
    view! {
        <div class="failure" role="alert">
            <p class="failure-title"><strong>{tx(|t| t.create().failed)}</strong></p>
            <p class="failure-words">{words}</p>
            {code}
            <p class="failure-then">{rest}</p>
        </div>
        <div class="create-actions">
            <Button label=tx(|t| t.create().again) kind=Kind::Primary on_click=again />
            {there.map(|href| view! { <LinkButton label=tx(|t| t.create().open) href /> })}
        </div>
    }
    .into_any()
}
