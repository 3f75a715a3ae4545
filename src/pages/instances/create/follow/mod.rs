//! What became of it: followed until it runs or failed (rows S15, S16).

mod batch;
mod one;
mod stage;

use crate::locales::{Text, tx};
use crate::reactive::Computed;
use crate::ui::Hint;
use batch::Which;
use cloud::{ReservationId, ServerId};
use leptos::prelude::*;

/// What the cloud answered.
#[derive(Clone)]
pub(super) enum Made {
    /// The id of one instance.
    One(ServerId),
    /// A batch, whose ids come later.
    Batch(ReservationId),
    /// Several whose ids are known.
    These(Vec<ServerId>),
}

impl Made {
    /// What was found: one, or several.
    pub fn of(ids: impl IntoIterator<Item = ServerId>) -> Self {
        let mut ids: Vec<ServerId> = ids.into_iter().collect();
        match ids.pop() {
            Some(only) if ids.is_empty() => Self::One(only),
            last => {
                ids.extend(last);
                Self::These(ids)
            }
        }
    }
}

/// What was sent and taken.
#[derive(Clone)]
pub(super) struct Sent {
    pub made: Made,
    pub name: String,
    pub count: u32,
    /// The cloud's answer was lost, and this was found by its mark.
    pub found: bool,
    /// The administrator's password, if the cloud made one. It is nowhere else, and goes with this view.
    pub admin_pass: Option<String>,
    /// When, by the clock of the browser, ms since 1970.
    pub at: f64,
}

/// The view of it. `again` brings the form back as it was.
pub(super) fn following(sent: Sent, again: Callback<()>) -> AnyView {
    match sent.made.clone() {
        Made::One(id) => one::one(id, sent, again),
        Made::Batch(id) => batch::batch(Which::Of(id), sent, again),
        Made::These(ids) => batch::batch(Which::These(ids), sent, again),
    }
}

/// That it was found instead of answered, and what is missing for that.
fn how_found(found: bool) -> AnyView {
    if !found {
        return ().into_any();
    }
    view! { <Hint words=tx(|t| t.create_more().lost_found) /> }.into_any()
}

/// How long it has been at it, as `0:07`; stands still when it is over.
fn elapsed(from: f64, over: Computed<bool>) -> Text {
    let now = crate::browser::clock::ticking();
    let seconds = Computed::new(move |before: Option<&u64>| match (over.get(), before) {
        (true, Some(before)) => *before,
        // Never negative: clocks are set back now and then.
        _ => ((now.get() - from).max(0.0) / 1000.0) as u64,
    });
    Text::live(move || {
        let seconds = seconds.get();
        let two = |n: u64| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
        [(seconds / 60).to_string(), two(seconds % 60)].join(":").into()
    })
}
