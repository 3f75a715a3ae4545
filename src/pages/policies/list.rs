//! The table of placement policies.

use std::sync::Arc;

use ::view::network::{POLICY_FIELDS, policies, policy_cells};
use ::view::query::encode;
use cloud::ServerGroupId;
use cloud::wire::{Allowance, Placement, ServerGroup};
use leptos::prelude::*;

use super::members::{self, MemberNames};
use crate::data::Live;
use crate::locales::{Text, counted, filled, number, tx};
use crate::routes::{self, Route};
use crate::shared::list::{self, List, ListTable, Standing};
use crate::shared::opened::Opened;
use crate::shell::no_changes;
use crate::ui::*;

pub type Groups = Arc<[ServerGroup]>;
/// The filtered and sorted list.
pub type Policies = List<ServerGroup>;

/// The policy that a dialog is about, as it was when the dialog opened.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    pub group: RwSignal<Option<ServerGroup>>,
}

impl Chosen {
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), group: RwSignal::new(None) }
    }

    /// Opens the dialog.
    pub fn show(self, group: ServerGroup) {
        self.group.set(Some(group));
        self.open.set(true);
    }

    /// The name of the policy.
    pub fn name(self) -> String {
        self.group.with(|group| group.as_ref().map(|group| group.name.clone())).unwrap_or_default()
    }
}

/// The list, filtered and sorted by the address.
pub fn list(groups: Live<Groups>, names: MemberNames) -> Policies {
    let listed = list::listed(Route::Policies, "name");
    List::new(
        groups.value,
        Standing::of(groups),
        listed,
        POLICY_FIELDS,
        |group| group.id.as_str(),
        move |group| policy_cells(group, &members::all(names, group)),
        move |all, query, order| policies(all, query, order, &|group| members::all(names, group)),
    )
}

/// The number of policies and the quota.
pub fn count(list: Policies, room: Memo<Allowance>) -> Text {
    let shown = list::count(list.shown, |t| &t.policies().count);
    let (rows, total): (_, Signal<usize>) = (list.shown.rows, list.shown.total.into());
    Text::live(move || match (total.get(), room.get().limit) {
        (all, Some(limit)) if all > 0 && rows.with(|rows| rows.len()) == all => {
            let limit = Text::live(move || number(limit as f64).into());
            filled(|t| t.policies().count_of, [("count", counted(|t| &t.policies().count, total)), ("limit", limit)])
        }
        _ => shown.clone(),
    })
}

pub fn table(list: Policies, names: MemberNames, detail: Opened, delete: Chosen) -> AnyView {
    let go = routes::go_to();
    let menu = move |id: RowId| {
        let Some(group) = list.get(&id, Clone::clone) else { return Vec::new() };
        let (deleted, into) = (group.clone(), group.id);
        vec![
            MenuItem::new(tx(|t| t.common().details), move || detail.show(&id)).icon(Icon::Details),
            MenuItem::new(tx(|t| t.policies().new_member), move || go.run(create_in(&into)))
                .icon(Icon::Plus)
                .refused(no_changes().get()),
            MenuItem::new(tx(|t| t.policies().delete), move || delete.show(deleted.clone()))
                .icon(Icon::Trash)
                .danger()
                .apart()
                .refused(no_changes().get()),
        ]
    };
    let none = || {
        view! {
            <Empty title=tx(|t| t.policies().none_title) words=tx(|t| t.policies().none_text) mark=Icon::Policies />
        }
    };
    view! {
        <ListTable shown=list.shown label=tx(|t| t.policies().title) search=tx(|t| t.policies().search)
            columns=columns(list, names, detail) row_name=move |id| list.text(id, name)
            on_open=move |id: RowId| detail.show(&id) menu no_match=tx(|t| t.policies().no_match_text) none />
    }
    .into_any()
}

/// The address of the form for a new instance in this policy.
pub fn create_in(id: &ServerGroupId) -> String {
    let mut href = routes::href(&Route::CreateInstance);
    href.push_str("?policy=");
    href.push_str(&encode(id.as_str()));
    href
}

/// The kind of placement as text. An unknown one is shown as the API sent it.
pub fn placement(policy: &Placement) -> Text {
    match policy {
        Placement::AntiAffinity => tx(|t| t.policies().anti_affinity),
        Placement::Affinity => tx(|t| t.policies().affinity),
        Placement::Other(word) => word.clone().into(),
    }
}

fn name(group: &ServerGroup) -> Text {
    group.name.clone().into()
}

fn columns(list: Policies, names: MemberNames, detail: Opened) -> Vec<Column> {
    let link = move |id: Signal<RowId>| {
        row_link(list.text(id, name), move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))
    };
    let policy = move |id| list.cell(id, |group| placement(&group.policy));
    let members = move |id| list.cell(id, move |group| members::line(names, group));
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, link),
        Column::new("placement", tx(|t| t.policies().placement), Width::Middle, policy),
        Column::new("members", tx(|t| t.policies().members), Width::Grow, members),
    ]
}
