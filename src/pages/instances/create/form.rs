//! The state of the form: the draft that its fields edit, and what is shown about it. Only `cloud::create` checks it.
//! Its contents survive the end of the session.

use super::check::Checked;
use super::known::Known;
use super::lost::Lost;
use super::part::part;
use super::rows::Rows;
use super::words;
use crate::data::{self, SessionState};
use crate::locales::{Text, tx};
use crate::reactive::{Value, effect};
use cloud::create::{BootFrom, DiskDraft, Draft, Field, NicDraft, Problem, VisibleLimit, visible_limit};
use cloud::{Failure, FailureKind};
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Form {
    /// The user's input. Each field edits one part ([`Form::value`]).
    pub draft: RwSignal<Draft>,
    /// The values that the form filled in itself ([`Form::suggest`]).
    pub suggested: RwSignal<Draft>,
    pub disks: Rows<DiskDraft>,
    /// The interfaces after the first.
    pub nics: Rows<NicDraft>,
    pub pairs: Rows<(String, String)>,
    pub known: Known,
    pub checked: Memo<Checked>,
    /// The draft differs from the values that the form filled in.
    pub edited: Memo<bool>,
    /// The form was sent or discarded: leaving the page needs no confirmation.
    pub released: RwSignal<bool>,
    pub sending: RwSignal<bool>,
    /// Why the cloud refused the request.
    pub failure: RwSignal<Option<Failure>>,
    /// The API's answer was lost.
    pub lost: RwSignal<Option<Lost>>,
    /// An earlier answer to a request with the same mark was lost: before sending again, the instances of that request
    /// are searched for.
    pub lost_before: RwSignal<bool>,
    /// Visited fields: their errors are shown.
    left: RwSignal<Vec<Field>>,
    /// The user tried to send the form: all errors are shown.
    pub submitted: RwSignal<bool>,
}

impl Form {
    pub fn new() -> Self {
        let known = Known::new();
        let start = Draft { count: "1".to_owned(), marked: true, nonce: data::fresh_nonce(), ..Draft::default() };
        let (draft, suggested) = (RwSignal::new(start.clone()), RwSignal::new(start));
        let released = RwSignal::new(false);
        let form = Self {
            draft,
            suggested,
            disks: Rows::new(draft, part!(disks)),
            nics: Rows::new(draft, part!(more_nics)),
            pairs: Rows::new(draft, part!(metadata)),
            known,
            checked: Memo::new(move |_| known.with(|context| Checked::new(draft.get(), context))),
            edited: Memo::new(move |_| {
                !released.get() && draft.with(|draft| suggested.with(|suggested| draft != suggested))
            }),
            released,
            sending: RwSignal::new(false),
            failure: RwSignal::new(None),
            lost: RwSignal::new(None),
            lost_before: RwSignal::new(false),
            left: RwSignal::new(Vec::new()),
            submitted: RwSignal::new(false),
        };
        form.put(part!(nic.to), untrack(|| known.usual_nic()));
        // Another cloud may have another default.
        effect(move || form.suggest(part!(nic.to), known.usual_nic()));
        form.note_choices();
        form.forget_ended_session();
        form
    }

    /// Marks a field as visited if it has a value, so that its errors are shown. An empty field that was only passed
    /// through is not marked.
    pub fn leave(self, field: Field, value: Value<String>) -> Callback<()> {
        Callback::new(move |()| {
            if !value.with_untracked(|value| value.trim().is_empty()) {
                self.mark(field);
            }
        })
    }

    /// The error message of a field, once it may be shown.
    pub fn error(self, field: Field) -> Signal<Option<Text>> {
        self.error_at(field, Signal::stored(field))
    }

    /// The same for a field in a row, whose position can change. `mark` is the field given to [`Form::leave`].
    pub fn error_at(self, mark: Field, at: Signal<Field>) -> Signal<Option<Text>> {
        // A memo, so that screen readers do not announce the message again with every key.
        let problem = Memo::new(move |_| {
            let time = self.submitted.get() || self.left.with(|left| left.contains(&mark));
            let field = at.get();
            time.then(|| self.checked.with(|checked| checked.problem(field).cloned().map(|it| (field, it)))).flatten()
        });
        Signal::derive(move || {
            let (windows, boot_from) = self.checked.with(|checked| (checked.windows, checked.draft.boot_from));
            problem.get().map(|(field, problem)| match (field, &problem) {
                (Field::Image, Problem::Missing) if boot_from != BootFrom::Image => {
                    tx(|t| t.create_more().missing_source)
                }
                _ => words::problem(field, &problem, windows),
            })
        })
    }

    /// The current limit of a field.
    pub fn limit(self, at: impl Into<Signal<Field>>) -> Memo<Option<VisibleLimit>> {
        let at = at.into();
        Memo::new(move |_| self.known.with(|context| self.draft.with(|draft| visible_limit(at.get(), draft, context))))
    }

    /// The fields with errors in the order of the form, once all errors are shown.
    pub fn mistakes(self) -> Vec<Field> {
        if !self.submitted.get() {
            return Vec::new();
        }
        self.checked.with(|checked| match &checked.outcome {
            Ok(_) => Vec::new(),
            Err(errors) => errors.iter().map(|error| error.field).collect(),
        })
    }

    /// Shows the errors of a field from now on.
    pub fn mark(self, field: Field) {
        if !self.left.with_untracked(|left| left.contains(&field)) {
            self.left.update(|left| left.push(field));
        }
    }

    /// Removes the message about the ended session after signing in again. The user sends the form again.
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

    /// Marks a field as visited after a choice from its list, so that an error caused by another choice is shown.
    fn note_choices(self) {
        effect(move || {
            self.draft.with(|draft| {
                let made = chosen(draft).into_iter().filter(|(_, id)| !id.is_empty());
                made.for_each(|(field, _)| self.mark(field));
            });
        });
    }
}

/// The values that were chosen from lists.
fn chosen(draft: &Draft) -> [(Field, &str); 9] {
    [
        (Field::Image, draft.image.as_str()),
        (Field::Image, draft.volume.as_str()),
        (Field::Image, draft.snapshot.as_str()),
        (Field::Flavor, draft.flavor.as_str()),
        (Field::Zone, draft.zone.as_str()),
        (Field::Network, draft.nic.subnet.as_str()),
        (Field::Network, draft.nic.network.as_str()),
        (Field::Network, draft.nic.port.as_str()),
        (Field::Key, draft.key.as_str()),
    ]
}
