//! The plan: what would happen to each of the selected instances, from rows that were just read. It is made again whenever
//! a row changes, and once more when the person confirms; if it differs from what was shown, nothing is sent.

use std::sync::Arc;

use cloud::Failure;
use leptos::prelude::*;

use super::argument::Argument;
use super::kinds::Does;
use super::reading::{Made, Reading};
use super::summary::summary;
use super::{Asked, Bulk};
use crate::data;
use crate::locales::{Text, Words, filled, tx};
use crate::pages::instances::runs::what;
use crate::reactive::{effect, until};
use crate::shared::bulk::{How, joined, too_many};
use crate::ui::{ConfirmForm, Dialog, FailureCard, Hint, Submit, Warning, live_view, nothing};

/// The most names in the line that says what has changed.
const LISTED: usize = 10;

/// The dialog of the latest question.
pub fn dialog(bulk: Bulk) -> AnyView {
    live_view(move || match bulk.asked.get() {
        Some(asked) => {
            let open = RwSignal::new(true);
            let title = what(&asked.kind.does.bare(), Signal::stored(asked.targets.len()));
            view! { <Dialog open wide=true title>{form(&asked, open)}</Dialog> }.into_any()
        }
        None => nothing(),
    })
    .into_any()
}

fn form(asked: &Asked, open: RwSignal<bool>) -> AnyView {
    let (does, text) = (asked.kind.does, asked.kind.text);
    let argument = Argument::new(does, &asked.scopes());
    let reading = StoredValue::new(Reading::new(asked));
    let how = How::new();
    let plan = Planning::new(reading, argument);
    let submit = Submit::new(move || {
        let (options, shown) = untrack(|| Some((how.options()?, plan.made.get()?)))?;
        Some(async move {
            if plan.is_still(shown).await? {
                if let Some(made) = plan.made.try_get_untracked().flatten() {
                    data::runs::start(made.plan.clone(), options);
                }
                let _ = open.try_set(false);
            }
            Ok(())
        })
    });
    let refused = Signal::derive(move || plan.refused().or_else(|| how.refused()));
    let n = Signal::derive(move || plan.running());
    let typed = does.is_final().then(|| Signal::derive(move || n.get().to_string()));
    let waits = does == Does::Resize && untrack(|| reading.with_value(Reading::confirms_resize));
    view! {
        <ConfirmForm open confirm=what(&does.bare(), n) danger=does.is_final() submit refused typed_name=typed>
            {argument.fields(reading)}
            {text.map(|text| view! { <p>{tx(text)}</p> })}
            {waits.then(|| view! { <Hint words=tx(|t| t.bulk().resize_waits) /> })}
            {plan.draw()}
            {live_view(move || too_many(n.get()).map_or_else(nothing, |words| view! { <Warning words /> }.into_any()))}
            {how.fields(true)}
        </ConfirmForm>
    }
    .into_any()
}

/// The plan as it stands.
#[derive(Clone, Copy)]
struct Planning {
    reading: StoredValue<Reading>,
    argument: Argument,
    /// The latest plan. It stays while the rows are read again.
    made: RwSignal<Option<Arc<Made>>>,
    /// The plan that changes are compared with: the first one for these arguments.
    first: RwSignal<Option<Arc<Made>>>,
    /// It had changed when the person confirmed.
    again: RwSignal<bool>,
}

impl Planning {
    fn new(reading: StoredValue<Reading>, argument: Argument) -> Self {
        let (made, first) = (RwSignal::new(None::<Arc<Made>>), RwSignal::new(None));
        let now = Memo::new(move |_| {
            let operation = argument.operation();
            let read =
                reading.with_value(Reading::is_read) && reading.with_value(|reading| reading.failure()).is_none();
            match (operation, read) {
                (Ok(operation), true) => Now::Made(Arc::new(reading.with_value(|reading| reading.plan(operation)))),
                (Ok(_), false) => Now::Reading,
                (Err(_), _) => Now::Incomplete,
            }
        });
        let again = RwSignal::new(false);
        effect(move || match now.get() {
            Now::Made(plan) => {
                let before = first.get_untracked();
                if before.is_none_or(|before: Arc<Made>| before.plan.operation != plan.plan.operation) {
                    first.set(Some(plan.clone()));
                    again.set(false);
                }
                made.set(Some(plan));
            }
            Now::Reading => {}
            Now::Incomplete => made.set(None),
        });
        Self { reading, argument, made, first, again }
    }

    fn running(self) -> usize {
        self.made.with(|made| made.as_ref().map_or(0, |made| made.plan.running()))
    }

    /// Why it cannot begin; tracked.
    fn refused(self) -> Option<Text> {
        let say = |words: Words| Some(tx(words));
        let running = self.made.with(|made| made.as_ref().map(|made| made.plan.running()));
        match (self.argument.operation(), running) {
            (Err(missing), _) => Some(missing),
            (Ok(_), None) => say(|t| t.bulk().reading),
            (Ok(_), Some(0)) if data::read_only().get() => say(|t| t.outcomes().read_only),
            (Ok(_), Some(0)) => say(|t| t.bulk().runs_on_none),
            (Ok(_), Some(n)) => too_many(n),
        }
    }

    /// Reads the rows again; whether the plan is still the one that was shown.
    async fn is_still(self, shown: Arc<Made>) -> Result<bool, Failure> {
        until(move || self.reading.try_with_value(Reading::rests).unwrap_or(true)).await;
        self.reading.try_with_value(Reading::again);
        until(move || self.reading.try_with_value(Reading::is_read).unwrap_or(true)).await;
        let Some(failure) = self.reading.try_with_value(|reading| untrack(|| reading.failure())) else {
            // The page was left meanwhile.
            return Ok(false);
        };
        if let Some(failure) = failure {
            return Err((*failure).clone());
        }
        let operation = shown.plan.operation.clone();
        let Some(now) = self.reading.try_with_value(|reading| untrack(|| Arc::new(reading.plan(operation)))) else {
            return Ok(false);
        };
        let same = now.changed_since(&shown).is_empty() && now.gone == shown.gone;
        let _ = self.made.try_set(Some(now));
        if !same {
            let _ = self.again.try_set(true);
        }
        Ok(same)
    }

    fn draw(self) -> AnyView {
        let Self { reading, made, first, again, .. } = self;
        let failure = Memo::new(move |_| reading.with_value(|reading| reading.failure()));
        let waiting = Memo::new(move |_| made.with(Option::is_none));
        let changed = Memo::new(move |_| match (made.get(), first.get()) {
            (Some(made), Some(first)) => made.changed_since(&first),
            _ => Vec::new(),
        });
        let news = move || {
            let names = changed.get();
            (!names.is_empty()).then(|| {
                let all = names.len();
                let listed = names.into_iter().take(LISTED).map(Text::from).collect();
                filled(|t| t.bulk().changed, [("names", joined(listed, all))])
            })
        };
        view! {
            <div class="plan-box">
            <div role="status">
                {live_view(move || {
                    let again = again.get().then(|| view! { <Warning words=tx(|t| t.bulk().confirm_again) /> });
                    (again, news().map(|words| view! { <Hint words /> })).into_any()
                })}
            </div>
            {live_view(move || match failure.get() {
                Some(failure) => view! {
                    <FailureCard failure=(*failure).clone() on_retry=move || reading.with_value(Reading::again) />
                }.into_any(),
                None => ().into_any(),
            })}
            {live_view(move || match (made.get(), waiting.get() && self.argument.operation().is_ok()) {
                (Some(made), _) => summary(&made),
                (None, true) => view! { <p class="dim">{tx(|t| t.bulk().reading)}</p> }.into_any(),
                (None, false) => ().into_any(),
            })}
            </div>
        }
        .into_any()
    }
}

/// What can be said now.
#[derive(Clone, PartialEq)]
enum Now {
    Incomplete,
    Reading,
    Made(Arc<Made>),
}
