//! What the rows of the form share: the box, the error messages, and the list that becomes a text field if it cannot be
//! loaded.

use super::typed::Typed;
use crate::locales::{Text, tx};
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::known::Trouble;
use crate::pages::instances::create::rows::At;
use crate::pages::instances::create::words;
use crate::reactive::{Value, effect};
use crate::ui::{Button, Choice, Icon, Kind, PickerRow, SelectField, live_view};
use leptos::prelude::*;

pub struct RowBox {
    pub title: Text,
    pub remove: Text,
    pub on_remove: Callback<()>,
}

impl RowBox {
    pub fn draw(self, inside: AnyView) -> AnyView {
        let (on_remove, name) = (self.on_remove, self.title.clone());
        view! {
            <div class="create-row" role="group" aria-label=name>
                <div class="create-row-head">
                    <strong>{self.title}</strong>
                    <Button label=self.remove kind=Kind::IconOnly icon_before=Icon::Trash on_click=move || on_remove.run(()) />
                </div>
                <div class="create-row-fields">{inside}</div>
            </div>
        }
        .into_any()
    }
}

/// The error message of a field in a row.
pub fn error_in_row(form: Form, at: At) -> Signal<Option<Text>> {
    form.error_at(at.mark(), Signal::derive(move || at.field()))
}

/// [`Form::leave`] for a field in a row.
pub fn leave_row(form: Form, at: At, value: Value<String>) -> Callback<()> {
    form.leave(at.mark(), value)
}

/// A list to choose from, or a text field for the id without a list. After a choice the field counts as visited at
/// once.
pub fn select_or_type(
    form: Form,
    at: At,
    label: Text,
    value: Value<String>,
    choices: Signal<Vec<Choice>>,
    error: Signal<Option<Text>>,
    (id_label, typed, trouble): (Text, Memo<bool>, Trouble),
) -> AnyView {
    effect(move || {
        if !value.with(String::is_empty) {
            form.mark(at.mark());
        }
    });
    let choices = Signal::derive(move || {
        let none = Choice::new("", tx(|t| t.create_more().choose));
        [none].into_iter().chain(choices.get()).collect()
    });
    live_view(move || match typed.get() {
        true => {
            let hint = tx(|t| t.create().network_id_hint);
            Typed { label: id_label.clone(), value, hint, error, optional: false, trouble }.draw()
        }
        false => view! { <SelectField label=label.clone() value choices error /> }.into_any(),
    })
    .into_any()
}

/// The rows of a picker as choices of a select, with the text of these cells.
pub fn choices(rows: &[PickerRow], cells: &[usize]) -> Vec<Choice> {
    let choice = |row: &PickerRow| {
        let said = cells.iter().map(|at| row.cells.get(*at).cloned()).collect::<Vec<_>>();
        Choice::new(row.id.clone(), words::joined(said)).excluded(row.excluded.clone())
    };
    rows.iter().map(choice).collect()
}
