//! The table of placement policies.

use std::sync::Arc;

use ::view::fold;
use ::view::instances::natural_key;
use ::view::query::encode;
use cloud::ServerGroupId;
use cloud::wire::{Allowance, Placement, ServerGroup};
use leptos::prelude::*;

use super::members::{self, MemberNames};
use crate::locales::{Text, counted, filled, number, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::*;

/// All of them.
pub type Groups = Arc<[ServerGroup]>;
/// Policies, as far as they are known.
pub type List = Signal<Option<Groups>>;

/// The policy a dialog is about, as it was when it was asked.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The dialog is open.
    pub open: RwSignal<bool>,
    /// Which.
    pub group: RwSignal<Option<ServerGroup>>,
}

impl Chosen {
    /// None.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), group: RwSignal::new(None) }
    }

    /// Opens the dialog.
    pub fn show(self, group: ServerGroup) {
        self.group.set(Some(group));
        self.open.set(true);
    }

    /// Its name.
    pub fn name(self) -> String {
        self.group.with(|group| group.as_ref().map(|group| group.name.clone())).unwrap_or_default()
    }
}

/// How many there are, and may be.
pub fn count(list: List, room: Memo<Allowance>) -> AnyView {
    let words = Text::live(move || match (list.with(|list| list.as_ref().map(|list| list.len())), room.get().limit) {
        (None | Some(0), _) => Text::default(),
        (Some(n), None) => counted(|t| &t.policies().count, n),
        (Some(n), Some(limit)) => {
            let limit = Text::live(move || number(limit as f64).into());
            filled(|t| t.policies().count_of, [("count", counted(|t| &t.policies().count, n)), ("limit", limit)])
        }
    });
    view! { <span role="status">{words}</span> }.into_any()
}

/// The search box.
pub fn toolbar(search: RwSignal<String>) -> AnyView {
    view! {
        <div class="toolbar" role="search">
            <SearchBox label=tx(|t| t.policies().search) value=search on_input=move |text| search.set(text) />
        </div>
    }
    .into_any()
}

/// The table.
pub fn table(list: List, names: MemberNames, search: RwSignal<String>, detail: Chosen, delete: Chosen) -> AnyView {
    let sort = RwSignal::new(Some(Sort { column: String::from("name"), descending: false }));
    let rows = Memo::new(move |_| rows(list, &search.get(), sort.get()));
    let loading = Signal::derive(move || list.with(Option::is_none));
    let go = routes::go_to();
    let menu = move |id: RowId| {
        let Some(group) = find(list, &id) else { return Vec::new() };
        let (shown, deleted, into) = (group.clone(), group.clone(), group.id);
        vec![
            MenuItem::new(tx(|t| t.common().details), move || detail.show(shown.clone())).icon(Icon::Info),
            MenuItem::new(tx(|t| t.policies().new_member), move || go.run(create_in(&into))).icon(Icon::Plus),
            MenuItem::new(tx(|t| t.policies().delete), move || delete.show(deleted.clone()))
                .icon(Icon::Trash)
                .danger()
                .apart()
                .refused(no_changes().get()),
        ]
    };
    let open = move |id: RowId| {
        if let Some(group) = find(list, &id) {
            detail.show(group);
        }
    };
    view! {
        <div class="labelled fill">
            <Table label=tx(|t| t.policies().title) columns=columns(list, names, detail) rows
                row_name=move |id| words(list, id, |group| group.name.clone().into())
                sort on_sort=move |to: Sort| sort.set(Some(to)) on_open=open menu loading
                empty=move || nothing(search) />
        </div>
    }
    .into_any()
}

/// The form of a new instance in the policy; it reads the query.
pub fn create_in(id: &ServerGroupId) -> String {
    let mut href = routes::href(&Route::CreateInstance);
    href.push_str("?policy=");
    href.push_str(&encode(id.as_str()));
    href
}

/// Ids may hold what no id of an element may.
fn row_id(group: &ServerGroup) -> RowId {
    encode(group.id.as_str()).into()
}

fn find(list: List, id: &RowId) -> Option<ServerGroup> {
    list.with(|list| list.as_deref()?.iter().find(|group| row_id(group) == *id).cloned())
}

fn rows(list: List, search: &str, sort: Option<Sort>) -> Arc<[RowId]> {
    let Some(list) = list.get() else { return Arc::default() };
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let holds = |group: &&ServerGroup| words.iter().all(|word| fold(&group.name).contains(word.as_str()));
    let mut shown: Vec<&ServerGroup> = list.iter().filter(holds).collect();
    let sort = sort.unwrap_or(Sort { column: String::new(), descending: false });
    shown.sort_by_cached_key(|group| natural_key(&group.name));
    match sort.column.as_str() {
        "placement" => shown.sort_by(|one, other| one.policy.cmp(&other.policy)),
        "members" => shown.sort_by_key(|group| group.members.len()),
        _ => {}
    }
    if sort.descending {
        shown.reverse();
    }
    shown.into_iter().map(row_id).collect()
}

/// How its instances are placed; a word nobody knows as it came.
pub fn placement(policy: &Placement) -> Text {
    match policy {
        Placement::AntiAffinity => tx(|t| t.policies().anti_affinity),
        Placement::Affinity => tx(|t| t.policies().affinity),
        Placement::Other(word) => word.clone().into(),
    }
}

fn columns(list: List, names: MemberNames, detail: Chosen) -> Vec<Column> {
    let name = move |id: Signal<RowId>| {
        let name = words(list, id, |group| group.name.clone().into());
        let show = move |_| {
            if let Some(group) = untrack(|| find(list, &id.get())) {
                detail.show(group);
            }
        };
        view! { <button type="button" class="row-name" title=name.clone() on:click=show>{name.clone()}</button> }
            .into_any()
    };
    let policy =
        move |id: Signal<RowId>| view! { <span>{words(list, id, |group| placement(&group.policy))}</span> }.into_any();
    let members = move |id: Signal<RowId>| {
        let words =
            Text::live(move || find(list, &id.get()).map(|group| members::line(names, &group)).unwrap_or_default());
        view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("placement", tx(|t| t.policies().placement), Width::Middle, policy),
        Column::new("members", tx(|t| t.policies().members), Width::Grow, members),
    ]
}

/// A text of the policy that `id` names.
fn words(list: List, id: Signal<RowId>, read: fn(&ServerGroup) -> Text) -> Text {
    Text::live(move || find(list, &id.get()).map(|group| read(&group)).unwrap_or_default())
}

fn nothing(search: RwSignal<String>) -> AnyView {
    live_view(move || match search.with(|text| text.trim().is_empty()) {
        false => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.policies().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || search.set(String::new()) />
            </Empty>
        }
        .into_any(),
        true => view! {
            <Empty title=tx(|t| t.policies().none_title) words=tx(|t| t.policies().none_text) mark=Icon::Policies />
        }
        .into_any(),
    })
    .into_any()
}
