//! The words of the headings of groups: the value, how many rows, and what they add up to.

use leptos::prelude::*;
use view::instances::{Age, Group, GroupBy, StatusGroup, group_word, heading as key_of};

use crate::locales::{Text, Words, counted_once as count, tx};
use crate::pages::instances::list::{FoundRows, Shown, group_name};
use crate::pages::instances::words;
use crate::ui::RowId;
use crate::ui::amounts::joined;

/// The words of a heading.
pub fn heading(search: Shown, found: FoundRows, id: Signal<RowId>) -> AnyView {
    let by = Memo::new(move |_| search.with(|search| search.group.clone()));
    let name = Text::live(move || {
        let by = by.get();
        id.with(|id| name(by.as_ref(), key_of(id).unwrap_or_default()))
    });
    let sums = Text::live(move || {
        let group = found
            .groups
            .with(|groups| id.with(|id| groups.iter().find(|group| Some(&*group.key) == key_of(id)).cloned()));
        group.map(|group| sums(&group)).unwrap_or_default()
    });
    view! { <span class="group-name" dir="auto">{name}</span><span class="group-sums">{sums}</span> }.into_any()
}

/// The name of a group.
pub fn name(by: Option<&GroupBy>, key: &str) -> Text {
    let age: fn(Age) -> Words = |age| match age {
        Age::Day => |t| t.views().age_day,
        Age::Week => |t| t.views().age_week,
        Age::Month => |t| t.views().age_month,
        Age::Year => |t| t.views().age_year,
        Age::Older => |t| t.views().age_older,
    };
    let known = match by {
        _ if key.is_empty() => Some(tx(|t| t.views().nothing)),
        Some(GroupBy::Status) => StatusGroup::ALL.into_iter().find(|group| group_word(*group) == key).map(group_name),
        Some(GroupBy::Age) => Age::ALL.into_iter().find(|one| one.as_str() == key).map(|one| tx(age(one))),
        _ => None,
    };
    known.unwrap_or_else(|| key.to_owned().into())
}

fn sums(group: &Group) -> Text {
    let known = group.unknown < group.rows;
    let vcpus = usize::try_from(group.vcpus).unwrap_or(usize::MAX);
    joined([
        Some(count(|t| &t.instances().count, group.rows)),
        known.then(|| count(|t| &t.common().vcpus, vcpus)),
        known.then(|| words::megabytes(group.ram_mb)),
        (known && group.unknown > 0).then(|| count(|t| &t.views().unknown, group.unknown)),
    ])
}
