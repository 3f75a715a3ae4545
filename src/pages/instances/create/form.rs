//! The form as signals. Checked by `cloud::create` only; nothing in it is ever lost by what happens around it.

use super::check::Checked;
use super::known::Known;
use super::lost::Lost;
use super::more::More;
use super::words;
use crate::data::{self, SessionState};
use crate::locales::{Text, tx};
use crate::reactive::{Memo, Signal, effect};
use cloud::create::{Draft, Field, Problem};
use cloud::{Failure, FailureKind, KeyName};
use leptos::prelude::*;

/// The values of [`Form::root_end`].
pub(super) const KEEP: &str = "keep";
pub(super) const DELETE: &str = "delete";

/// What was typed and chosen, and what is to be shown about it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub name: RwSignal<String>,
    pub image: RwSignal<String>,
    pub flavor: RwSignal<String>,
    pub root_disk: RwSignal<String>,
    /// What becomes of a root volume when its instance is deleted.
    pub root_end: RwSignal<String>,
    /// Empty: any.
    pub zone: RwSignal<String>,
    pub groups: RwSignal<Vec<String>>,
    pub key: RwSignal<String>,
    pub count: RwSignal<String>,
    pub more: More,
    pub known: Known,
    pub checked: Memo<Checked>,
    /// Something differs from what the form itself put there.
    pub edited: Memo<bool>,
    /// It was sent, or may be lost: nobody asks before the page is left.
    pub released: RwSignal<bool>,
    /// What the form itself put into its fields.
    suggested: RwSignal<Vec<(Field, String)>>,
    pub sending: RwSignal<bool>,
    /// Why the cloud did not take it.
    pub failure: RwSignal<Option<Failure>>,
    /// Its answer was lost.
    pub lost: RwSignal<Option<Lost>>,
    /// So it was with an earlier answer to the same mark: what came of that is looked for first.
    pub lost_before: RwSignal<bool>,
    /// Fields that were left, so that their mistakes show.
    left: RwSignal<Vec<Field>>,
    /// It was to be sent: all mistakes show.
    pub submitted: RwSignal<bool>,
}

impl Form {
    pub fn new() -> Self {
        let known = Known::new();
        let text = |start: &str| RwSignal::new(start.to_owned());
        let (name, image, flavor, root_disk) = (text(""), text(""), text(""), text(""));
        let (root_end, zone, key, count) = (text(KEEP), text(""), text(""), text("1"));
        let more = More::new();
        let groups = RwSignal::new(Vec::<String>::new());
        let (released, suggested) = (RwSignal::new(false), RwSignal::new(vec![(Field::Count, "1".to_owned())]));
        let checked = Memo::new(move |_| {
            let draft = Draft {
                name: name.get(),
                image: chosen(image),
                flavor: chosen(flavor),
                root_disk_gb: root_disk.get(),
                delete_root_on_termination: root_end.with(|end| end == DELETE),
                zone: chosen(zone),
                security_groups: groups.get(),
                key: chosen::<KeyName>(key),
                count: count.get(),
                ..Draft::default()
            };
            let draft = more.put_into(draft, known.usual_nic());
            known.with(|context| Checked::new(draft, context))
        });
        let fields = [
            (Field::Name, name),
            (Field::Flavor, flavor),
            (Field::RootDisk, root_disk),
            (Field::Zone, zone),
            (Field::Key, key),
            (Field::Count, count),
        ];
        let edited = Memo::new(move |_| {
            let own =
                |field| suggested.with(|all| all.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone()));
            let differs = |(field, value): (Field, RwSignal<String>)| value.get() != own(field).unwrap_or_default();
            let choices = groups.with(|groups| !groups.is_empty()) || root_end.with(|end| end != KEEP);
            let first = [(Field::Image, more.root(image)), (Field::Network, more.first.target(known.usual_nic()))];
            let other = first.into_iter().any(|(field, value)| value != own(field).unwrap_or_default());
            !released.get() && (choices || other || more.edited() || fields.into_iter().any(differs))
        });
        let form = Self {
            name,
            image,
            flavor,
            root_disk,
            root_end,
            zone,
            groups,
            key,
            count,
            more,
            known,
            checked,
            edited,
            released,
            suggested,
            sending: RwSignal::new(false),
            failure: RwSignal::new(None),
            lost: RwSignal::new(None),
            lost_before: RwSignal::new(false),
            left: RwSignal::new(Vec::new()),
            submitted: RwSignal::new(false),
        };
        // Once, and again where another cloud has another usual one: not each time the form is drawn.
        effect(move || more.first.by.set(known.usual_nic().to_owned()));
        form.note_choices();
        form.forget_ended_session();
        form
    }

    /// Puts a value into a field, unless the person has put another one there. `None` takes it back.
    pub fn suggest(self, field: Field, value: RwSignal<String>, own: Option<String>) {
        let own = own.unwrap_or_default();
        let before = self.suggested.with_untracked(|all| all.iter().find(|(of, _)| *of == field).cloned());
        let before = before.map(|(_, text)| text).unwrap_or_default();
        if before != own && value.with_untracked(|value| *value == before) {
            self.put(field, value, own);
        }
    }

    /// Puts a value into a field, whatever is in it; it is no work of the person's.
    pub fn put(self, field: Field, value: RwSignal<String>, own: String) {
        self.suggested.update(|all| {
            all.retain(|(of, _)| *of != field);
            all.push((field, own.clone()));
        });
        value.set(own);
    }

    /// The person left a field in which something stands: from now on its mistakes show. One that was only passed
    /// through is not a mistake yet.
    pub fn leave(self, field: Field, value: RwSignal<String>) -> Callback<()> {
        Callback::new(move |()| {
            if !value.with_untracked(|value| value.trim().is_empty()) {
                self.mark(field);
            }
        })
    }

    /// The sentence about what is wrong with a field, when it is time to show it.
    pub fn error(self, field: Field) -> Signal<Option<Text>> {
        self.error_at(field, Signal::stored(field))
    }

    /// The same of a field that has no fixed place: `mark` is what [`Form::leave`] was told.
    pub fn error_at(self, mark: Field, at: Signal<Field>) -> Signal<Option<Text>> {
        // In a memo, so that the sentence is not announced again with every key.
        let problem = Memo::new(move |_| {
            let time = self.submitted.get() || self.left.with(|left| left.contains(&mark));
            let field = at.get();
            time.then(|| self.checked.with(|checked| checked.problem(field).cloned().map(|it| (field, it)))).flatten()
        });
        Signal::derive(move || {
            let (windows, from_image) = self.checked.with(|checked| (checked.windows, checked.is_from_image()));
            problem.get().map(|(field, problem)| match (field, &problem) {
                (Field::Image, Problem::Missing) if !from_image => tx(|t| t.create_more().missing_source),
                _ => words::problem(field, &problem, windows),
            })
        })
    }

    /// The fields with mistakes, in the order of the form, once all of them show.
    pub fn mistakes(self) -> Vec<Field> {
        if !self.submitted.get() {
            return Vec::new();
        }
        self.checked.with(|checked| match &checked.outcome {
            Ok(_) => Vec::new(),
            Err(errors) => errors.iter().map(|error| error.field).collect(),
        })
    }

    /// From now on the mistakes of a field show.
    pub fn mark(self, field: Field) {
        if !self.left.with_untracked(|left| left.contains(&field)) {
            self.left.update(|left| left.push(field));
        }
    }

    /// After signing in again the end of the session is no news any more; sending is up to the person.
    fn forget_ended_session(self) {
        let session = data::session();
        effect(move || {
            let ended = |failure: &Failure| failure.kind == FailureKind::Unauthenticated;
            if matches!(session.get(), SessionState::SignedIn(_))
                && self.failure.with_untracked(|failure| failure.as_ref().is_some_and(ended))
            {
                self.failure.set(None);
            }
        });
    }

    /// A choice from a list counts as left at once: when another choice rules it out, that shows.
    fn note_choices(self) {
        let choices = [
            (Field::Image, self.image),
            (Field::Flavor, self.flavor),
            (Field::Zone, self.zone),
            (Field::Image, self.more.volume),
            (Field::Image, self.more.snapshot),
            (Field::Network, self.more.first.subnet),
            (Field::Network, self.more.first.network),
            (Field::Network, self.more.first.port),
            (Field::Key, self.key),
        ];
        for (field, value) in choices {
            effect(move || {
                if !value.with(String::is_empty) {
                    self.mark(field);
                }
            });
        }
    }
}

/// What was chosen, if anything.
pub(super) fn chosen<T: for<'a> From<&'a str>>(value: RwSignal<String>) -> Option<T> {
    value.with(|value| (!value.is_empty()).then(|| T::from(value)))
}
