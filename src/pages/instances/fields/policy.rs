//! The placement policy (row N08), on clouds that have them: an existing one, or a new one created here.

use super::label;
use crate::browser::{focus, keyboard};
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::known::List;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words::{self, called};
use crate::shell::no_changes;
use crate::ui::{Button, Choice, FailureCard, RadioCards, SelectField, Submit, TextField, create_advice, live_view};
use cloud::create::Field;
use cloud::rules::limits::POLICY_NAME_MAX;
use cloud::rules::placement::{PolicyNameError, kinds, policy_name};
use cloud::wire::{Placement, ServerGroup};
use leptos::prelude::*;

pub fn policy(form: Form) -> AnyView {
    let Some(list) = form.known.policies else { return ().into_any() };
    let offered = Memo::new(move |_| list.value.with(Option::is_some));
    live_view(move || if offered.get() { offering(form, list) } else { ().into_any() }).into_any()
}

fn offering(form: Form, list: List<ServerGroup>) -> AnyView {
    let chosen_id = form.value(part!(server_group.0));
    let says = Text::live(move || {
        let id = chosen_id.get();
        let groups = list.value.get().unwrap_or_default();
        let chosen = groups.iter().find(|group| group.id.0 == id);
        chosen.map(|group| called(&group.name, &group.id.0).into()).unwrap_or_default()
    });
    let holds = |field: Field| field == Field::ServerGroup;
    let open = chosen_id.with_untracked(|id| !id.is_empty());
    Fold { title: tx(|t| t.create_more().placement), says, holds, open }.draw(form, move || inside(form, list))
}

fn inside(form: Form, list: List<ServerGroup>) -> AnyView {
    let choices = Signal::derive(move || {
        let none = Choice::new("", tx(|t| t.create_more().policy_none));
        let groups = list.value.get().unwrap_or_default();
        let choice = |group: &ServerGroup| {
            let name = called(&group.name, &group.id.0).into();
            Choice::new(group.id.0.clone(), words::joined([Some(name), Some(kind(&group.policy))]))
        };
        [none].into_iter().chain(groups.iter().map(choice)).collect()
    });
    let making = RwSignal::new(false);
    view! {
        <SelectField label=label(Field::ServerGroup) value=form.value(part!(server_group.0)) choices optional=true
            hint=tx(|t| t.create_more().policy_hint) error=form.error(Field::ServerGroup) />
        {live_view(move || match making.get() {
            true => new_one(form, making),
            false => view! {
                <Button label=tx(|t| t.create_more().policy_new) refused=no_changes() on_click=move || making.set(true) />
            }
            .into_any(),
        })}
    }
    .into_any()
}

fn kind(policy: &Placement) -> Text {
    match policy {
        Placement::AntiAffinity => tx(|t| t.create_more().apart),
        Placement::Affinity => tx(|t| t.create_more().together),
        Placement::Other(word) => word.clone().into(),
    }
}

fn error(typed: &str, touched: bool) -> Option<Text> {
    Some(match policy_name(typed).err()? {
        PolicyNameError::Empty if !touched => return None,
        PolicyNameError::Empty => tx(|t| t.create().missing_name),
        PolicyNameError::TooLong { is } => {
            filled(|t| t.policies().name_too_long, [("is", is.into()), ("max", POLICY_NAME_MAX.into())])
        }
        PolicyNameError::Unprintable => tx(|t| t.policies().name_invisible),
    })
}

fn new_one(form: Form, making: RwSignal<bool>) -> AnyView {
    let (name, policy) = (RwSignal::new(String::new()), RwSignal::new(Placement::AntiAffinity.as_str().to_owned()));
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || error(&name.get(), missing.get()));
    let choices = Signal::derive(move || {
        let kinds = kinds(form.known.limits.with(|limits| limits.rules));
        kinds.iter().map(|policy| Choice::new(policy.as_str(), kind(policy)).note(note(policy))).collect()
    });
    let off = no_changes();
    let make = Submit::new(move || {
        missing.set(true);
        let typed = name.with_untracked(|name| policy_name(name)).ok()?;
        if off.with_untracked(Option::is_some) {
            return None;
        }
        let policy = Placement::parse(&policy.get_untracked());
        Some(async move {
            let group = data::create_server_group(&typed, &policy).await?;
            // The form may be gone by the time the cloud answers.
            let _ = form.draft.try_update(|draft| draft.server_group = group.id);
            let _ = making.try_set(false);
            Ok(())
        })
    });
    let label = tx(|t| t.create_more().policy_name);
    view! {
        <div class="create-row" role="group" aria-label=tx(|t| t.create_more().policy_new)
            on:keydown=move |event| {
                // Enter creates the policy here and must not submit the form.
                if keyboard::key(&event) == keyboard::Key::Enter && focus::on_input_of(&event, &["text"]) {
                    event.prevent_default();
                    make.run();
                }
            }
        >
            <TextField label value=name error />
            <RadioCards label=tx(|t| t.create_more().policy_kind) value=policy choices />
            {live_view(move || match make.failure.get() {
                Some(failure) => view! { <FailureCard instead=create_advice(&failure) failure /> }.into_any(),
                None => ().into_any(),
            })}
            <div class="create-actions">
                <Button label=tx(|t| t.create_more().policy_make) busy=make.busy refused=off on_click=move || make.run() />
                <Button label=tx(|t| t.common().cancel) kind=crate::ui::Kind::Quiet on_click=move || making.set(false) />
            </div>
        </div>
    }
    .into_any()
}

fn note(policy: &Placement) -> Text {
    match policy {
        Placement::AntiAffinity => tx(|t| t.create_more().apart_note),
        Placement::Affinity => tx(|t| t.create_more().together_note),
        Placement::Other(_) => Text::default(),
    }
}
