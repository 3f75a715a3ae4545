//! Why a connection may fail, and what to do about it.

use cloud::rules::ssh::Obstacle;
use leptos::prelude::*;

use crate::locales::{Text, filled, tx};
use crate::pages::instances::words;
use crate::routes::{self, Route};
use crate::ui::{Icon, icon};

/// The list, or a sentence that there is no obstacle.
pub fn obstacles(all: &[Obstacle]) -> AnyView {
    if all.is_empty() {
        return view! { <p class="key-ok">{icon(Icon::Ok)}<span>{tx(|t| t.ways_in().nothing_in_the_way)}</span></p> }
            .into_any();
    }
    let lines: Vec<_> = all.iter().map(line).collect();
    view! { <p class="way-name">{tx(|t| t.ways_in().in_the_way)}</p><ul class="obstacles">{lines}</ul> }.into_any()
}

fn line(obstacle: &Obstacle) -> AnyView {
    let way = way_out(obstacle).map(|(words, route)| view! { " "<a href=routes::href(&route)>{words}</a> });
    view! { <li class="warning">{icon(Icon::Alert)}<span>{said(obstacle)}{way}</span></li> }.into_any()
}

fn said(obstacle: &Obstacle) -> Text {
    match obstacle {
        Obstacle::NotRunning(status) => filled(|t| t.ways_in().not_running, [("status", words::status(status))]),
        Obstacle::NoAddress => tx(|t| t.ways_in().no_address),
        Obstacle::OnlyInside => tx(|t| t.ways_in().only_inside),
        Obstacle::PortClosed(port) => filled(|t| t.ways_in().port_closed, [("port", port.to_string().into())]),
        Obstacle::NoKey => tx(|t| t.ways_in().no_key),
        Obstacle::KeyUnknown(key) => filled(|t| t.ways_in().key_unknown, [("key", key.to_string().into())]),
        Obstacle::LoginUnknown => tx(|t| t.ways_in().login_unknown),
    }
}

/// A link to the page where the obstacle can be removed; `None` if it is this page.
fn way_out(obstacle: &Obstacle) -> Option<(Text, Route)> {
    match obstacle {
        Obstacle::OnlyInside => Some((tx(|t| t.ways_in().only_inside_do), Route::FloatingIps)),
        Obstacle::PortClosed(_) => Some((tx(|t| t.ways_in().port_closed_do), Route::SecurityGroups)),
        Obstacle::KeyUnknown(_) => Some((tx(|t| t.ways_in().key_unknown_do), Route::KeyPairs)),
        Obstacle::NotRunning(_) | Obstacle::NoAddress | Obstacle::NoKey | Obstacle::LoginUnknown => None,
    }
}
