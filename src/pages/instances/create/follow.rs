//! Shows the progress of new instances until they run or fail (rows S15, S16).

use super::follow_batch::{self, Which};
use super::follow_one;
use crate::locales::{Text, tx};
use crate::ui::Hint;
use cloud::{ReservationId, ServerId};
use leptos::prelude::*;

/// What the cloud created.
#[derive(Clone)]
pub(super) enum Made {
    One(ServerId),
    /// Several instances, whose ids are not known yet.
    Batch(ReservationId),
    These(Vec<ServerId>),
}

impl Made {
    /// Made from the ids that a search by mark found.
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

/// A request that the cloud accepted.
#[derive(Clone)]
pub(super) struct Sent {
    pub made: Made,
    pub name: String,
    pub count: u32,
    /// The API's answer was lost, and the instances were found by their mark.
    pub found: bool,
    /// The administrator's password, if the cloud generated one. It is kept nowhere else and is dropped with this view.
    pub admin_pass: Option<String>,
    /// When it was sent, by the browser's clock, in ms since 1970.
    pub at: f64,
}

/// The view. `again` returns to the form with its contents.
pub(super) fn following(sent: Sent, again: Callback<()>) -> AnyView {
    match sent.made.clone() {
        Made::One(id) => follow_one::one(id, sent, again),
        Made::Batch(id) => follow_batch::batch(Which::Of(id), sent, again),
        Made::These(ids) => follow_batch::batch(Which::These(ids), sent, again),
    }
}

/// Says that the instances were found by their mark, and that therefore the password is unknown.
pub(super) fn how_found(found: bool) -> AnyView {
    if !found {
        return ().into_any();
    }
    view! { <Hint words=tx(|t| t.create_more().lost_found) /> }.into_any()
}

/// The elapsed time, such as `0:07`. It stops when `over` is true.
pub(super) fn elapsed(from: f64, over: Memo<bool>) -> Text {
    let now = crate::browser::clock::ticking();
    let seconds = Memo::new(move |before: Option<&u64>| match (over.get(), before) {
        (true, Some(before)) => *before,
        // Not negative even if the computer's clock is set back.
        _ => ((now.get() - from).max(0.0) / 1000.0) as u64,
    });
    Text::live(move || {
        let seconds = seconds.get();
        let two = |n: u64| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
        [(seconds / 60).to_string(), two(seconds % 60)].join(":").into()
    })
}
