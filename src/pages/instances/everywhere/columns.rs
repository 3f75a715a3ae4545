//! The columns: those of the table of one scope, and project and region of each instance.

use leptos::prelude::*;
use view::instances::Column as By;

use super::scopes::{Scopes, key_of};
use crate::locales::Text;
use crate::pages::instances::list::{self, Reading};
use crate::shell::project_mark;
use crate::ui::{Column, RowId, Width, live_view};

/// The columns, chosen or as usual.
pub fn columns(chosen: &[By], reading: Reading, scopes: Scopes) -> Vec<Column> {
    list::columns(chosen, reading, |by| {
        let (id, title) = (by.as_str(), list::title(by));
        match by {
            By::Project => Some(Column::new(id, title, Width::Middle, move |id| project(id, scopes))),
            By::Region => Some(Column::new(id, title, Width::Small, region)),
            By::Cloud => Some(Column::new(id, title, Width::Small, move |id| cloud(id, scopes))),
            _ => None,
        }
    })
}

fn cloud(id: Signal<RowId>, scopes: Scopes) -> AnyView {
    let words = Text::live(move || {
        let scope = id.with(key_of).map(|(scope, _)| scope);
        scope.and_then(|scope| scopes.of(&scope, |one| one.cloud.clone())).unwrap_or_default().into()
    });
    view! { <span>{words}</span> }.into_any()
}

fn project(id: Signal<RowId>, scopes: Scopes) -> AnyView {
    live_view(move || {
        let Some((scope, _)) = id.with(key_of) else { return ().into_any() };
        let (name, cloud) = scopes.of(&scope, |one| (one.project.clone(), one.cloud.clone())).unwrap_or_default();
        let title = [name.as_str(), cloud.as_str()].join(" · ");
        view! { <span class="whose" title=title>{project_mark(&scope, &name)}<span dir="auto">{name.clone()}</span></span> }
            .into_any()
    })
    .into_any()
}

fn region(id: Signal<RowId>) -> AnyView {
    let words = Text::live(move || {
        id.with(key_of).map(|(scope, _)| scope.region.as_str().to_owned()).unwrap_or_default().into()
    });
    view! { <span>{words}</span> }.into_any()
}
