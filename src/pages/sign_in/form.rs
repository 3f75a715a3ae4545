//! The form of one cloud.

use crate::browser::dom;
use crate::routes::{self, Route};
use cloud::Failure;
use cloud::config::CloudConfig;
use cloud::sign_in::{Draft, Field, Method, SignIn, check};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::fields::{Typed, field};
use super::refused::refused;
use crate::browser::focus;
use crate::data::{self, Session};
use crate::locales::{filled, tx};
use crate::ui::{Button, CheckField, Kind, LATE_UI, live_view, nothing, toast};

/// The state of an attempt to sign in.
#[derive(Clone, Copy)]
pub struct Attempt {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    route: Memo<Route>,
    go: Callback<String>,
}

impl Attempt {
    /// No attempt so far.
    pub fn new() -> Self {
        let (route, go) = (routes::current(), routes::go_to());
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None), route, go }
    }

    /// Whether it is under way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Signs in. On success the form disappears, because the session has changed. Of `regions`, the first that the project
    /// has is opened.
    pub fn send(self, cloud: CloudConfig, valid: SignIn, typed: (Method, Draft), keep: bool, regions: Vec<String>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = data::sign_in(cloud, valid, typed, keep, &regions).await;
            if let Ok(session) = &answer {
                remark_on_region(session, &regions);
            }
            // The form, and its signals, may be gone.
            let _ = self.busy.try_set(false);
            match answer {
                // Another project besides the open ones: shows its instances.
                Ok(session) if self.route.try_get_untracked() == Some(Route::SignIn) => {
                    self.go.run(routes::href_in(&session.scope, &session.tenant_name, &Route::Instances));
                }
                Ok(_) => {}
                Err(failure) => {
                    let _ = self.failure.try_set(Some(failure));
                    LATE_UI.with(|_| focus::reveal(".sign-in-form .failure"));
                }
            }
        });
    }

    /// The failure of the last attempt.
    pub fn answer(self, method: Signal<Method>) -> AnyView {
        live_view(move || match self.failure.get() {
            Some(failure) => refused(failure, method.get()),
            None => ().into_any(),
        })
        .into_any()
    }
}

/// Reports it if the project has none of the regions in the file.
fn remark_on_region(session: &Session, regions: &[String]) {
    if let Some(first) = regions.first()
        && !regions.iter().any(|region| session.region_named(region).is_some())
    {
        let here = session.scope.region.as_str().to_owned();
        toast::bad(filled(|t| t.sign_in().no_region, [("region", first.clone().into()), ("here", here.into())]));
    }
}

/// All fields of the method in `method`.
#[component]
pub fn Form(
    #[prop(into)] cloud: Signal<CloudConfig>,
    #[prop(into)] method: Signal<Method>,
    typed: Typed,
    keep: RwSignal<bool>,
    /// Leaves out fields that are already filled in.
    #[prop(optional)]
    only_empty: bool,
    /// See [`Attempt::send`].
    #[prop(optional)]
    regions: Vec<String>,
) -> AnyView {
    let attempt = Attempt::new();
    let submit = move |event: dom::SubmitEvent| {
        event.prevent_default();
        typed.sent.set(true);
        let (method, draft) = untrack(|| (method.get(), typed.draft()));
        match check(method, &draft) {
            Ok(valid) => {
                let (cloud, keep) = untrack(|| (cloud.get(), keep.get()));
                attempt.send(cloud, valid, (method, draft), keep, regions.clone());
            }
            Err(_) => focus::focus_first_error(),
        }
    };
    let choice = live_view(move || match data::is_sealed(&cloud.get(), method.get()) {
        true => nothing(),
        false => view! { <CheckField label=tx(|t| t.sign_in().keep) hint=tx(|t| t.sign_in().keep_hint) value=keep /> }
            .into_any(),
    });
    view! {
        <form class="sign-in-form" on:submit=submit novalidate>
            {live_view(move || inputs(method.get(), typed, only_empty))}
            {choice}
            {attempt.answer(method)}
            <Button label=tx(|t| t.sign_in().submit) kind=Kind::Primary busy=attempt.busy() submit=true />
        </form>
    }
    .into_any()
}

fn inputs(method: Method, typed: Typed, only_empty: bool) -> AnyView {
    let draft = untrack(|| typed.draft());
    let asked = |at: &Field| !only_empty || (draft.get(*at).is_empty() && !method.optional(*at));
    let fields: Vec<Field> = method.fields().iter().copied().filter(asked).collect();
    let empty = |at: &Field| draft.get(*at).is_empty() && !method.optional(*at);
    // The first empty field gets the focus.
    let focused = fields.iter().position(empty).unwrap_or_default();
    fields
        .iter()
        .enumerate()
        .map(|(at, name)| field(method, *name, typed, at == focused))
        .collect::<Vec<_>>()
        .into_any()
}
