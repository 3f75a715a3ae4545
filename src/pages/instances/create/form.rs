//! The form: the draft that its fields edit, and what is to be shown about it. Checked by `cloud::create` only; nothing in
//! it is ever lost by what happens around it.

use super::check::Checked;
use super::known::Known;
use super::lost::Lost;
use super::part::part;
use super::rows::Rows;
use super::words;
use crate::data::{self, SessionState};
use crate::locales::{Text, tx};
use crate::reactive::{Computed, Observed, Value, effect};
use cloud::create::{BootFrom, DiskDraft, Draft, Field, NicDraft, Problem, VisibleLimit, visible_limit};
use cloud::{Failure, FailureKind};
use leptos::prelude::*;

/// What was typed and chosen, and what is to be shown about it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What was typed and chosen. A field edits its part ([`Form::value`]).
    pub draft: RwSignal<Draft>,
    /// What the form itself put there ([`Form::suggest`]).
    pub suggested: RwSignal<Draft>,
    pub disks: Rows<DiskDraft>,
    /// Interfaces after the first.
    pub nics: Rows<NicDraft>,
    pub pairs: Rows<(String, String)>,
    pub known: Known,
    pub checked: Computed<Checked>,
    /// Something differs from what the form itself put there.
    pub edited: Computed<bool>,
    /// It was sent, or may be lost: nobody asks before the page is left.
    pub released: RwSignal<bool>,
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
            checked: Computed::new(move |_| known.with(|context| Checked::new(draft.get(), context))),
            edited: Computed::new(move |_| {
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
        // Another cloud may have another usual one.
        effect(move || form.suggest(part!(nic.to), known.usual_nic()));
        form.note_choices();
        form.forget_ended_session();
        form
    }

    /// The person left a field in which something stands: from now on its mistakes show. One that was only passed
    /// through is not a mistake yet.
    pub fn leave(self, field: Field, value: Value<String>) -> Callback<()> {
        Callback::new(move |()| {
            if !value.with_untracked(|value| value.trim().is_empty()) {
                self.mark(field);
            }
        })
    }

    /// The sentence about what is wrong with a field, when it is time to show it.
    pub fn error(self, field: Field) -> Observed<Option<Text>> {
        self.error_at(field, Observed::stored(field))
    }

    /// The same of a field that has no fixed place: `mark` is what [`Form::leave`] was told.
    pub fn error_at(self, mark: Field, at: Observed<Field>) -> Observed<Option<Text>> {
        // In a memo, so that the sentence is not announced again with every key.
        let problem = Computed::new(move |_| {
            let time = self.submitted.get() || self.left.with(|left| left.contains(&mark));
            let field = at.get();
            time.then(|| self.checked.with(|checked| checked.problem(field).cloned().map(|it| (field, it)))).flatten()
        });
        Observed::derive(move || {
            let (windows, boot_from) = self.checked.with(|checked| (checked.windows, checked.draft.boot_from));
            problem.get().map(|(field, problem)| match (field, &problem) {
                (Field::Image, Problem::Missing) if boot_from != BootFrom::Image => {
                    tx(|t| t.create_more().missing_source)
                }
                _ => words::problem(field, &problem, windows),
            })
        })
    }

    /// The limit of a field as it stands now.
    pub fn limit(self, at: impl Into<Observed<Field>>) -> Computed<Option<VisibleLimit>> {
        let at = at.into();
        Computed::new(move |_| {
            self.known.with(|context| self.draft.with(|draft| visible_limit(at.get(), draft, context)))
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
        effect(move || {
            self.draft.with(|draft| {
                let made = chosen(draft).into_iter().filter(|(_, id)| !id.is_empty());
                made.for_each(|(field, _)| self.mark(field));
            });
        });
    }
}

/// What was chosen from lists.
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
