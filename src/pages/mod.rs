//! The pages, a folder a domain. One `page()` comes out of each; none names another: they meet in `routes`.

use leptos::prelude::*;

use crate::routes::Route;

pub mod instances;
pub mod sign_in;

/// Each page that comes with the later part of the app, by the addresses it stands at.
macro_rules! pages {
    ($($at:pat => $page:ident;)*) => {
        $(mod $page;)*

        /// Draws what stands at an address.
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
