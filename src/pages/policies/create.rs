//! The dialog that creates a placement policy: its name and, if the cloud has several, the kind.

use cloud::rules::limits::POLICY_NAME_MAX;
use cloud::rules::placement::{PolicyNameError, kinds, policy_name};
use cloud::wire::{Allowance, Placement};
use leptos::prelude::*;

use super::list::placement;
use crate::browser::focus;
use crate::data;
use crate::locales::{Text, filled, number, tx};
use crate::ui::{
    Choice, ConfirmForm, Dialog, Hint, RadioCards, Submit, TextField, Warning, create_advice, live_view, toast,
};

/// The dialog. `room`: the quota of policies.
pub fn dialog(open: RwSignal<bool>, room: Memo<Allowance>) -> AnyView {
    view! { <Dialog open title=tx(|t| t.policies().create)>{form(open, room)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, room: Memo<Allowance>) -> AnyView {
    let rules = data::session().get_untracked().session().map(|session| session.cloud.rules).unwrap_or_default();
    let takes = kinds(rules);
    let (typed, touched) = (RwSignal::new(String::new()), RwSignal::new(false));
    let chosen = RwSignal::new(takes.first().map(|kind| kind.as_str().to_owned()).unwrap_or_default());
    let submit = Submit::new(move || {
        touched.set(true);
        let name = focus::valid(typed.with_untracked(|typed| policy_name(typed)))?;
        let kind = Placement::parse(&chosen.get_untracked());
        Some(async move {
            let group = data::create_server_group(&name, &kind).await?;
            let _ = open.try_set(false);
            toast::done(filled(|t| t.policies().created, [("name", group.name.into())]));
            Ok(())
        })
    });
    let counter = Signal::derive(move || (typed.with(|typed| typed.trim().chars().count()), POLICY_NAME_MAX));
    view! {
        <ConfirmForm open confirm=tx(|t| t.policies().create) submit advice=create_advice>
            <p>{tx(|t| t.policies().create_text)}</p>
            <TextField label=tx(|t| t.common().name) value=typed hint=tx(|t| t.policies().name_hint) counter autofocus=true
                error=Signal::derive(move || error(&typed.get(), touched.get())) />
            {kind(takes, chosen)}
            {live_view(move || full(room.get()))}
        </ConfirmForm>
    }
    .into_any()
}

fn error(typed: &str, touched: bool) -> Option<Text> {
    Some(match policy_name(typed).err()? {
        PolicyNameError::Empty if !touched => return None,
        PolicyNameError::Empty => tx(|t| t.policies().name_empty),
        PolicyNameError::TooLong { is } => {
            filled(|t| t.policies().name_too_long, [("is", is.into()), ("max", POLICY_NAME_MAX.into())])
        }
        PolicyNameError::Unprintable => tx(|t| t.policies().name_invisible),
    })
}

fn kind(kinds: &'static [Placement], chosen: RwSignal<String>) -> AnyView {
    if kinds.len() < 2 {
        return view! { <Hint words=tx(|t| t.policies().only_apart) /> }.into_any();
    }
    let choice = |kind: &Placement| {
        let note = match kind {
            Placement::Affinity => tx(|t| t.policies().affinity_text),
            _ => tx(|t| t.policies().anti_affinity_text),
        };
        Choice::new(kind.as_str(), placement(kind)).note(note)
    };
    let choices = Signal::derive(move || kinds.iter().map(choice).collect::<Vec<_>>());
    view! { <RadioCards label=tx(|t| t.policies().placement) value=chosen choices /> }.into_any()
}

/// Warns if the quota seems used up. The request can be sent nevertheless; the cloud decides.
fn full(room: Allowance) -> AnyView {
    match (room.left(), room.limit) {
        (Some(0), Some(limit)) => {
            let limit = Text::live(move || number(limit as f64).into());
            view! { <Warning words=filled(|t| t.policies().full, [("limit", limit)]) /> }.into_any()
        }
        _ => ().into_any(),
    }
}
