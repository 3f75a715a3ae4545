//! The sign-in page.

use std::sync::Arc;

use cloud::config::{AppConfig, CloudConfig};
use cloud::sign_in::{Draft, Method, names_version};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::demo::demo;
use super::elsewhere::elsewhere;
use super::fields::Typed;
use super::form::Form;
use super::import::{Fill, Filled, import};
use super::unconfigured;
use crate::data::{self, ConfigState};
use crate::locales::{Lang, Text, lang, set_lang, tx};
use crate::routes::{self, Located, Route};
use crate::ui::{Choice, Icon, SelectField, Skeleton, icon, live, live_view, nothing};

/// The sign-in page, below its heading: the cloud and the form.
pub fn first() -> AnyView {
    let config = data::config();
    live_view(move || match config.get() {
        ConfigState::Loading => view! { <Skeleton rows=4 /> }.into_any(),
        ConfigState::Ready(config) => choose(config),
        ConfigState::Failed(failure) => unconfigured::page(failure),
    })
    .into_any()
}

/// The choice of a cloud; not shown if there is only one.
fn choose(config: Arc<AppConfig>) -> AnyView {
    let wanted = match routes::located().get_untracked() {
        Located::At(scope) => config.cloud(&scope.cloud),
        Located::Nowhere | Located::Malformed => None,
    };
    let first = wanted.or(config.clouds.first()).map(|cloud| cloud.id.clone()).unwrap_or_default();
    let chosen = RwSignal::new(first);
    let choices =
        config.clouds.iter().map(|cloud| Choice::new(cloud.id.clone(), cloud.name.clone())).collect::<Vec<_>>();
    let picker = (choices.len() > 1).then(|| {
        view! { <SelectField label=tx(|t| t.sign_in().cloud) value=chosen choices=Signal::stored(choices) /> }
    });
    let (kept, cloud) = (config.clone(), move |config: &AppConfig| chosen.with(|id| config.cloud(id).cloned()));
    let sealed = Memo::new(move |_| cloud(&kept).is_some_and(|cloud| kept.keeps_tokens_of(&cloud)));
    let lead = Text::live(move || match sealed.get() {
        true => tx(|t| t.sign_in().lead_sealed),
        false => tx(|t| t.sign_in().lead),
    });
    let above = elsewhere(config.clone());
    let filled = RwSignal::new(None::<Filled>);
    let import = import(Fill { config: config.clone(), chosen, filled });
    let draw = live_view(move || {
        let cloud = cloud(&config);
        cloud.map(|cloud| one_cloud(filled.get().filter(|filled| filled.cloud == cloud.id), cloud)).into_any()
    });
    view! { {above}<p class="sign-in-lead dim">{lead}</p>{picker}{import}{draw} }.into_any()
}

/// With a file only the form is shown, even if the cloud has a demo.
fn one_cloud(filled: Option<Filled>, cloud: CloudConfig) -> AnyView {
    match cloud.demo.clone().filter(|_| filled.is_none()) {
        None => ways(filled, cloud),
        Some(login) => {
            let other = cloud.clone();
            view! {
                {demo(cloud, login)}
                <details class="fold">
                    <summary>{icon(Icon::Right)}{tx(|t| t.sign_in().other_way)}</summary>
                    {ways(None, other)}
                </details>
            }
            .into_any()
        }
    }
}

/// The form, once the version of the identity service is known.
fn ways(filled: Option<Filled>, cloud: CloudConfig) -> AnyView {
    if names_version(&cloud.identity) {
        return form(filled, cloud);
    }
    let known = RwSignal::new(None::<CloudConfig>);
    spawn_local(async move {
        let cloud = data::with_version(cloud).await;
        // Another cloud may have been chosen meanwhile.
        let _ = known.try_set(Some(cloud));
    });
    live_view(move || match known.get() {
        Some(cloud) => form(filled.clone(), cloud),
        None => view! { <Skeleton rows=4 /> }.into_any(),
    })
    .into_any()
}

/// The form, with the choice of the method above it.
fn form(filled: Option<Filled>, cloud: CloudConfig) -> AnyView {
    let offered = Method::offered(&cloud.identity);
    let (first, draft, regions) = match filled {
        Some(Filled { method, draft, regions, .. }) => {
            (offered.iter().position(|one| *one == method).unwrap_or_default(), draft, regions)
        }
        None => (0, begun(), Vec::new()),
    };
    let chosen = RwSignal::new(first.to_string());
    let method = Signal::derive(move || {
        let at = chosen.with(|at| at.parse::<usize>().ok());
        at.and_then(|at| offered.get(at)).copied().unwrap_or_default()
    });
    let choices = offered.iter().enumerate().map(|(at, method)| Choice::new(at.to_string(), name(*method)));
    let choices = Signal::stored(choices.collect::<Vec<_>>());
    view! {
        <SelectField label=tx(|t| t.sign_in().method) value=chosen choices />
        <Form cloud=Signal::stored(cloud) method typed=Typed::new(draft) keep=RwSignal::new(false) regions />
    }
    .into_any()
}

/// The project that the link names.
fn begun() -> Draft {
    match (routes::located().get_untracked(), routes::current().get_untracked()) {
        (Located::At(scope), route) if route != Route::SignIn => {
            let id = scope.tenant.as_str().to_owned();
            Draft { tenant: id.clone(), project: id, ..Draft::default() }
        }
        _ => Draft::default(),
    }
}

fn name(method: Method) -> Text {
    match method {
        Method::PasswordV2 => tx(|t| t.sign_in().method_v2),
        Method::PasswordV3 => tx(|t| t.sign_in().method_v3),
        Method::AppCredential => tx(|t| t.sign_in().method_app),
        Method::Token { .. } => tx(|t| t.sign_in().method_token),
    }
}

/// The choice of the language, which is in the header's menu once there is a session. Shown together with the form, because
/// it would move the form otherwise.
pub fn languages() -> AnyView {
    let config = data::config();
    let loading = Memo::new(move |_| config.with(|config| *config == ConfigState::Loading));
    live_view(move || if loading.get() { nothing() } else { choice_of_language() }).into_any()
}

fn choice_of_language() -> AnyView {
    let button = |language: Lang| {
        let pressed = live(move || if lang() == language { "true" } else { "false" });
        view! {
            <button type="button" class="button quiet" lang=language.tag() aria-pressed=pressed on:click=move |_| set_lang(language)>
                {language.own_name()}
            </button>
        }
    };
    let buttons = Lang::ALL.map(button).into_iter().collect::<Vec<_>>();
    view! { <div class="sign-in-languages" role="group" aria-label=tx(|t| t.sign_in().language)>{buttons}</div> }
        .into_any()
}
