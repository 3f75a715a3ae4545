//! The dialog that saves the view under a name.

use leptos::prelude::*;
use view::instances::Search;
use view::named::{self, NAME_MAX, NameProblem, Named, Problem};

use super::{Viewing, kept};
use crate::locales::{Text, filled, tx};
use crate::ui::{ConfirmDialog, Hint, Submit, TextField, toast};

/// The dialog.
pub fn dialog(viewing: Viewing, open: RwSignal<bool>) -> AnyView {
    let known = kept::read();
    let refused = match known {
        Err(Problem::Newer) => Some(tx(|t| t.views().newer)),
        Err(Problem::NotViews) | Ok(_) => None,
    };
    let views = StoredValue::new(known.unwrap_or_default());
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let problem = Signal::derive(move || {
        let name = name.with(|name| named::clean(name));
        views.with_value(|views| named::check(&name, views))
    });
    let why = refused.clone();
    let error = Signal::derive(move || match (&why, problem.get()) {
        (Some(why), _) => Some(why.clone()),
        (None, Some(NameProblem::Missing)) if tried.get() => Some(tx(|t| t.views().name_missing)),
        (None, Some(NameProblem::TooLong)) => Some(filled(|t| t.views().name_long, [("max", NAME_MAX.into())])),
        _ => None,
    });
    let taken = Memo::new(move |_| problem.get() == Some(NameProblem::Taken));
    let submit: Submit = Submit::at_once(move || {
        tried.set(true);
        if refused.is_some() || matches!(problem.get_untracked(), Some(NameProblem::Missing | NameProblem::TooLong)) {
            return;
        }
        let name = name.with_untracked(|name| named::clean(name));
        let query = untrack(|| viewing.search.with(Search::to_query));
        let mut all = views.get_value();
        if !named::put(&mut all, Named { name: name.clone(), query }) {
            return toast::bad(tx(|t| t.views().too_many));
        }
        match kept::write(&all) {
            true => toast::done(filled(|t| t.views().saved, [("name", name.into())])),
            false => toast::bad(tx(|t| t.views().not_kept)),
        }
        open.set(false);
    });
    let confirm = Text::live(move || match taken.get() {
        true => tx(|t| t.views().replace_button),
        false => tx(|t| t.views().save_button),
    });
    let hint = Text::live(move || if taken.get() { tx(|t| t.views().name_taken) } else { Text::default() });
    view! {
        <ConfirmDialog open title=tx(|t| t.views().save_title) confirm submit>
            <Hint words=tx(|t| t.views().save_text) />
            <TextField label=tx(|t| t.views().name) value=name hint=hint.clone() error autofocus=true />
        </ConfirmDialog>
    }
    .into_any()
}
