//! The pages, one folder each. A page exports one `page()` and does not import another page; `routes` connects them.

use leptos::prelude::*;

use crate::routes::Route;

pub mod instances;
pub mod sign_in;

/// The pages that are loaded with the later part of the program, by route.
macro_rules! pages {
    ($($at:pat => $page:ident;)*) => {
        $(mod $page;)*

        /// The page of a route.
        pub fn page(route: Route) -> AnyView {
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
