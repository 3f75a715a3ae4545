//! The dialog for the name and description of a new or existing group.

use cloud::Failure;
use cloud::rules::limits::GROUP_TEXT_MAX;
use cloud::security::{Field, FieldError, GroupDraft, GroupRequest, Problem, group as check};
use leptos::prelude::*;

use super::{Chosen, words};
use crate::browser::focus;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::routes::{self, Route};
use crate::ui::{ConfirmForm, Dialog, Hint, Submit, TextField, toast};

pub fn dialog(chosen: Chosen) -> AnyView {
    let Chosen { open, group } = chosen;
    let title = Text::live(move || match group.get() {
        None => tx(|t| t.security_groups().create),
        Some(group) => filled(|t| t.security_groups().edit_title, [("name", words::name(&group).into())]),
    });
    let go = routes::go();
    view! { <Dialog open title>{form(chosen, go)}</Dialog> }.into_any()
}

fn form(chosen: Chosen, go: Callback<Route>) -> AnyView {
    let Chosen { open, group } = chosen;
    let before = group.get_untracked();
    let is_new = before.is_none();
    let (name, description) =
        before.as_ref().map(|group| (group.name.clone(), group.description.clone())).unwrap_or_default();
    let (name, description) = (RwSignal::new(name), RwSignal::new(description));
    let tried = RwSignal::new(false);
    let checked = move || check(&GroupDraft { name: name.get(), description: description.get() });
    let submit = Submit::new(move || {
        tried.set(true);
        let request = focus::valid(untrack(checked))?;
        let before = group.get_untracked();
        Some(async move {
            match before {
                None => create(request, open, go).await,
                Some(before) => {
                    data::update_security_group(&before.id, &request).await?;
                    toast::done(tx(|t| t.security_groups().saved));
                    let _ = open.try_set(false);
                    Ok(())
                }
            }
        })
    });
    let error =
        move |field: Field| Signal::derive(move || error(checked().err().unwrap_or_default(), field, tried.get()));
    let counter = Signal::derive(move || (name.with(|name| name.trim().chars().count()), GROUP_TEXT_MAX));
    let confirm = if is_new { tx(|t| t.security_groups().create) } else { tx(|t| t.security_groups().save) };
    view! {
        <ConfirmForm open confirm submit>
            <TextField label=tx(|t| t.common().name) value=name counter error=error(Field::Name) autofocus=true />
            <TextField label=tx(|t| t.security_groups().description) value=description optional=true
                error=error(Field::Description) />
            {is_new.then(|| view! { <Hint words=tx(|t| t.security_groups().create_text) /> })}
        </ConfirmForm>
    }
    .into_any()
}

/// Creates the group and opens its page, because a new group has no incoming rules yet.
async fn create(request: GroupRequest, open: RwSignal<bool>, go: Callback<Route>) -> Result<(), Failure> {
    let made = data::create_security_group(&request).await?;
    toast::done(filled(|t| t.security_groups().created, [("name", made.name.clone().into())]));
    // Close before leaving the page: a dialog that closes later would move the focus.
    let _ = open.try_set(false);
    go.try_run(Route::SecurityGroup(made.id));
    Ok(())
}

/// The error of a field. A missing value is reported only after an attempt to send.
fn error(errors: Vec<FieldError>, field: Field, tried: bool) -> Option<Text> {
    let problem = errors.into_iter().find(|error| error.field == field)?.problem;
    (tried || problem != Problem::Missing).then(|| words::problem(field, problem))
}
