//! A table with a search box for choosing one of up to thousands: images, flavors, subnets. Rows that cannot be chosen
//! are shown with the reason.

use super::field::error_line;
use super::icon::{Icon, icon};
use super::live::{fresh_id, live, live_view};
use super::search::SearchBox;
use crate::browser::focus;
use crate::locales::{Text, counted, tx};
use crate::reactive::Value;
use ::view::fold;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows rendered at once; if there are more, the person has to search.
const SHOWN: usize = 60;

/// A column of a picker.
#[derive(Clone)]
pub struct PickerColumn {
    pub title: Text,
    /// Right-aligned.
    pub number: bool,
}

/// A row of a picker.
#[derive(Clone)]
pub struct PickerRow {
    /// The value to store.
    pub id: String,
    /// One text per column; the first is the row's name.
    pub cells: Vec<Text>,
    /// The searched text, in lower case.
    pub haystack: String,
    /// Why it cannot be chosen.
    pub excluded: Option<Text>,
}

/// The picker. Rows that can be chosen come first, in the given order.
#[component]
pub fn Picker(
    #[prop(into)] label: Text,
    columns: Vec<PickerColumn>,
    #[prop(into)] rows: Signal<Arc<[PickerRow]>>,
    #[prop(into)] value: Value<String>,
    #[prop(into, optional)] hint: Text,
    #[prop(into, optional)] error: Signal<Option<Text>>,
    #[prop(into, optional)] loading: Signal<bool>,
    /// Further filters next to the search box.
    #[prop(optional)]
    narrow: Option<AnyView>,
) -> AnyView {
    let name = fresh_id("picker");
    let (label_id, error_id) = (format_id(&name, "-label"), format_id(&name, "-error"));
    // Enter and arrow down move from the search box to the first row that can be chosen.
    let first = StoredValue::new(["#", &name, " input:enabled"].concat());
    let table_id = name.clone();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| Found(rows.with(|rows| find(rows, &typed.get()))));
    let head: Vec<_> = columns.iter().map(heading).collect();
    let columns = Arc::new(columns);
    let body = live_view(move || {
        let found = found.get().0;
        let drawn = found.iter().take(SHOWN).map(|row| draw(row, &columns, &name, value));
        drawn.collect::<Vec<_>>().into_any()
    });
    let left = Signal::derive(move || found.with(|found| found.0.len().saturating_sub(SHOWN)));
    let empty = Signal::derive(move || !loading.get() && found.with(|found| found.0.is_empty()));
    let more = live_view(move || match (left.get(), empty.get(), loading.get()) {
        (_, _, true) => view! { <p class="picker-note">{tx(|t| t.common().loading)}</p> }.into_any(),
        (_, true, _) => view! { <p class="picker-note">{tx(|t| t.common().nothing_found)}</p> }.into_any(),
        (0, _, _) => ().into_any(),
        _ => view! { <p class="picker-note">{counted(|t| &t.common().more_choices, left)}</p> }.into_any(),
    });
    let many = Signal::derive(move || rows.with(|rows| rows.len() > 8));
    let search = live_view(move || match many.get() {
        true => view! {
            <SearchBox label=tx(|t| t.common().search) value=typed on_input=move |text| typed.set(text)
                on_rows=move || focus::focus(&first.get_value()) />
        }
        .into_any(),
        false => ().into_any(),
    });
    let (labelled, described) = (label_id.clone(), error_id.clone());
    let invalid = live(move || error.with(Option::is_some).then_some("true"));
    view! {
        <div class="field picker" role="radiogroup" tabindex="-1" aria-labelledby=labelled
            aria-invalid=invalid aria-describedby=described>
            <div class="field-head">
                <span class="field-label" id=label_id>{label}</span>
                <div class="picker-tools">{narrow}{search}</div>
            </div>
            <p class="field-hint">{hint}</p>
            <div class="picker-scroll" tabindex="-1">
                <table class="picker-table" id=table_id>
                    <thead><tr><th scope="col" class="picker-dot"><span class="sr-only">{tx(|t| t.common().status)}</span></th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
                {more}
            </div>
            {error_line(error, error_id)}
        </div>
    }
    .into_any()
}

/// Search results; never compared, because texts cannot be.
#[derive(Clone)]
struct Found(Vec<PickerRow>);

impl PartialEq for Found {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Rows that contain every typed word; those that can be chosen first.
fn find(rows: &[PickerRow], typed: &str) -> Vec<PickerRow> {
    let typed = fold(typed);
    let holds = |row: &&PickerRow| typed.split_whitespace().all(|word| row.haystack.contains(word));
    let (possible, excluded): (Vec<_>, Vec<_>) =
        rows.iter().filter(holds).cloned().partition(|row| row.excluded.is_none());
    possible.into_iter().chain(excluded).collect()
}

fn format_id(name: &str, suffix: &str) -> String {
    let mut id = String::from(name);
    id.push_str(suffix);
    id
}

fn heading(column: &PickerColumn) -> AnyView {
    let class = if column.number { "number" } else { "" };
    view! { <th scope="col" class=class>{column.title.clone()}</th> }.into_any()
}

fn draw(row: &PickerRow, columns: &[PickerColumn], group: &str, value: Value<String>) -> AnyView {
    let excluded = row.excluded.is_some();
    let input_id = format_id(group, &row.id);
    let (own, mine, chosen) = (row.id.clone(), row.id.clone(), row.id.clone());
    let cells = row.cells.iter().zip(columns).enumerate().map(|(at, (text, column))| {
        let text = text.clone();
        if at > 0 {
            let class = if column.number { "number" } else { "" };
            return view! { <td class=class>{text}</td> }.into_any();
        }
        let why = row.excluded.clone().map(|why| view! { <span class="picker-why">{why}</span> });
        view! { <th scope="row"><label for=input_id.clone()>{text}</label>{why}</th> }.into_any()
    });
    let cells: Vec<_> = cells.collect();
    let class = move || match (excluded, value.with(|value| *value == mine)) {
        (true, _) => "excluded",
        (false, true) => "chosen",
        (false, false) => "",
    };
    let click = move |_| {
        if !excluded {
            value.set(chosen.clone());
        }
    };
    view! {
        <tr class=live(class) on:click=click>
            <td class="picker-dot">
                <input type="radio" id=input_id name=group.to_string() disabled=excluded
                    prop:checked=live(move || value.with(|value| *value == own))
                    aria-label=row.cells.first().cloned().unwrap_or_default() />
                {icon(Icon::Check)}
            </td>
            {cells}
        </tr>
    }
    .into_any()
}
