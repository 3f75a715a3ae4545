//! Where a cloud waits after a resize (row S26): confirm the new flavor, or go back.

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

/// The two ways on; nothing while there is nothing to decide.
pub fn verify(row: Row, actions: Actions) -> AnyView {
    let waits = Computed::new(move |_| {
        let rules = rules();
        row.with(|server| server.as_deref().is_some_and(|server| waits_for_confirmation(server, rules)))
    });
    WAYS.draw(row, actions, waits)
}
