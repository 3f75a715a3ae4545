//! The dialog that adds a metadata key or changes the value of one.

use cloud::ServerId;
use cloud::create::{Problem, metadata_key, metadata_value};
use cloud::rules::limits::METADATA_MAX;
use leptos::prelude::*;

use super::metadata::{Chosen, Known, not_offered};
use crate::browser::focus;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::ui::{ConfirmForm, Dialog, Hint, Submit, TextField, live_view, toast};

/// Keys from which the provider's own console derives how to sign in (nhn-api.md, "Today's guide").
const STEERING: [&str; 5] = ["os_distro", "os_version", "image_name", "os_type", "login_username"];

pub fn dialog(chosen: Chosen, id: Signal<Option<ServerId>>, known: Known) -> AnyView {
    let title = Text::live(move || match chosen.key.get() {
        Some(key) => filled(|t| t.metadata().change_title, [("key", key.into())]),
        None => tx(|t| t.metadata().add_title),
    });
    view! { <Dialog open=chosen.open title>{form(chosen, id, known)}</Dialog> }.into_any()
}

#[derive(Clone, Copy)]
struct Typed {
    key: RwSignal<String>,
    value: RwSignal<String>,
    touched: RwSignal<bool>,
    /// The key exists and is not edited.
    there: bool,
    max: usize,
    known: Known,
}

impl Typed {
    fn key(self) -> Result<String, Problem> {
        let key = self.key.with(|key| key.trim().to_owned());
        // An existing key may be one that could not be typed.
        if self.there {
            return Ok(self.key.get());
        }
        metadata_key(&key, self.max)?;
        let twice = self.known.with(|known| known.get(&key).is_some());
        if twice { Err(Problem::Twice) } else { Ok(key) }
    }

    fn value(self) -> Result<String, Problem> {
        self.value.with(|value| metadata_value(value, self.max).map(|()| value.clone()))
    }

    fn error(self, problem: Option<Problem>) -> Option<Text> {
        Some(match problem? {
            Problem::Missing if !self.touched.get() => return None,
            Problem::Missing => tx(|t| t.metadata().key_missing),
            Problem::Twice => tx(|t| t.metadata().key_twice),
            // A number of characters far below 2^32.
            Problem::TooLong { max, is } => {
                filled(|t| t.metadata().too_long, [("max", (max as usize).into()), ("is", (is as usize).into())])
            }
            _ => tx(|t| t.metadata().key_bad),
        })
    }
}

fn form(chosen: Chosen, id: Signal<Option<ServerId>>, known: Known) -> AnyView {
    let key = chosen.key.get_untracked();
    let value = key.as_ref().and_then(|key| known.with_untracked(|known| known.get(key).cloned())).unwrap_or_default();
    let session = data::session().get_untracked();
    let max = session.session().map_or(METADATA_MAX, |session| session.limits.metadata_max);
    let there = key.is_some();
    let typed = Typed {
        key: RwSignal::new(key.unwrap_or_default()),
        value: RwSignal::new(value),
        touched: RwSignal::new(false),
        there,
        max,
        known,
    };
    let submit = Submit::new(move || {
        typed.touched.set(true);
        let (key, value) = untrack(|| Some((focus::valid(typed.key())?, focus::valid(typed.value())?)))?;
        let id = id.get_untracked()?;
        Some(async move {
            data::set_metadata(&id, &key, &value, there).await?;
            let _ = chosen.open.try_set(false);
            toast::done(filled(|t| t.metadata().saved, [("key", key.into())]));
            Ok(())
        })
    });
    view! {
        <ConfirmForm open=chosen.open confirm=tx(|t| t.metadata().save) submit advice=not_offered>
            {(!there).then(|| key_field(typed))}
            {live_view(move || match typed.key.with(|key| STEERING.contains(&key.trim())) {
                true => view! { <Hint words=tx(|t| t.metadata().steers) /> }.into_any(),
                false => ().into_any(),
            })}
            {value_field(typed)}
        </ConfirmForm>
    }
    .into_any()
}

fn key_field(typed: Typed) -> AnyView {
    let counter = Signal::derive(move || (typed.key.with(|key| key.trim().chars().count()), typed.max));
    let error = Signal::derive(move || typed.error(typed.key().err()));
    view! {
        <TextField label=tx(|t| t.metadata().key) value=typed.key hint=tx(|t| t.metadata().key_hint) counter error
            mono=true autofocus=true />
    }
    .into_any()
}

fn value_field(typed: Typed) -> AnyView {
    let counter = Signal::derive(move || (typed.value.with(|value| value.chars().count()), typed.max));
    let error = Signal::derive(move || typed.error(typed.value().err()));
    view! {
        <TextField label=tx(|t| t.metadata().value) value=typed.value counter error mono=true optional=true
            autofocus=typed.there />
    }
    .into_any()
}
