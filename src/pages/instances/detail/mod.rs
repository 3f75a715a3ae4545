//! The page of one instance: all its data, grouped.

mod add_group;
mod add_interface;
mod addresses;
mod attach_volume;
mod console;
mod facts;
mod fault;
mod first_password;
mod groups;
mod head;
mod interfaces;
mod metadata;
mod metadata_change;
mod metadata_remove;
mod network;
mod obstacles;
mod private_key_form;
mod read;
mod steps;
mod volumes;
mod ways_in;

use std::sync::Arc;

use cloud::{Failure, FailureKind, ServerId};
use leptos::prelude::*;

use super::actions::{Actions, restore, verify};
use super::words::Row;
use crate::data::{self, LiveState};
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::ui::{
    Awaited, Empty, FailureCard, Icon, JsonFold, Kind, LinkButton, PageHead, Skeleton, icon, live, live_view,
};

#[derive(Clone, PartialEq)]
enum Phase {
    Loading,
    Shown,
    Gone,
    Failed(Arc<Failure>),
}

pub fn page(id: ServerId) -> AnyView {
    let one = data::instance(id.clone());
    let raw = data::instance_raw(id.clone());
    // The last known value: parts of the page may read it once more while the page of a deleted instance is drawn.
    let row: Row = Signal::derive(move || one.value.get());
    let phase = Memo::new(move |_| match (one.state.get(), one.value.with(Option::is_some)) {
        (LiveState::Gone, _) => Phase::Gone,
        (LiveState::Stale { failure, .. } | LiveState::Failed(failure), _) if failure.kind == FailureKind::NotFound => {
            Phase::Gone
        }
        (_, true) => Phase::Shown,
        (LiveState::Failed(failure), false) => Phase::Failed(failure),
        (_, false) => Phase::Loading,
    });
    let actions = Actions::new();
    let json = Signal::derive(move || raw.with(|raw| raw.as_deref().map(view::json::pretty)).unwrap_or_default());
    let content = move || {
        let id = id.clone();
        live_view(move || match phase.get() {
            Phase::Loading => loading(),
            Phase::Shown => shown(id.clone(), row, actions, json),
            Phase::Gone => gone(),
            Phase::Failed(failure) => view! {
                <PageHead title=tx(|t| t.instance().title) />
                <FailureCard failure=(*failure).clone() on_retry=move || one.refetch() />
            }
            .into_any(),
        })
    };
    let stale = move || matches!(one.state.get(), LiveState::Stale { .. });
    // `content` shows a failure itself, below the heading of the page.
    let answer = Signal::derive(move || one.resource.get().map(|_| Ok(())));
    view! {
        <a class="back" href=routes::kept::href(&Route::Instances)>{icon(Icon::Left)}{tx(|t| t.instance().back)}</a>
        <div class=live(move || if stale() { "instance stale" } else { "instance" })>
            <Awaited answer on_retry=move || one.refetch() fallback=loading>
                {content()}
            </Awaited>
        </div>
        {actions.dialogs()}
    }
    .into_any()
}

fn loading() -> AnyView {
    view! {
        <PageHead title=tx(|t| t.instance().title) />
        <Skeleton rows=12 />
    }
    .into_any()
}

fn shown(id: ServerId, row: Row, actions: Actions, json: Signal<String>) -> AnyView {
    view! {
        {head::head(row, actions)}
        {fault::fault(row)}
        {verify(row, actions)}
        {restore(row, actions)}
        {steps::steps(row)}
        {facts::overview(row)}
        {network::section(row, actions)}
        {facts::placement(row)}
        {facts::access(row)}
        {ways_in::ways_in(row)}
        {volumes::section(id, row, actions)}
        {facts::times(row)}
        {facts::identity(row)}
        {metadata::metadata(row, actions)}
        {console::console(row, actions)}
        <JsonFold title=tx(|t| t.instance().raw_title) json />
    }
    .into_any()
}

fn gone() -> AnyView {
    view! {
        <PageHead title=tx(|t| t.instance().title) />
        <Empty title=tx(|t| t.instance().gone_title) words=tx(|t| t.instance().gone_text) mark=Icon::Instances>
            <LinkButton label=tx(|t| t.instance().back) kind=Kind::Primary href=routes::kept::href(&Route::Instances) />
        </Empty>
    }
    .into_any()
}

/// A small table.
fn grid<const N: usize>(heads: [Text; N], rows: Vec<AnyView>) -> AnyView {
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    view! {
        <div class="grid-scroll" tabindex="0">
            <table class="grid"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
