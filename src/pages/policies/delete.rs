//! Deleting a policy: its instances stay.

use cloud::Failure;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::list::Chosen;
use super::members::{self, MemberNames};
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Signal, effect};
use crate::ui::{ConfirmDialog, live_view, toast};

/// The question.
pub fn dialog(chosen: Chosen, names: MemberNames) -> AnyView {
    let Chosen { open, group } = chosen;
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    effect(move || {
        if open.get() {
            failure.set(None);
        }
    });
    let confirm = move || {
        let Some(group) = group.get_untracked() else { return };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::delete_server_group(&group.id).await;
            // The page may be gone: what came of it is still said.
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    toast::done(filled(|t| t.policies().deleted, [("name", group.name.into())]));
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    let victim = Text::live(move || chosen.name().into());
    view! {
        <ConfirmDialog open title=filled(|t| t.policies().delete_title, [("name", victim)]) confirm=tx(|t| t.policies().delete)
            danger=true busy failure typed_name=Signal::derive(move || chosen.name().trim().to_owned()) on_confirm=confirm>
            <p>{tx(|t| t.policies().delete_text)}</p>
            {live_view(move || inside(chosen, names))}
        </ConfirmDialog>
    }
    .into_any()
}

fn inside(chosen: Chosen, names: MemberNames) -> AnyView {
    let members = chosen.group.with(|group| group.as_ref().map(|group| group.members.clone())).unwrap_or_default();
    if members.is_empty() {
        return ().into_any();
    }
    view! {
        <p>{counted(|t| &t.policies().delete_members, members.len())}</p>
        {members::links(names, members)}
    }
    .into_any()
}
