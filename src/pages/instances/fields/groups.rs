//! Security groups: any number. With none, the cloud uses the group `default`.

use super::rules;
use super::typed::{Typed, pick_or_type};
use crate::locales::tx;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::reactive::Value;
use crate::shared::alike::Alike;
use crate::ui::{fresh_id, live, live_view};
use cloud::create::Field;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;

pub fn groups(form: Form) -> AnyView {
    let list = form.known.groups;
    let groups = form.value(part!(security_groups));
    let type_in = move || {
        // The text field holds several names separated by commas.
        let text = RwSignal::new(groups.with_untracked(|names| names.join(", ")));
        let value = Value::new(text, move |typed: String| {
            groups.set(names(&typed));
            text.set(typed);
        });
        let (label, hint) = (tx(|t| t.create().groups), tx(|t| t.create().groups_id_hint));
        let error = form.error(Field::SecurityGroups);
        Typed { label, value, hint, error, optional: true, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, move || boxes(form, groups), type_in)
}

/// The names typed into the text field that replaces a missing list.
fn names(typed: &str) -> Vec<String> {
    typed.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn boxes(form: Form, chosen: Value<Vec<String>>) -> AnyView {
    let list = form.known.groups;
    let hint_id = fresh_id("groups");
    let described = hint_id.clone();
    let hint = live_view(move || match chosen.with(Vec::is_empty) {
        true => view! { <span>{tx(|t| t.create().groups_none)}</span> }.into_any(),
        false => view! { <span>{tx(|t| t.create().groups_hint)}</span> }.into_any(),
    });
    let rows = live_view(move || match list.value.get() {
        None => view! { <p class="picker-note">{tx(|t| t.common().loading)}</p> }.into_any(),
        Some(groups) if groups.is_empty() => {
            view! { <p class="picker-note">{tx(|t| t.create().groups_empty)}</p> }.into_any()
        }
        Some(groups) => {
            let alike = Alike::groups(&groups);
            groups.iter().map(|group| row(chosen, group, &alike)).collect::<Vec<_>>().into_any()
        }
    });
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend>{tx(|t| t.create().groups)}" "<span class="field-optional">{tx(|t| t.common().optional)}</span></legend>
            <div class="create-boxes">{rows}</div>
            <p class="field-hint" id=hint_id>{hint}</p>
        </fieldset>
    }
    .into_any()
}

fn row(chosen: Value<Vec<String>>, group: &SecurityGroup, alike: &Alike) -> AnyView {
    let (own, toggled) = (group.id.0.clone(), group.id.0.clone());
    let checked = live(move || chosen.with(|chosen| chosen.contains(&own)));
    let (id, note) = (fresh_id("group"), fresh_id("group"));
    let toggle = move |_| {
        let mut ids = chosen.get_untracked();
        match ids.iter().position(|id| *id == toggled) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(toggled.clone()),
        }
        chosen.set(ids);
    };
    view! {
        <div class="create-box">
            <input type="checkbox" id=id.clone() prop:checked=checked aria-describedby=note.clone() on:change=toggle />
            <label for=id>{alike.group(group)}</label>
            <p class="field-hint" id=note>{rules::summary(group)}</p>
        </div>
    }
    .into_any()
}
