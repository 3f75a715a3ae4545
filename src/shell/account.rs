//! The account menu: user, appearance, sign-out.

use super::late::LATE_SHELL;
use crate::browser::document;
use crate::browser::storage::{Preference, keep_preference, preference};
use crate::data::{self, Session};
use crate::locales::{Lang, Text, Words, filled, lang, set_lang, tx};
use crate::routes::{self, Route};
use crate::ui::{Icon, Kind, Menu, MenuItem};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Account(session: Signal<Option<Arc<Session>>>) -> AnyView {
    let user = Text::live(move || match session.get() {
        Some(session) if !session.user.is_empty() => session.user.clone().into(),
        _ => tx(|t| t.shell().account),
    });
    let (go, go_to) = (routes::go(), routes::go_to());
    let keeping = RwSignal::new(false);
    let items = move || {
        let mut items = look_items();
        let on = data::read_only().get();
        let switch = MenuItem::new(tx(|t| t.shell().read_only_switch), move || data::set_read_only(!on));
        items.push(switch.checked(on).apart());
        items.push(MenuItem::new(tx(|t| t.shell().keep_lists), move || keeping.set(true)));
        items.push(MenuItem::new(tx(|t| t.shell().about), move || go.run(Route::About)).icon(Icon::Info).apart());
        let leave = MenuItem::new(tx(|t| t.shell().sign_out), data::sign_out);
        items.push(leave.icon(Icon::Leave).apart());
        items.extend(leave_one(session.get(), go_to));
        items
    };
    view! {
        <div class="account"><Menu label=user items kind=Kind::Quiet icon_before=Icon::Person /></div>
        {LATE_SHELL.view_while(move || keeping.get(), move |late| (late.keep_lists)(keeping))}
    }
    .into_any()
}

/// Signs out of this project only, if another one is open, and shows that one.
fn leave_one(session: Option<Arc<Session>>, go: Callback<String>) -> Option<MenuItem> {
    let session = session?;
    let scope = session.scope.clone();
    let other = data::open_sessions()
        .with(|all| all.iter().map(|open| &open.session).find(|other| !other.scope.same_project(&scope)).cloned())?;
    let words = filled(|t| t.shell().switch_close, [("project", session.tenant_name.clone().into())]);
    let to = routes::href_in(&other.scope, &other.tenant_name, &Route::Instances);
    let leave = move || {
        go.run(to.clone());
        data::close(&scope);
    };
    Some(MenuItem::new(words, leave).icon(Icon::Leave))
}

/// Language, theme, row height and time zone as menu entries.
fn look_items() -> Vec<MenuItem> {
    let mut items: Vec<_> = Lang::ALL.into_iter().map(language).collect();
    let mut look = |kind: Preference, words: Words, value: Option<&'static str>, first: bool| {
        let is = preference(kind).as_deref() == value;
        let item = MenuItem::new(tx(words), move || keep(kind, value)).checked(is);
        items.push(if first { item.apart() } else { item });
    };
    look(Preference::Theme, |t| t.shell().theme_system, None, true);
    look(Preference::Theme, |t| t.shell().theme_light, Some("light"), false);
    look(Preference::Theme, |t| t.shell().theme_dark, Some("dark"), false);
    look(Preference::Density, |t| t.shell().density_dense, None, true);
    look(Preference::Density, |t| t.shell().density_roomy, Some("roomy"), false);
    look(Preference::Time, |t| t.shell().time_local, None, true);
    look(Preference::Time, |t| t.shell().time_utc, Some("utc"), false);
    items
}

fn language(of: Lang) -> MenuItem {
    MenuItem::new(of.own_name(), move || set_lang(of)).checked(lang() == of)
}

fn keep(kind: Preference, value: Option<&'static str>) {
    keep_preference(kind, value);
    document::apply_preferences();
}
