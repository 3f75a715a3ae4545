//! The dialog of columns and groups. What is changed applies at once.

use leptos::prelude::*;
use view::instances::{Column, GroupBy, chosen};

use super::Viewing;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::list::title;
use crate::reactive::Value;
use crate::ui::{Button, CheckField, Choice, Dialog, Icon, Kind, SelectField, TextField, live_view};

/// The choice of a metadata key, which is typed.
const META: &str = "meta.";

/// The dialog.
pub fn dialog(viewing: Viewing, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open title=tx(|t| t.views().edit_title)>
            {groups(viewing)}
            {columns(viewing)}
        </Dialog>
    }
    .into_any()
}

fn groups(viewing: Viewing) -> AnyView {
    let search = viewing.search;
    let word =
        Memo::new(move |_| search.with(|search| search.group.as_ref().map(GroupBy::to_word).unwrap_or_default()));
    // A key that is still to be typed groups nothing.
    let types = RwSignal::new(word.with_untracked(|word| word.starts_with(META)));
    let set = move |word: String| search.show(|search| search.group = GroupBy::parse(&word));
    let kind = Signal::derive(move || match types.get() {
        true => META.to_owned(),
        false => word.get(),
    });
    let kind = Value::new(kind, move |kind: String| {
        types.set(kind == META);
        set(kind);
    });
    let key = Signal::derive(move || word.with(|word| word.strip_prefix(META).unwrap_or_default().to_owned()));
    let key = Value::new(key, move |key: String| set([META, key.trim()].concat()));
    let choices = Signal::derive(move || {
        let mut all = vec![Choice::new("", tx(|t| t.views().ungrouped))];
        let offered = GroupBy::ALL.into_iter().filter(|by| viewing.everywhere || *by != GroupBy::Project);
        all.extend(offered.map(|by| Choice::new(by.to_word(), group_title(&by))));
        all.push(Choice::new(META, tx(|t| t.views().by_meta)));
        all
    });
    view! {
        <SelectField label=tx(|t| t.views().group_by) value=kind choices />
        {live_view(move || match types.get() {
            true => view! { <TextField label=tx(|t| t.views().meta_key) value=key mono=true /> }.into_any(),
            false => ().into_any(),
        })}
    }
    .into_any()
}

fn group_title(by: &GroupBy) -> Text {
    match by {
        GroupBy::Status => title(Column::Status),
        GroupBy::Zone => title(Column::Zone),
        GroupBy::Flavor => title(Column::Flavor),
        GroupBy::Image => title(Column::Image),
        GroupBy::Key => title(Column::Key),
        GroupBy::Network => title(Column::Network),
        GroupBy::Project => title(Column::Project),
        GroupBy::Age => tx(|t| t.views().by_age),
        GroupBy::Prefix => tx(|t| t.views().by_prefix),
        GroupBy::Meta(key) => key.clone().into(),
    }
}

/// The columns: first those that are shown, in their order, then the others.
fn columns(viewing: Viewing) -> AnyView {
    let shown = viewing.columns();
    let set = move |columns: Vec<Column>| viewing.search.show(|search| search.columns = chosen(columns.into_iter()));
    // The order in which they are listed stays while the dialog is open, except for what is moved: a box that is cleared does
    // not jump away from the pointer.
    let listed = RwSignal::new({
        let mut all = shown.get_untracked();
        all.extend(
            Column::ALL
                .into_iter()
                .filter(|column| viewing.offers(*column) && !all.contains(column))
                .collect::<Vec<_>>(),
        );
        all
    });
    let apply = move |keep: &dyn Fn(Column) -> bool| {
        set(listed.with_untracked(|all| all.iter().copied().filter(|column| keep(*column)).collect()));
    };
    let switch = move |column: Column, on: bool| {
        let now = shown.get_untracked();
        apply(&|one| if one == column { on } else { now.contains(&one) });
    };
    let step = move |column: Column, down: bool| {
        let now = shown.get_untracked();
        listed.update(|all| {
            let at = all.iter().position(|one| *one == column);
            let other = at.and_then(|at| if down { Some(at + 1) } else { at.checked_sub(1) });
            // The name stays first.
            if let (Some(at), Some(other)) = (at, other.filter(|other| *other > 0 && *other < all.len())) {
                all.swap(at, other);
            }
        });
        apply(&|one| now.contains(&one));
    };
    let row = move |column: Column| {
        let value =
            Value::new(Signal::derive(move || shown.with(|all| all.contains(&column))), move |on| switch(column, on));
        let name = move || [("name", title(column))];
        view! {
            <li class="column-row">
                <CheckField label=title(column) value />
                <Button label=filled(|t| t.views().up, name()) kind=Kind::IconOnly icon_before=Icon::Rising
                    on_click=move || step(column, false) />
                <Button label=filled(|t| t.views().down, name()) kind=Kind::IconOnly icon_before=Icon::Falling
                    on_click=move || step(column, true) />
            </li>
        }
        .into_any()
    };
    let others =
        move || listed.with(|all| all.iter().copied().filter(|column| *column != Column::Name).collect::<Vec<_>>());
    let usual = move || {
        set(Vec::new());
        listed.update(|all| {
            let mut now: Vec<Column> = Column::USUAL.into_iter().filter(|column| viewing.offers(*column)).collect();
            now.extend(all.iter().copied().filter(|column| !Column::USUAL.contains(column)));
            *all = now;
        });
    };
    view! {
        <fieldset class="column-rows">
            <legend>{tx(|t| t.views().columns)}</legend>
            <ul><For each=others key=|column| *column children=row /></ul>
            <Button label=tx(|t| t.views().usual) kind=Kind::Quiet on_click=usual />
        </fieldset>
    }
    .into_any()
}
