//! Addresses of pages, which contain the base path of the app and the scope that is shown. They are complete: for `href` and
//! for [`go`]. `view::routes` decides which path is which page, `view::scope` how a scope is written. `listed` is the query
//! of a page with a list, `kept` the state in which each list was left.

pub mod kept;
pub mod listed;

use std::cell::RefCell;

use crate::browser::{document, navigation};
use crate::reactive::effect;
use cloud::Scope;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};
use view::scope::{prefix, split};

pub use view::routes::{Route, Thing};
pub use view::scope::Located;

thread_local! {
    /// What the addresses of the scope that is shown begin with.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Makes addresses lead into this scope from now on. Called before its pages are drawn.
pub fn enter(scope: &Scope, project_name: &str) {
    HERE.set(prefix(scope, project_name));
}

/// The complete address of a page in the scope that is shown.
pub fn href(route: &Route) -> String {
    href_of(&route.path())
}

fn href_of(path: &str) -> String {
    HERE.with_borrow(|here| [document::base_path(), here, path].concat())
}

/// The complete address of a page in any scope.
pub fn href_in(scope: &Scope, project_name: &str, route: &Route) -> String {
    [document::base_path(), &prefix(scope, project_name), &route.path()].concat()
}

/// The scope that the address names.
pub fn located() -> Memo<Located> {
    let path = use_location().pathname;
    Memo::new(move |_| path.with(|path| below(path).map_or(Located::Nowhere, |below| split(below).0)))
}

/// The current page. It does not depend on its scope or the query.
pub fn current() -> Memo<Route> {
    let path = use_location().pathname;
    Memo::new(move |_| {
        path.with(|path| match below(path).map(split) {
            None | Some((Located::Malformed, _)) => Route::NotFound,
            Some((_, rest)) => Route::at(rest),
        })
    })
}

/// The path below the base path; `None` if it is elsewhere.
fn below(path: &str) -> Option<&str> {
    let below = path.strip_prefix(document::base_path())?;
    (below.is_empty() || below.starts_with('/')).then_some(below)
}

/// Adds the scope that is shown to an address without one: a link of an earlier version, or the root.
pub fn complete() -> Callback<()> {
    let (navigate, location) = (use_navigate(), use_location());
    Callback::new(move |()| {
        let query = location.search.get_untracked();
        let to = location.pathname.with_untracked(|path| match below(path).map(|rest| (Route::at(rest), rest)) {
            None => href(&Route::Instances),
            // As it was typed: the page that reports it shows the address.
            Some((Route::NotFound, rest)) => href_of(rest),
            Some((route, _)) => href(&route),
        });
        let to = to + if query.is_empty() || query.starts_with('?') { "" } else { "?" } + &query;
        navigate(&to, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    })
}

/// Lets a clicked link into the address bar and the history. The router waits for its own `<Routes>` to report that the new
/// page is there; the app has none and draws a page as soon as its path is known. Called once, inside the router.
pub fn complete_links() {
    let path = use_location().pathname;
    let Some(browser) = use_context::<BrowserUrl>() else { return };
    effect(move || {
        path.track();
        browser.ready_to_complete();
    });
}

/// Goes to other pages, for callbacks: `let go = routes::go(); … go.run(Route::Instances)`.
pub fn go() -> Callback<Route> {
    let navigate = use_navigate();
    Callback::new(move |route: Route| leave_for(&navigate, &href(&route), NavigateOptions::default()))
}

/// Goes there, unless a guard keeps the page.
fn leave_for(navigate: &impl Fn(&str, NavigateOptions), to: &str, options: NavigateOptions) {
    if !navigation::holds_back(to) {
        navigate(to, options);
    }
}

/// [`go`] for complete addresses with a query.
pub fn go_to() -> Callback<String> {
    let navigate = use_navigate();
    Callback::new(move |href: String| leave_for(&navigate, &href, NavigateOptions::default()))
}

/// [`go`] with a query; true replaces the current entry of the history.
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

/// The query of the current address, without `?`.
pub fn query() -> Memo<String> {
    let search = use_location().search;
    Memo::new(move |_| search.with(|search| search.trim_start_matches('?').to_owned()))
}

/// Replaces the query of the current address, without an entry in the history and without scrolling.
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
