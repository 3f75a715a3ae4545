//! Addresses of pages, with the path the app is served below and the scope that is shown. Addresses made here are whole, for
//! `href` and for [`go`] alike. Which page stands where is decided in `view::routes`, how a scope is written in
//! `view::scope`. `listed`: the query of a page with a list. `kept`: how each list was left.

pub mod kept;
pub mod listed;

use std::cell::RefCell;

use crate::browser::{document, navigation};
use crate::reactive::{Computed, effect};
use cloud::Scope;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};
use view::scope::{prefix, split};

pub use view::routes::{Route, Thing};
pub use view::scope::Located;

thread_local! {
    /// How the addresses of the scope that is shown begin.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on addresses lead into this scope. Called before its pages are drawn.
pub fn enter(scope: &Scope, project_name: &str) {
    HERE.set(prefix(scope, project_name));
}

/// The whole address of a page in the scope that is shown.
pub fn href(route: &Route) -> String {
    href_of(&route.path())
}

fn href_of(path: &str) -> String {
    HERE.with_borrow(|here| [document::base_path(), here, path].concat())
}

/// The whole address of a page in any scope.
pub fn href_in(scope: &Scope, project_name: &str, route: &Route) -> String {
    [document::base_path(), &prefix(scope, project_name), &route.path()].concat()
}

/// The scope that the address names.
pub fn located() -> Computed<Located> {
    let path = use_location().pathname;
    Computed::new(move |_| path.with(|path| below(path).map_or(Located::Nowhere, |below| split(below).0)))
}

/// The present page. Neither its scope nor the filters in its query change it.
pub fn current() -> Computed<Route> {
    let path = use_location().pathname;
    Computed::new(move |_| {
        path.with(|path| match below(path).map(split) {
            None | Some((Located::Malformed, _)) => Route::NotFound,
            Some((_, rest)) => Route::at(rest),
        })
    })
}

/// The path below the base; `None` where it lies elsewhere.
fn below(path: &str) -> Option<&str> {
    let below = path.strip_prefix(document::base_path())?;
    (below.is_empty() || below.starts_with('/')).then_some(below)
}

/// Puts the scope that is shown into an address that names none: a link of an earlier version, or the root.
pub fn complete() -> Callback<()> {
    let (navigate, location) = (use_navigate(), use_location());
    Callback::new(move |()| {
        let query = location.search.get_untracked();
        let to = location.pathname.with_untracked(|path| match below(path).map(|rest| (Route::at(rest), rest)) {
            None => href(&Route::Instances),
            // As it was typed: the page that says so has it in its address.
            Some((Route::NotFound, rest)) => href_of(rest),
            Some((route, _)) => href(&route),
        });
        let to = to + if query.is_empty() || query.starts_with('?') { "" } else { "?" } + &query;
        navigate(&to, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    })
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
