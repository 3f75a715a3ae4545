//! The dialog that deletes a policy. Its instances remain.

use leptos::prelude::*;

use super::list::Chosen;
use super::members::{self, MemberNames};
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::ui::{ConfirmDialog, Submit, live_view, toast};

pub fn dialog(chosen: Chosen, names: MemberNames) -> AnyView {
    let Chosen { open, group } = chosen;
    let submit = Submit::new(move || {
        let group = group.get_untracked()?;
        Some(async move {
            data::delete_server_group(&group.id).await?;
            let _ = open.try_set(false);
            toast::done(filled(|t| t.policies().deleted, [("name", group.name.into())]));
            Ok(())
        })
    });
    let victim = Text::live(move || chosen.name().into());
    view! {
        <ConfirmDialog open title=filled(|t| t.policies().delete_title, [("name", victim)]) confirm=tx(|t| t.policies().delete)
            danger=true submit typed_name=Signal::derive(move || chosen.name().trim().to_owned())>
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
