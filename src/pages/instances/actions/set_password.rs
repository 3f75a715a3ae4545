//! The dialog that changes the administrator's password of the guest system: typed or generated. It is shown once after
//! the cloud has accepted it.

use std::sync::Arc;

use cloud::actions::{self, Action, PASSWORD_MIN, Strength, generate_password, strength};
use cloud::wire::{AdminPassword, Server};
use leptos::prelude::*;

use super::plain::node_warning;
use super::{name_of, password};
use crate::browser::random;
use crate::data;
use crate::locales::{Text, Words, filled, tx};
use crate::pages::instances::password::OnceShown;
use crate::ui::{Choice, ConfirmForm, Dialog, RadioCards, Submit, TextField, live_view};

const GENERATED: &str = "generated";
const TYPED: &str = "typed";

pub fn dialog(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let made = OnceShown::new();
    made.stay_open(open);
    view! {
        <Dialog open may_close=move |()| made.may_close() title=filled(|t| t.questions().set_password_title, name_of(&server))>
            {
                let server = server.clone();
                live_view(move || match made.get() {
                    Some(password) => password::shown_once(|t| t.questions().set_password_done, &server, made, password, open),
                    None => form(server.clone(), open, made),
                })
            }
        </Dialog>
    }
    .into_any()
}

fn form(server: Arc<Server>, open: RwSignal<bool>, made: OnceShown) -> AnyView {
    let how = RwSignal::new(if random::is_available() { GENERATED } else { TYPED }.to_owned());
    let typed = RwSignal::new(String::new());
    let by_hand = Memo::new(move |_| how.with(|how| how == TYPED));
    let refused = Signal::derive(move || {
        let short = by_hand.get() && typed.with(|typed| strength(typed) == Strength::TooShort);
        short.then(|| at_least(|t| t.questions().set_password_short))
    });
    let victim = server.clone();
    let submit = Submit::new(move || {
        let password = match by_hand.get_untracked() {
            true => AdminPassword(typed.get_untracked()),
            false => generate_password(&mut random::fill)?,
        };
        let server = victim.clone();
        Some(async move {
            let call = actions::set_password(&server.id, &password);
            data::act_by(&server, Action::SetPassword, call).await?;
            made.set(Some(password));
            Ok(())
        })
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.questions().set_password) submit refused>
            <p>{tx(|t| t.questions().set_password_text)}</p>
            {node_warning(&server)}
            <RadioCards label=tx(|t| t.questions().set_password_how) value=how choices=Signal::stored(ways()) />
            {live_view(move || match by_hand.get() {
                true => view! {
                    <TextField label=tx(|t| t.questions().set_password_field) value=typed hint=Text::live(move || typed.with(|typed| says(typed)))
                        kind="password" autocomplete="new-password" autofocus=true />
                }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmForm>
    }
    .into_any()
}

fn ways() -> Vec<Choice> {
    let no_random = (!random::is_available()).then(|| tx(|t| t.questions().set_password_no_random));
    vec![
        Choice::new(GENERATED, tx(|t| t.questions().set_password_generated))
            .note(tx(|t| t.questions().set_password_generated_note))
            .excluded(no_random),
        Choice::new(TYPED, tx(|t| t.questions().set_password_typed))
            .note(at_least(|t| t.questions().set_password_typed_note)),
    ]
}

/// The strength of the typed password.
fn says(typed: &str) -> Text {
    match strength(typed) {
        Strength::TooShort => at_least(|t| t.questions().set_password_short),
        Strength::Weak => tx(|t| t.questions().set_password_weak),
        Strength::Fair => tx(|t| t.questions().set_password_fair),
        Strength::Strong => tx(|t| t.questions().set_password_strong),
    }
}

fn at_least(words: Words) -> Text {
    filled(words, [("min", PASSWORD_MIN.into())])
}
