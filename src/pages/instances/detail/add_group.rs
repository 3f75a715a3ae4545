//! The dialog that adds a security group to all ports of an instance (row S28).

use std::sync::Arc;

use ::view::fold;
use cloud::security::is_open_to_world;
use cloud::wire::{SecurityGroup, name_for_compute};
use leptos::prelude::*;

use super::groups::names_of;
use super::network::name;
use crate::browser::focus;
use crate::data::{self, Live};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::words::Row;
use crate::ui::{ConfirmForm, Dialog, Hint, Picker, PickerColumn, PickerRow, Submit, TextField, live_view};

pub fn dialog(open: RwSignal<bool>, row: Row, list: Live<Arc<[SecurityGroup]>>) -> AnyView {
    let title = filled(|t| t.instance().add_group_title, [("name", name(row))]);
    view! { <Dialog open title>{form(open, row, list)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, row: Row, list: Live<Arc<[SecurityGroup]>>) -> AnyView {
    let (value, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let submit = Submit::new(move || {
        tried.set(true);
        let wanted = list
            .value
            .with_untracked(|list| name_for_compute(list.as_deref().unwrap_or_default(), &value.get_untracked()));
        let (server, wanted) = (row.get_untracked()?, focus::filled(wanted)?);
        Some(async move {
            data::add_group_to(&server.id, &wanted).await?;
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let error = Signal::derive(move || {
        (tried.get() && value.with(|value| value.trim().is_empty())).then(|| tx(|t| t.instance().choose_group))
    });
    // Without the list the user types the name: the compute API identifies groups by name.
    let typed = Memo::new(move |_| list.value.with(Option::is_none) && list.failure().is_some());
    let field = live_view(move || {
        match typed.get() {
        true => view! {
            <TextField label=tx(|t| t.instance().group_name) value hint=tx(|t| t.instance().group_name_hint) error mono=true />
        }
        .into_any(),
        false => picker(row, list, value, error),
    }
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.instance().add_group) submit>
            {field}
            <Hint words=tx(|t| t.instance().add_group_text) />
        </ConfirmForm>
    }
    .into_any()
}

fn picker(row: Row, list: Live<Arc<[SecurityGroup]>>, value: RwSignal<String>, error: Signal<Option<Text>>) -> AnyView {
    let rows = Signal::derive(move || {
        let has = row.with(|server| server.as_deref().map(names_of)).unwrap_or_default();
        let list = list.value.get().unwrap_or_default();
        list.iter().map(|group| choice(group, &has)).collect::<Arc<[PickerRow]>>()
    });
    let column = |title: Text, number: bool| PickerColumn { title, number };
    let columns = vec![
        column(tx(|t| t.common().name), false),
        column(tx(|t| t.security_groups().description), false),
        column(tx(|t| t.security_groups().rules), true),
    ];
    let loading = Signal::derive(move || list.value.with(Option::is_none));
    view! { <Picker label=tx(|t| t.instance().group) columns rows value error loading /> }.into_any()
}

fn choice(group: &SecurityGroup, has: &[String]) -> PickerRow {
    let name = if group.name.is_empty() { group.id.0.clone() } else { group.name.clone() };
    let open = group.rules.iter().any(is_open_to_world);
    let rules = counted(|t| &t.security_groups().count_rules, group.rules.len());
    let rules = if open { filled(|t| t.security_groups().and_open, [("rules", rules)]) } else { rules };
    PickerRow {
        id: group.id.0.clone(),
        haystack: [fold(&name), fold(&group.description)].join(" "),
        excluded: has.contains(&group.name).then(|| tx(|t| t.instance().group_has)),
        cells: vec![name.into(), group.description.clone().into(), rules],
    }
}
