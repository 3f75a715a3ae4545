//! The columns: those of the table of one scope, and project and region of each instance.

use leptos::prelude::*;
use view::instances::Column as By;

use super::scopes::{Scopes, key_of};
use crate::locales::{Text, tx};
use crate::pages::instances::list::{self, Reading};
use crate::shell::project_mark;
use crate::ui::{Column, RowId, Width, live_view};

/// The columns.
pub fn columns(reading: Reading, scopes: Scopes) -> Vec<Column> {
    let mut columns = list::columns(reading);
    let project =
        Column::new(By::Project.as_str(), tx(|t| t.shell().project), Width::Middle, move |id| project(id, scopes));
    let region = Column::new(By::Region.as_str(), tx(|t| t.all_projects().region), Width::Small, region);
    // After the name.
    let at = columns.len().min(1);
    columns.splice(at..at, [project, region]);
    columns
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
