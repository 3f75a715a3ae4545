//! Where a cloud keeps what was deleted for a while: take it back, or end it.

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

/// The two ways on; nothing of an instance that is not deleted.
pub fn restore(row: Row, actions: Actions) -> AnyView {
    let waits = Computed::new(move |_| {
        row.with(|server| server.as_deref().is_some_and(|one| one.status == Status::SoftDeleted))
    });
    WAYS.draw(row, actions, waits)
}
