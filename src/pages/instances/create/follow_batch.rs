//! The progress of several new instances. The API's answer to a batch has a reservation id instead of instance ids, so
//! the instances are found by the reservation (row S15).

use super::follow::{Sent, elapsed, how_found};
use super::stage::Standing;
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::effect;
use crate::routes::{self, Route};
use crate::ui::{Badge, Button, Hint, Kind, LinkButton, PageHead, live_view};
use cloud::rules::lifecycle::Outcome;
use cloud::wire::Server;
use cloud::{ReservationId, ServerId};
use leptos::prelude::*;
use std::sync::Arc;
use view::instances::natural_key;

/// Which instances to follow.
#[derive(Clone, PartialEq)]
pub enum Which {
    /// Those of a reservation, as they appear.
    Of(ReservationId),
    These(Vec<ServerId>),
}

impl Which {
    fn has(&self, one: &sync::Followed) -> bool {
        match self {
            Self::Of(reservation) => one.reservation.as_ref() == Some(reservation),
            Self::These(ids) => one.server.as_ref().is_some_and(|id| ids.contains(id)),
        }
    }
}

pub fn batch(which: Which, sent: Sent, again: Callback<()>) -> AnyView {
    // The rows below read this list.
    let _list = data::instances();
    let ids = ids(which.clone());
    let standings = RwSignal::new(Vec::<(ServerId, Standing)>::new());
    let asked = usize::try_from(sent.count).unwrap_or_default();
    let made = made(which, ids, asked);
    let ended = move |outcome: Outcome| {
        standings.with(|all| all.iter().filter(|(_, standing)| standing.outcome == outcome).count())
    };
    let (running, failed) = (Memo::new(move |_| ended(Outcome::Arrived)), Memo::new(move |_| ended(Outcome::Failed)));
    let over = Memo::new(move |_| running.get() + failed.get() >= made.get());
    let time = elapsed(sent.at, over);
    let said = Text::live(move || {
        filled(|t| t.create().batch_running, [("is", running.get().into()), ("of", made.get().into())])
    });
    let missing = Signal::derive(move || made.get().saturating_sub(ids.with(Vec::len)));
    let title = filled(|t| t.create().batch_title, [("name", sent.name.into()), ("n", asked.into())]);
    view! {
        <PageHead title beside=view! { <span class="dim">{time}</span> }.into_any() />
        <div class="create-follow">
            {how_found(sent.found)}
            <p role="status">{said}</p>
            {live_view(move || match made.get() {
                made if made < asked => {
                    let values = [("is", made.into()), ("of", asked.into())];
                    view! { <Hint words=filled(|t| t.create_more().batch_fewer, values) /> }.into_any()
                }
                _ => ().into_any(),
            })}
            <ul class="create-batch">
                <For each=move || ids.get() key=|id| id.clone() children=move |id| row(id, standings) />
                {live_view(move || match missing.get() {
                    0 => ().into_any(),
                    _ => view! { <li class="dim">{counted(|t| &t.create().batch_unnamed, missing)}</li> }.into_any(),
                })}
            </ul>
            {live_view(move || actions(over.get(), failed.get() > 0, again))}
        </div>
    }
    .into_any()
}

/// How many instances there will be: the requested number until the batch has settled. The cloud may have created
/// fewer, down to the minimum.
fn made(which: Which, ids: Memo<Vec<ServerId>>, asked: usize) -> Memo<usize> {
    let followed = data::followed();
    Memo::new(move |_| {
        let of_this = |one: &sync::Followed| one.server.is_none() && which.has(one);
        let waiting = followed.with(|all| all.iter().any(of_this));
        ids.with(|ids| if waiting || ids.is_empty() { asked } else { ids.len() })
    })
}

/// The ids of the batch's instances, ordered by name. An id stays in the list after its instance disappears.
fn ids(which: Which) -> Memo<Vec<ServerId>> {
    let followed = data::followed();
    let named = Memo::new(move |before: Option<&Vec<(Vec<u8>, ServerId)>>| {
        let mut named = before.cloned().unwrap_or_default();
        for one in followed.get().iter().filter(|one| which.has(one)) {
            if let Some(id) = one.server.clone().filter(|id| !named.iter().any(|(_, known)| known == id)) {
                named.push((natural_key(&one.name), id));
            }
        }
        named.sort();
        named
    });
    Memo::new(move |_| named.with(|named| named.iter().map(|(_, id)| id.clone()).collect()))
}

fn row(id: ServerId, standings: RwSignal<Vec<(ServerId, Standing)>>) -> AnyView {
    let row = data::instance_row(id.clone());
    let href = routes::href(&Route::Instance(id.clone()));
    let standing = Memo::new(move |before: Option<&Standing>| {
        let seen = before.is_some_and(|before| *before != Standing::START);
        let before = before.copied().unwrap_or(Standing::START);
        match row.get() {
            Some(server) => Standing::of(&server, before),
            // The instance existed before and has disappeared.
            None if seen => Standing { outcome: Outcome::Failed, ..before },
            None => before,
        }
    });
    effect(move || {
        let standing = standing.get();
        standings.update(|all| {
            all.retain(|(of, _)| *of != id);
            all.push((id.clone(), standing));
        });
    });
    let name = Text::live(move || row.with(|row| name(row.as_ref())).into());
    let why = Text::live(move || row.with(|row| fault(row.as_ref())).into());
    view! {
        <li>
            <a href=href>{name}</a>
            <Badge tone=Signal::derive(move || standing.get().tone()) word=Text::live(move || standing.get().word()) />
            <span class="dim">{why}</span>
        </li>
    }
    .into_any()
}

fn name(row: Option<&Arc<Server>>) -> String {
    row.map(|server| server.name.clone()).unwrap_or_default()
}

fn fault(row: Option<&Arc<Server>>) -> String {
    row.and_then(|server| server.fault.as_ref()).map(|fault| fault.message.trim().to_owned()).unwrap_or_default()
}

fn actions(over: bool, failed: bool, again: Callback<()>) -> AnyView {
    if !over {
        return view! { <p class="field-hint">{tx(|t| t.create().may_leave)}</p> }.into_any();
    }
    let again = failed.then(|| {
        view! { <p>{tx(|t| t.create().batch_failed)}</p> <Button label=tx(|t| t.create().again) on_click=again /> }
    });
    view! {
        <div class="create-actions">
            <LinkButton label=tx(|t| t.shell().to_instances) href=routes::href(&Route::Instances) kind=Kind::Primary />
            {again}
        </div>
    }
    .into_any()
}
