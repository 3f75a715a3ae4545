//! A link to a scope without a session: the scope, the open sessions, and a search for the instance in those.

use std::sync::Arc;

use cloud::config::AppConfig;
use cloud::{Scope, ServerId};
use leptos::prelude::*;

use crate::data::{self, FoundInstance, Open};
use crate::locales::{Text, filled, tx};
use crate::routes::{self, Located, Route};
use crate::ui::{Button, Hint, live_view, nothing};

/// The section above the form.
pub fn elsewhere(config: Arc<AppConfig>) -> AnyView {
    let (located, route) = (routes::located(), routes::current());
    live_view(move || {
        let open = data::open_sessions().get();
        let route = route.get();
        let about = match located.get() {
            Located::At(scope) => about(&config, &scope, &open),
            Located::Nowhere | Located::Malformed => nothing(),
        };
        let look = match (&route, open.iter().any(|open| !open.ended)) {
            (Route::Instance(id), true) => look_for(id.clone()),
            _ => nothing(),
        };
        view! { {about}{look}{others(&open, &route)} }.into_any()
    })
    .into_any()
}

/// Why the scope of the address cannot be shown.
fn about(config: &AppConfig, scope: &Scope, open: &[Open]) -> AnyView {
    let project = open.iter().find(|open| open.session.scope.same_project(scope));
    let words = match (config.cloud(&scope.cloud), project) {
        (None, _) => filled(|t| t.sign_in().link_unknown, [("cloud", scope.cloud.clone().into())]),
        (Some(_), Some(open)) => filled(
            |t| t.sign_in().link_no_region,
            [("region", scope.region.as_str().to_owned().into()), ("project", open.session.tenant_name.clone().into())],
        ),
        (Some(cloud), None) => {
            let name = cloud.name.clone();
            match data::refused(scope) {
                Some(failure) => filled(
                    |t| t.sign_in().link_refused,
                    [("cloud", name.into()), ("why", failure.message.clone().into())],
                ),
                None => filled(
                    |t| t.sign_in().link,
                    [
                        ("project", scope.tenant.as_str().to_owned().into()),
                        ("region", scope.region.as_str().to_owned().into()),
                        ("cloud", name.into()),
                    ],
                ),
            }
        }
    };
    view! { <Hint words /> }.into_any()
}

/// Links to the same list in each open scope.
fn others(open: &[Open], route: &Route) -> AnyView {
    if open.is_empty() {
        return nothing();
    }
    let list = match route.list() {
        Route::NotFound | Route::SignIn => Route::Instances,
        list => list,
    };
    let links: Vec<_> = open
        .iter()
        .map(|open| {
            let session = &open.session;
            let words = filled(
                |t| t.sign_in().open_in,
                [
                    ("project", session.tenant_name.clone().into()),
                    ("region", session.scope.region.as_str().to_owned().into()),
                ],
            );
            let href = routes::href_in(&session.scope, &session.tenant_name, &list);
            view! { <li><a href=href>{words}</a></li> }
        })
        .collect();
    view! {
        <section class="sign-in-open">
            <h2>{tx(|t| t.sign_in().open_now)}</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}

/// Looks for the instance in each open scope, and goes there.
fn look_for(id: ServerId) -> AnyView {
    let go = routes::go_to();
    let look = Action::new_local(move |id: &ServerId| {
        let id = id.clone();
        async move {
            let found = data::find(&id).await;
            if let Some((scope, project)) = &found.at {
                go.run(routes::href_in(scope, project, &Route::Instance(id)));
            }
            found
        }
    });
    let (value, pending) = (look.value(), look.pending());
    let outcome = Memo::new(move |_| value.get().filter(|found: &FoundInstance| found.at.is_none()));
    let said = Text::live(move || match outcome.get() {
        None => Text::default(),
        Some(FoundInstance { silent: 0, asked, .. }) => {
            filled(|t| t.sign_in().look_none, [("count", asked.to_string().into())])
        }
        Some(found) => filled(|t| t.sign_in().look_silent, [("count", found.silent.to_string().into())]),
    });
    view! {
        <div class="sign-in-look">
            <Button label=tx(|t| t.sign_in().look) busy=Signal::derive(move || pending.get()) on_click=move || { look.dispatch(id.clone()); } />
            <p role="status">{said}</p>
        </div>
    }
    .into_any()
}
