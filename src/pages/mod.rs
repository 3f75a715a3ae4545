//! The pages, one folder each. A page exports one `page()` and does not import another page; `routes` connects them.

use leptos::prelude::*;

use crate::parts::{Content, Part, files};
use crate::routes::Route;

pub mod instances;
pub mod sign_in;

/// The pages that are loaded with the later part of the program, by route.
macro_rules! pages {
    ($($at:pat => $page:ident;)*) => {
        $(mod $page;)*

        /// The page of a route.
        fn page(route: Route) -> AnyView {
            match route {
                $($at => $page::page(),)*
                _ => ().into_any(),
            }
        }
    };
}

pages! {
    Route::About => about;
    Route::Flavors => flavors;
    Route::FloatingIps => floating_ips;
    Route::Images => images;
    Route::KeyPairs => keypairs;
    Route::Networks => networks;
    Route::Overview => overview;
    Route::Policies => policies;
    Route::Ports => ports;
    Route::SecurityGroups | Route::SecurityGroup(_) => security_groups;
    Route::Volumes => volumes;
    Route::Zones => zones;
}

/// All pages that have no file of their own: one file, as what they are made of is the same.
pub struct Pages {
    /// The page of a route.
    pub page: fn(Route) -> AnyView,
}

/// See [`Pages`].
pub static PAGES: Part<Pages> = files::PAGES.part();

impl Content for Pages {
    const CONTENT: Self = Self { page };
}
