//! The section for an instance that was resized (row S26): confirm the new flavor or revert to the old one.

use cloud::rules::lifecycle::{Action, waits_for_confirmation};
use leptos::prelude::*;

use super::Actions;
use super::here::rules;
use super::two_ways::TwoWays;
use crate::pages::instances::words::Row;
use crate::reactive::Computed;

static WAYS: TwoWays = TwoWays {
    title: |t| t.questions().verify_title,
    text: |t| t.questions().verify_text,
    usual: Action::ConfirmResize,
    other: Action::RevertResize,
};

/// The section; empty unless the instance waits for the decision.
pub fn verify(row: Row, actions: Actions) -> AnyView {
    let waits = Computed::new(move |_| {
        let rules = rules();
        row.with(|server| server.as_deref().is_some_and(|server| waits_for_confirmation(server, rules)))
    });
    WAYS.draw(row, actions, waits)
}
