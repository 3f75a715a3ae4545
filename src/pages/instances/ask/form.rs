//! The form of a search that the cloud runs. Images and flavors are chosen by name, or typed as an id if their list
//! cannot be loaded.

use std::sync::Arc;

use ::view::instances::{AskDraft, AskProblem};
use cloud::{Status, Timestamp};
use leptos::prelude::*;

use super::{Asking, words};
use crate::browser::{clock, focus};
use crate::data::{self, Live};
use crate::locales::{Text, Words, tx};
use crate::ui::{Button, CheckField, Choice, Kind, SelectField, TextField, live_view};

/// The statuses to choose from.
const STATUSES: [Status; 20] = [
    Status::Active,
    Status::Build,
    Status::Shutoff,
    Status::Error,
    Status::Reboot,
    Status::HardReboot,
    Status::Resize,
    Status::VerifyResize,
    Status::RevertResize,
    Status::Rebuild,
    Status::Rescue,
    Status::Paused,
    Status::Suspended,
    Status::Shelved,
    Status::ShelvedOffloaded,
    Status::Migrating,
    Status::Password,
    Status::Unknown,
    Status::SoftDeleted,
    Status::Deleted,
];

#[derive(Clone, Copy)]
struct Fields {
    status: RwSignal<String>,
    name: RwSignal<String>,
    plain: RwSignal<bool>,
    image: RwSignal<String>,
    flavor: RwSignal<String>,
    reservation: RwSignal<String>,
    /// The value of the browser's date field, in the time zone in which the page shows dates.
    since: RwSignal<String>,
    limit: RwSignal<String>,
    marker: RwSignal<String>,
    /// The form was submitted empty.
    nothing: RwSignal<bool>,
}

impl Fields {
    /// The fields filled in from the address.
    fn of(asked: &str) -> Self {
        let draft = AskDraft::of_query(asked);
        let utc = clock::utc().get_untracked();
        let since = Timestamp::parse(&draft.since).map(|at| clock::for_field(at.0 as f64, utc));
        let text = RwSignal::new;
        Self {
            status: text(
                Some(&draft.status)
                    .filter(|word| !word.is_empty())
                    .map(|word| Status::parse(word).to_string())
                    .unwrap_or_default(),
            ),
            plain: RwSignal::new(!draft.regex),
            name: text(draft.name),
            image: text(draft.image),
            flavor: text(draft.flavor),
            reservation: text(draft.reservation),
            since: text(since.unwrap_or_default()),
            limit: text(draft.limit),
            marker: text(draft.marker),
            nothing: RwSignal::new(false),
        }
    }

    /// The fields as a draft; reactive.
    fn draft(self) -> AskDraft {
        let typed = self.since.get();
        let at = clock::of_field(&typed, clock::utc().get());
        AskDraft {
            status: self.status.get(),
            name: self.name.get(),
            regex: !self.plain.get(),
            image: self.image.get(),
            flavor: self.flavor.get(),
            reservation: self.reservation.get(),
            since: at.map_or(typed, |ms| Timestamp(ms as i64).to_utc()),
            limit: self.limit.get(),
            marker: self.marker.get(),
        }
    }

    fn error(self, problem: AskProblem, words: Words) -> Signal<Option<Text>> {
        Signal::derive(move || {
            let wrong = self.draft().check().err().is_some_and(|problems| problems.contains(&problem));
            wrong.then(|| tx(words))
        })
    }
}

pub fn form(asking: Asking) -> AnyView {
    let fields = untrack(|| Fields::of(&asking.shown.asked()));
    let submit = move || {
        let draft = untrack(|| fields.draft());
        let query = draft.to_query();
        fields.nothing.set(query.is_empty());
        if draft.check().is_err() || query.is_empty() {
            return focus::focus_first_error();
        }
        asking.open.set(false);
        asking.shown.ask(query);
    };
    let statuses = Signal::derive(move || {
        let mut all = vec![Choice::new("", words::any())];
        all.extend(STATUSES.iter().map(|status| Choice::new(status.to_string(), words::status(status))));
        with_chosen(all, fields.status)
    });
    let nothing = Signal::derive(move || {
        (fields.nothing.get() && fields.draft().to_query().is_empty()).then(|| tx(|t| t.ask().nothing))
    });
    let zone: Words =
        if clock::utc().get_untracked() { |t| t.ask().since_hint_utc } else { |t| t.ask().since_hint_local };
    let (since_error, limit_error) = (
        fields.error(AskProblem::Since, |t| t.ask().since_bad),
        fields.error(AskProblem::Limit, |t| t.ask().limit_bad),
    );
    view! {
        <form class="ask-form" aria-label=tx(|t| t.ask().title) novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            <SelectField label=tx(|t| t.common().status) value=fields.status choices=statuses optional=true error=nothing />
            <div>
                <TextField label=tx(|t| t.ask().name) value=fields.name optional=true />
                <CheckField label=tx(|t| t.ask().plain) value=fields.plain hint=tx(|t| t.ask().plain_hint) />
            </div>
            {image(fields)}
            {flavor(fields)}
            <TextField label=tx(|t| t.ask().reservation) value=fields.reservation hint=tx(|t| t.ask().reservation_hint) optional=true mono=true />
            <TextField label=tx(|t| t.ask().since) value=fields.since hint=tx(zone) kind="datetime-local" optional=true error=since_error />
            <TextField label=tx(|t| t.ask().limit) value=fields.limit numeric=true optional=true error=limit_error />
            <TextField label=tx(|t| t.ask().marker) value=fields.marker hint=tx(|t| t.ask().marker_hint) optional=true mono=true />
            <footer class="ask-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || asking.open.set(false) />
                <Button label=tx(|t| t.ask().send) kind=Kind::Primary submit=true />
            </footer>
        </form>
    }
    .into_any()
}

fn image(fields: Fields) -> AnyView {
    let images = data::images();
    let named = Signal::derive(move || {
        let images = images.value.get()?;
        Some(images.iter().map(|image| (image.id.to_string(), image.name.clone())).collect())
    });
    pick(tx(|t| t.ask().image), tx(|t| t.ask().image_hint), fields.image, named, images)
}

fn flavor(fields: Fields) -> AnyView {
    let flavors = data::flavor_names();
    let named = Signal::derive(move || {
        let flavors = flavors.value.get()?;
        Some(flavors.iter().map(|flavor| (flavor.id.to_string(), flavor.name.clone())).collect())
    });
    pick(tx(|t| t.ask().flavor), tx(|t| t.ask().flavor_hint), fields.flavor, named, flavors)
}

/// A list of names to choose from, or a text field for an id if there is no list.
fn pick<T: Clone + Send + Sync + 'static>(
    label: Text,
    hint: Text,
    value: RwSignal<String>,
    named: Signal<Option<Vec<(String, String)>>>,
    live: Live<Arc<[T]>>,
) -> AnyView {
    let missing = Memo::new(move |_| live.value.with(Option::is_none) && live.failure().is_some());
    let choices = Signal::derive(move || {
        let mut all = vec![Choice::new("", words::any())];
        all.extend(named.get().unwrap_or_default().into_iter().map(|(id, name)| Choice::new(id, name)));
        with_chosen(all, value)
    });
    live_view(move || match missing.get() {
        true => view! { <TextField label=label.clone() value hint=hint.clone() optional=true mono=true /> }.into_any(),
        false => view! { <SelectField label=label.clone() value choices optional=true /> }.into_any(),
    })
    .into_any()
}

/// Adds the value from the address to the choices if the list does not have it.
fn with_chosen(mut known: Vec<Choice>, value: RwSignal<String>) -> Vec<Choice> {
    let chosen = value.get();
    if known.iter().all(|choice| choice.value != chosen) {
        known.push(Choice::new(chosen.clone(), chosen));
    }
    known
}
