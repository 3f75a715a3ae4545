//! Which page stands at which address. The only place that knows the path the app is served below: addresses made here
//! are whole, for `href` and for [`go`] alike.

use crate::browser::document;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// The table of instances.
    Instances,
    /// The form for a new one.
    Create,
    /// One instance, by id.
    Instance(String),
    /// Flavors.
    Flavors,
    /// Availability zones.
    Zones,
    /// Key pairs.
    Keypairs,
    /// Nothing is there.
    NotFound,
}

impl Route {
    /// The whole address.
    pub fn href(&self) -> String {
        let mut href = document::base_path();
        href.push_str(match self {
            Route::Instances => "/instances",
            Route::Create => "/instances/new",
            Route::Instance(_) => "/instances/",
            Route::Flavors => "/flavors",
            Route::Zones => "/zones",
            Route::Keypairs => "/keypairs",
            Route::NotFound => "/",
        });
        if let Route::Instance(id) = self {
            href.push_str(&String::from(js_sys::encode_uri_component(id)));
        }
        href
    }

    /// What stands at a path.
    fn at(path: &str) -> Self {
        let base = document::base_path();
        let path = path.strip_prefix(base.as_str()).unwrap_or(path);
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) | (Some("instances"), None, _) => Route::Instances,
            (Some("instances"), Some("new"), None) => Route::Create,
            (Some("instances"), Some(id), None) => match js_sys::decode_uri_component(id) {
                Ok(id) => Route::Instance(id.into()),
                Err(_) => Route::NotFound,
            },
            (Some("flavors"), None, _) => Route::Flavors,
            (Some("zones"), None, _) => Route::Zones,
            (Some("keypairs"), None, _) => Route::Keypairs,
            _ => Route::NotFound,
        }
    }
}

/// The present page. Filters in the query do not change it.
pub fn current() -> Memo<Route> {
    let path = use_location().pathname;
    Memo::new(move |_| Route::at(&path.get()))
}

/// A way to other pages, for callbacks: `let go = routes::go(); … go.run(Route::Instances)`.
pub fn go() -> Callback<Route> {
    let navigate = use_navigate();
    Callback::new(move |route: Route| navigate(&route.href(), NavigateOptions::default()))
}
