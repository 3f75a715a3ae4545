//! Addresses of pages, with the path the app is served below. Only here is it known: addresses made here are whole, for
//! `href` and for [`go`] alike. Which page stands where is decided in `view::routes`. `listed`: the query of a page with a
//! list. `kept`: how each list was left.

pub mod kept;
pub mod listed;

use crate::browser::{document, navigation};
use crate::reactive::{Computed, effect};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

pub use view::routes::{Route, Thing};

/// The whole address of a page.
pub fn href(route: &Route) -> String {
    route.href(document::base_path())
}

/// The present page. Filters in the query do not change it.
pub fn current() -> Computed<Route> {
    let path = use_location().pathname;
    Computed::new(move |_| path.with(|path| Route::at_below(document::base_path(), path)).unwrap_or(Route::NotFound))
}

/// Lets a pressed link into the address bar and the history. The router waits for its own `<Routes>` to say that the new
/// page is there; the app has none, and draws a page in the moment its path is known. Called once, inside the router.
pub fn complete_links() {
    let path = use_location().pathname;
    let Some(browser) = use_context::<BrowserUrl>() else { return };
    effect(move || {
        path.track();
        browser.ready_to_complete();
    });
}

/// A way to other pages, for callbacks: `let go = routes::go(); … go.run(Route::Instances)`.
pub fn go() -> Callback<Route> {
    let navigate = use_navigate();
    Callback::new(move |route: Route| leave_for(&navigate, &href(&route), NavigateOptions::default()))
}

/// Goes there, unless something on the page would be lost.
fn leave_for(navigate: &impl Fn(&str, NavigateOptions), to: &str, options: NavigateOptions) {
    if !navigation::holds_back(to) {
        navigate(to, options);
    }
}

/// [`go`] for whole addresses that have a query too.
pub fn go_to() -> Callback<String> {
    let navigate = use_navigate();
    Callback::new(move |href: String| leave_for(&navigate, &href, NavigateOptions::default()))
}

/// [`go`] with a query, and with or without a step in the history.
pub fn go_with() -> Callback<(Route, String, bool)> {
    let navigate = use_navigate();
    Callback::new(move |(route, query, replace): (Route, String, bool)| {
        let mut to = href(&route);
        if !query.is_empty() {
            to.push('?');
            to.push_str(&query);
        }
        leave_for(&navigate, &to, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
    })
}

/// The query of the present address, without `?`: a page's filters.
pub fn query() -> Computed<String> {
    let search = use_location().search;
    Computed::new(move |_| search.with(|search| search.trim_start_matches('?').to_owned()))
}

/// Puts another query into the present address, without a step in the history and without scrolling.
pub fn set_query() -> Callback<String> {
    let navigate = use_navigate();
    let path = use_location().pathname;
    Callback::new(move |query: String| {
        let mut href = path.get_untracked();
        if !query.is_empty() {
            href.push('?');
            href.push_str(&query);
        }
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&href, options);
    })
}
