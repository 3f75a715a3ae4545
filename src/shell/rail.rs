//! The way between pages: a slim rail on the left, a bar at the bottom of a phone.

use crate::locales::{Text, tx};
use crate::reactive::Memo;
use crate::routes::{self, Route};
use crate::ui::{Icon, icon, live};
use leptos::prelude::*;

/// The rail.
#[component]
pub fn Rail(route: Memo<Route>) -> AnyView {
    let links = [
        (Route::Instances, Icon::Instances, tx(|t| t.shell().instances)),
        (Route::Flavors, Icon::Flavors, tx(|t| t.shell().flavors)),
        (Route::Zones, Icon::Zones, tx(|t| t.shell().zones)),
        (Route::KeyPairs, Icon::Keypairs, tx(|t| t.shell().keypairs)),
    ];
    view! {
        <nav class="rail" aria-label=tx(|t| t.shell().navigation)>
            {links.map(|(to, mark, word)| link(route, to, mark, word)).into_iter().collect::<Vec<_>>()}
        </nav>
    }
    .into_any()
}

fn link(route: Memo<Route>, to: Route, mark: Icon, word: Text) -> AnyView {
    let href = routes::href(&to);
    let current = live(move || (room(&route.get()) == to).then_some("page"));
    view! { <a class="rail-link" href=href aria-current=current>{icon(mark)}<span>{word}</span></a> }.into_any()
}

/// The link a page belongs to.
fn room(route: &Route) -> Route {
    match route {
        Route::Instance(_) | Route::CreateInstance => Route::Instances,
        Route::KeyPair(_) => Route::KeyPairs,
        other => other.clone(),
    }
}
