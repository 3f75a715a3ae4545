//! The section for a soft-deleted instance: restore it or delete it permanently.

use cloud::Status;
use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use super::Actions;
use super::two_ways::TwoWays;
use crate::pages::instances::words::Row;
use crate::reactive::Computed;

static WAYS: TwoWays = TwoWays {
    title: |t| t.questions().restore_title,
    text: |t| t.questions().restore_text,
    usual: Action::Restore,
    other: Action::ForceDelete,
};

/// The section; empty unless the instance is soft-deleted.
pub fn restore(row: Row, actions: Actions) -> AnyView {
    let waits = Computed::new(move |_| {
        row.with(|server| server.as_deref().is_some_and(|one| one.status == Status::SoftDeleted))
    });
    WAYS.draw(row, actions, waits)
}
