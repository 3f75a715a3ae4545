//! How to connect: the SSH or Remote Desktop card, what may prevent a connection, and the initial password of Windows.

use cloud::rules::lifecycle::never_ran;
use cloud::rules::ssh::{Known, Login, Obstacle, OpenTo, Way};
use cloud::wire::FloatingIp;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words::Row;
use crate::ui::{CopyButton, Copyable, Fact, Facts, Section, live_view};

#[derive(Clone, PartialEq)]
struct Card {
    way: Way,
    address: Option<String>,
    login: Option<Login>,
    command: Option<String>,
    config: Option<String>,
    obstacles: Vec<Obstacle>,
    open_to: Option<Vec<OpenTo>>,
}

pub fn ways_in(row: Row) -> AnyView {
    let (images, groups, keys) = (data::images().value, data::security_groups().value, data::key_pairs().value);
    let id = row.with_untracked(|server| server.as_ref().map(|server| server.id.clone())).unwrap_or_default();
    let (ips, ports) = (data::floating_ips().value, data::ports(id).value);
    let card = Memo::new(move |_| {
        let (images, groups, keys) = (images.get(), groups.get(), keys.get());
        let (ips, ports) = (ips.get().unwrap_or_default(), ports.get());
        row.with(|server| {
            let server = server.as_deref()?;
            let id = server.image.said().and_then(Option::as_ref);
            let image = images.as_deref().unwrap_or_default().iter().find(|image| Some(&image.id) == id);
            let own = |ip: &&FloatingIp| ip.is_of(server, ports.as_deref());
            let floating: Vec<FloatingIp> = ips.iter().filter(own).cloned().collect();
            let (groups, keys) = (groups.as_deref(), keys.as_deref());
            let known = Known { server, image, groups, keys, floating: &floating };
            Some(read(&known))
        })
    });
    let windows = Memo::new(move |_| card.with(|card| card.as_ref().is_some_and(|card| card.way == Way::Rdp)));
    let never = Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(never_ran)));
    view! {
        <Section title=tx(|t| t.ways_in().title)>
            {live_view(move || if never.get() { view! { <p class="dim">{tx(|t| t.ways_in().never_ran)}</p> }.into_any() } else { card.with(|card| card.as_ref().map(draw).unwrap_or_else(|| ().into_any())) })}
            {live_view(move || if windows.get() && !never.get() { super::first_password::password(row) } else { ().into_any() })}
        </Section>
    }
    .into_any()
}

fn read(known: &Known<'_>) -> Card {
    Card {
        way: known.way(),
        address: known.address().map(|address| address.to_string()),
        login: known.login(),
        command: known.command(),
        config: known.config(),
        obstacles: known.obstacles(),
        open_to: known.open_to(known.way().port()),
    }
}

fn draw(card: &Card) -> AnyView {
    let way = match card.way {
        Way::Ssh => ssh_way(card),
        Way::Rdp => rdp_way(card),
    };
    view! {
        <div class="ways-in">
            {way}
            {card.login.as_ref().map(user)}
            {open_to(card)}
            {super::obstacles::obstacles(&card.obstacles)}
        </div>
    }
    .into_any()
}

fn ssh_way(card: &Card) -> AnyView {
    let command = card.command.clone().map(|command| code(tx(|t| t.ways_in().ssh_command), command));
    let config = card.config.clone().map(|config| {
        view! {
            {code(tx(|t| t.ways_in().ssh_config), config)}
            <p class="dim">{tx(|t| t.ways_in().ssh_config_where)}</p>
        }
    });
    view! { {command}{config} }.into_any()
}

fn rdp_way(card: &Card) -> AnyView {
    let Some(address) = &card.address else { return ().into_any() };
    // An IPv6 address needs brackets before a port.
    let bare = if address.contains(':') { ["[", address, "]"].concat() } else { address.clone() };
    let whole = [&bare, ":", &Way::Rdp.port().to_string()].concat();
    let command = ["mstsc /v:", &whole].concat();
    let what = tx(|t| t.ways_in().rdp_address);
    let fact = Fact::new(what.clone(), view! { <Copyable text=whole what /> });
    view! { <Facts facts=vec![fact] />{code(tx(|t| t.ways_in().rdp_command), command)} }.into_any()
}

/// A text to copy, with its label.
fn code(what: Text, text: String) -> AnyView {
    view! {
        <div class="way">
            <p class="way-name">{what.clone()}</p>
            <div class="json-box">
                <CopyButton text=text.clone() what=what.clone() />
                <pre class="raw" tabindex="0" role="group" aria-label=what>{text}</pre>
            </div>
        </div>
    }
    .into_any()
}

fn user(login: &Login) -> AnyView {
    let user = [("user", Text::from(login.user.clone()))];
    let words = match login.told {
        true => filled(|t| t.ways_in().user_told, user),
        false => filled(|t| t.ways_in().user_guessed, user),
    };
    view! { <p>{words}</p> }.into_any()
}

/// From which addresses the port is open. A closed port is listed with the obstacles.
fn open_to(card: &Card) -> AnyView {
    let networks = card.open_to.clone().unwrap_or_default();
    let port = Text::from(card.way.port().to_string());
    let words = match networks.as_slice() {
        [] => return ().into_any(),
        all if all.iter().any(|from| matches!(from, OpenTo::Range(range) if range.ends_with("/0"))) => {
            filled(|t| t.ways_in().open_everywhere, [("port", port)])
        }
        _ => {
            let all = Text::live(move || networks.iter().map(network).collect::<Vec<_>>().join(", ").into());
            filled(|t| t.ways_in().open_to, [("port", port), ("networks", all)])
        }
    };
    view! { <p>{words}</p> }.into_any()
}

fn network(from: &OpenTo) -> String {
    match from {
        OpenTo::Range(range) => range.clone(),
        OpenTo::AddressGroup(id) => {
            filled(|t| t.security_groups().who_addresses, [("id", id.clone().into())]).get().into_owned()
        }
    }
}
