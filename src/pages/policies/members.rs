//! The instances of a policy by name: a policy has only their ids.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud::ServerId;
use cloud::wire::ServerGroup;
use leptos::prelude::*;

use super::list::Groups;
use crate::data;
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::ui::live_view;

/// Names of the instances that belong to any policy.
pub type MemberNames = Memo<Arc<BTreeMap<ServerId, String>>>;

/// The names, updated with the lists of policies and instances.
pub fn names(groups: Signal<Option<Groups>>) -> MemberNames {
    let instances = data::instances().value;
    Memo::new(move |_| {
        let (groups, list) = (groups.get().unwrap_or_default(), instances.get());
        let wanted: BTreeSet<&ServerId> = groups.iter().flat_map(|group| &group.members).collect();
        let rows = list.as_ref().map(|list| &*list.rows).unwrap_or_default();
        let named = rows.iter().filter(|row| wanted.contains(&row.id)).map(|row| (row.id.clone(), row.name.clone()));
        Arc::new(named.collect())
    })
}

/// The name; the id if the name is unknown or empty.
fn name(names: &BTreeMap<ServerId, String>, id: &ServerId) -> String {
    names.get(id).filter(|name| !name.is_empty()).map_or_else(|| id.to_string(), Clone::clone)
}

/// The names of a policy's instances.
pub fn all(names: MemberNames, group: &ServerGroup) -> Vec<String> {
    names.with(|names| group.members.iter().map(|id| name(names, id)).collect())
}

/// The names in one line.
pub fn line(names: MemberNames, group: &ServerGroup) -> Text {
    if group.members.is_empty() {
        return tx(|t| t.policies().no_members);
    }
    all(names, group).join(", ").into()
}

/// The names as links.
pub fn links(names: MemberNames, members: Vec<ServerId>) -> AnyView {
    if members.is_empty() {
        return view! { <p class="dim">{tx(|t| t.policies().no_members)}</p> }.into_any();
    }
    live_view(move || {
        let link = |id: &ServerId| {
            let words = names.with(|names| name(names, id));
            view! { <li><a href=routes::href(&Route::Instance(id.clone())) dir="auto">{words}</a></li> }.into_any()
        };
        let links: Vec<_> = members.iter().map(link).collect();
        view! { <ul class="member-list">{links}</ul> }.into_any()
    })
    .into_any()
}
