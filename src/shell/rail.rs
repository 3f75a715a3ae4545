//! Navigation between pages (a rail on the left, a bar at the bottom on phones), and the resources that each page is
//! about.

use leptos::prelude::*;
use sync::Key;

use crate::data;
use crate::locales::{Text, tx};
use crate::reactive::effect;
use crate::routes::{self, Route};
use crate::ui::{Icon, Kind, Menu, MenuItem, icon, live};

/// Entries in a phone's bar; the others are in its last button's menu.
const IN_BAR: usize = 4;

/// The rail.
#[component]
pub fn Rail(route: Memo<Route>) -> AnyView {
    let drawn: Vec<_> = entries().into_iter().map(|(to, mark, word)| link(route, to, mark, word)).collect();
    let go = routes::go();
    let rest = move |()| {
        let rest = entries().into_iter().skip(IN_BAR);
        rest.map(|(to, mark, word)| MenuItem::new(word, move || go.run(to.clone())).icon(mark)).collect::<Vec<_>>()
    };
    view! {
        <nav class="rail" aria-label=tx(|t| t.shell().navigation)>
            {drawn}
            <div class="rail-more"><Menu label=tx(|t| t.shell().more) items=rest kind=Kind::Quiet icon_before=Icon::More /></div>
        </nav>
    }
    .into_any()
}

fn entries() -> [(Route, Icon, Text); 13] {
    [
        (Route::Instances, Icon::Instances, tx(|t| t.shell().instances)),
        (Route::Overview, Icon::Overview, tx(|t| t.shell().overview)),
        (Route::Volumes, Icon::Volumes, tx(|t| t.shell().volumes)),
        (Route::FloatingIps, Icon::FloatingIps, tx(|t| t.shell().floating_ips)),
        (Route::SecurityGroups, Icon::Shield, tx(|t| t.shell().security_groups)),
        (Route::Networks, Icon::Networks, tx(|t| t.shell().networks)),
        (Route::Ports, Icon::Ports, tx(|t| t.shell().ports)),
        (Route::Images, Icon::Images, tx(|t| t.shell().images)),
        (Route::KeyPairs, Icon::Keypairs, tx(|t| t.shell().keypairs)),
        (Route::Flavors, Icon::Flavors, tx(|t| t.shell().flavors)),
        (Route::Zones, Icon::Zones, tx(|t| t.shell().zones)),
        (Route::Policies, Icon::Policies, tx(|t| t.shell().policies)),
        (Route::AllProjects, Icon::AllProjects, tx(|t| t.shell().all_projects)),
    ]
}

fn link(route: Memo<Route>, to: Route, mark: Icon, word: Text) -> AnyView {
    let href = routes::href(&to);
    let current = live(move || (route.with(Route::list) == to).then_some("page"));
    view! { <a class="rail-link" href=href aria-current=current>{icon(mark)}<span>{word}</span></a> }.into_any()
}

/// The rail's name for the place of a page. The one page without an entry is in the account menu.
pub fn place_name(route: &Route) -> Text {
    let place = route.list();
    entries().into_iter().find(|(to, ..)| *to == place).map_or_else(|| tx(|t| t.shell().about), |(.., name)| name)
}

/// Reports what the page is about: the freshness indicator shows its age, "Refresh" reads it, and it is polled more
/// often than other data on the page.
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
        Route::Instances | Route::AllProjects => matches!(key, Key::Servers(_) | Key::Found(..)),
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
        Route::Ports => matches!(key, Key::AllPorts(_)),
        Route::Policies => matches!(key, Key::ServerGroups(_)),
        Route::Flavors => matches!(key, Key::Flavors(..)),
        Route::Zones => matches!(key, Key::Zones(_)),
        Route::KeyPairs => matches!(key, Key::KeyPairs(_) | Key::KeyPair(..)),
        Route::About => matches!(key, Key::Limits(_) | Key::VolumeLimits(_) | Key::ServerGroups(_)),
        // A dialog belongs to its list's page.
        _ => false,
    }
}
