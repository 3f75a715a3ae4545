//! What each page is about: the mark in the header speaks for that, "Refresh" asks for it, and it is asked for more often
//! than the names that a page refers to.

use sync::Key;

use crate::data;
use crate::reactive::{Memo, effect};
use crate::routes::Route;

/// Follows the page.
pub fn follow(route: Memo<Route>) {
    effect(move || {
        let route = route.with(Route::page);
        data::at_hand(move |key| is_about(&route, key));
    });
}

fn is_about(route: &Route, key: &Key) -> bool {
    match route {
        Route::Overview => matches!(
            key,
            Key::Servers(_)
                | Key::Volumes(_)
                | Key::FloatingIps(_)
                | Key::SecurityGroups(_)
                | Key::Limits(_)
                | Key::VolumeLimits(_)
        ),
        Route::Instances => matches!(key, Key::Servers(_) | Key::Found(..)),
        Route::CreateInstance => matches!(
            key,
            Key::Networks(_) | Key::SecurityGroups(_) | Key::KeyPairs(_) | Key::Limits(_) | Key::VolumeLimits(_)
        ),
        Route::Instance(id) => match key {
            Key::Server(_, of) | Key::Attachments(_, of) | Key::Ports(_, of) | Key::Interfaces(_, of) => of == id,
            Key::FloatingIps(_) => true,
            _ => false,
        },
        Route::Volumes => matches!(key, Key::Volumes(_) | Key::Snapshots(_)),
        Route::Images => matches!(key, Key::Images(_)),
        Route::FloatingIps => matches!(key, Key::FloatingIps(_)),
        Route::SecurityGroups | Route::SecurityGroup(_) => matches!(key, Key::SecurityGroups(_)),
        Route::Networks => matches!(key, Key::Networks(_) | Key::Subnets(_)),
        Route::Policies => matches!(key, Key::ServerGroups(_)),
        Route::Flavors => matches!(key, Key::Flavors(..)),
        Route::Zones => matches!(key, Key::Zones(_)),
        Route::KeyPairs => matches!(key, Key::KeyPairs(_) | Key::KeyPair(..)),
        Route::About => matches!(key, Key::Limits(_) | Key::VolumeLimits(_) | Key::ServerGroups(_)),
        // One thing over its list is of the list's page.
        _ => false,
    }
}
