//! Security groups and their rules (row N05).
//!
//! * `list`: the table. `edit`: name and description, new or changed. `delete`: of a group. `users`: who has a group.
//! * `detail`: one group; `rules`: its rules as tables; `rule_form`: a new one; `words`: what all of it says.

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

use crate::reactive::Observed;
use crate::routes::{self, Route};

/// Security groups, as far as they are known.
type List = Observed<Option<Arc<[SecurityGroup]>>>;

/// The group a dialog is about; none: a new one.
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

/// The page.
pub fn page() -> AnyView {
    match routes::current().get_untracked() {
        Route::SecurityGroup(id) => detail::page(id),
        _ => list::page(),
    }
}
