//! The security groups pages (row N05).
//!
//! * `list`: the table. `edit`: name and description. `delete`: the dialog that deletes a group. `users`: the instances
//!   that use a group.
//! * `detail`: one group; `rules`: its rules as tables; `rule_form`: the dialog for a new rule; `words`: names and
//!   messages.

mod delete;
mod detail;
mod edit;
mod list;
mod rule_delete;
mod rule_draft;
mod rule_form;
mod rules;
mod words;

use std::sync::Arc;

use cloud::wire::SecurityGroup;
use leptos::prelude::*;

use crate::routes::{self, Route};

/// The groups; `None` while they load.
type List = Signal<Option<Arc<[SecurityGroup]>>>;

/// The group that a dialog is about; `None` for a new one.
#[derive(Clone, Copy)]
struct Chosen {
    open: RwSignal<bool>,
    group: RwSignal<Option<SecurityGroup>>,
}

impl Chosen {
    fn new() -> Self {
        Self { open: RwSignal::new(false), group: RwSignal::new(None) }
    }

    fn show(self, group: Option<SecurityGroup>) {
        self.group.set(group);
        self.open.set(true);
    }
}

pub fn page() -> AnyView {
    match routes::current().get_untracked() {
        Route::SecurityGroup(id) => detail::page(id),
        _ => list::page(),
    }
}
