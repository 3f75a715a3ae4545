//! Signing in again in a dialog over the page: after the session has ended, or before.

use std::sync::Arc;

use cloud::config::DemoLogin;
use leptos::prelude::*;

use super::demo::demo;
use super::fields::Typed;
use super::form::Form;
use crate::data::{self, Session, SessionState};
use crate::locales::{Text, Words, filled, tx};
use crate::ui::{Button, Kind, LATE_UI, live_view};

/// The dialog after a session has ended, which cannot be closed: it shows the user and asks for the secret.
pub fn again(ended: RwSignal<bool>) -> AnyView {
    dialog(ended, |t| t.shell().session_ended, true)
}

/// The same dialog before the end, which can be closed.
pub fn renew(open: RwSignal<bool>) -> AnyView {
    dialog(open, |t| t.shell().renew, false)
}

/// Loaded with the late part of `ui`, because the first page needs no dialog.
fn dialog(open: RwSignal<bool>, title: Words, stays: bool) -> AnyView {
    LATE_UI.view_while(|| true, move |late| (late.dialog)(open, tx(title), stays, Arc::new(again_in)))
}

fn again_in() -> AnyView {
    let state = data::session();
    // The session when the dialog was opened, because a second refusal must not clear what is typed.
    let ended = Memo::new(move |_| state.get().session().map(|session| Same(session.clone())));
    live_view(move || match ended.get() {
        Some(Same(session)) => form(session),
        None => ().into_any(),
    })
    .into_any()
}

fn form(session: Arc<Session>) -> AnyView {
    let (method, draft) = session.typed.clone();
    let keep = RwSignal::new(session.kept);
    let cloud = session.cloud.clone();
    let is_demo = |login: &DemoLogin| login.user == session.user && login.tenant == session.scope.tenant.as_str();
    let fields = match cloud.demo.clone().filter(is_demo) {
        Some(login) => demo(cloud.clone(), login),
        None => {
            let (cloud, method) = (Signal::stored(cloud.clone()), Signal::stored(method));
            view! { <Form cloud method typed=Typed::new(draft) keep only_empty=true /> }.into_any()
        }
    };
    let lasts = matches!(data::session().get_untracked(), SessionState::SignedIn(_));
    let lead: Words = match (lasts, data::idle_locked(&session)) {
        (true, _) => |t| t.sign_in_more().renew_lead,
        (false, true) => |t| t.sign_in_more().again_idle,
        (false, false) => |t| t.sign_in_more().again_lead,
    };
    // The page of all projects continues without this session.
    let leave = match (lasts, data::worked_in()) {
        (true, _) => ().into_any(),
        (false, Some(_)) => {
            let cancel = move || data::work_in(None);
            view! { <Button label=tx(|t| t.common().cancel) kind=Kind::Quiet on_click=cancel /> }.into_any()
        }
        (false, None) => {
            view! { <Button label=tx(|t| t.sign_in_more().leave) kind=Kind::Quiet on_click=data::sign_out /> }
                .into_any()
        }
    };
    view! {
        <p>{filled(lead, [("cloud", cloud.name.clone().into())])}</p>
        <p class="sign-in-who">{who(&session)}</p>
        {fields}
        {leave}
    }
    .into_any()
}

/// A pasted token does not reveal the user.
fn who(session: &Session) -> Text {
    let project = session.tenant_name.clone();
    if session.user.is_empty() {
        return project.into();
    }
    filled(|t| t.sign_in_more().again_as, [("user", session.user.clone().into()), ("project", project.into())])
}

/// Equal if it is the same session.
#[derive(Clone)]
struct Same(Arc<Session>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
