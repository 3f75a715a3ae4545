//! Where a cloud keeps what was deleted for a while: take it back, or end it.

use cloud::Status;
use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use super::two_ways::TwoWays;
use super::{Actions, Question};
use crate::pages::instances::words::Row;
use crate::reactive::Memo;

static WAYS: TwoWays = TwoWays {
    title: |t| t.questions().restore_title,
    text: |t| t.questions().restore_text,
    usual: (Action::Restore, |t| t.actions().restore),
    other: (Action::ForceDelete, |t| t.actions().delete_for_good, Question::DeleteForGood),
};

/// The two ways on; nothing of an instance that is not deleted.
pub fn restore(row: Row, actions: Actions) -> AnyView {
    let waits =
        Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(|one| one.status == Status::SoftDeleted)));
    WAYS.draw(row, actions, waits)
}
