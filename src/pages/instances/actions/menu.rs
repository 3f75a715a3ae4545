//! The menu of an instance: all actions, in groups. Left out are actions that this cloud does not have, and those that
//! leave a state the instance is not in. Every other action is shown, disabled and with the reason if it is not
//! possible.

use std::sync::Arc;

use cloud::actions::{Action, Ends, Shown};
use cloud::rules::lifecycle::Refusal;
use cloud::rules::ssh::Known;
use cloud::wire::Server;

use super::Actions;
use super::entries::{self, Entry, Group};
use crate::data;
use crate::locales::tx;
use crate::ui::{Icon, MenuItem, copy_text};

/// The menu of a table row.
pub fn menu(actions: Actions, server: &Arc<Server>) -> Vec<MenuItem> {
    use Group::*;
    let mut items = grouped(actions, server, &[Back, Power, Rest, Size, Rescue, Lock, Name]);
    items.extend(copies(server));
    items.extend(grouped(actions, server, &[Delete]).into_iter().map(|item| item.danger().apart()));
    items
}

/// The menu beside the buttons on the instance's own page.
pub fn more(actions: Actions, server: &Arc<Server>) -> Vec<MenuItem> {
    use Group::*;
    let mut items = grouped(actions, server, &[Rest, Size, Rescue, Lock]);
    items.extend(copies(server));
    items
}

fn copies(server: &Server) -> Vec<MenuItem> {
    let copy = |label, text: String| MenuItem::new(label, move || copy_text(text.clone())).icon(Icon::Copy);
    let mut items = vec![copy(tx(|t| t.actions().copy_id), server.id.to_string()).apart()];
    // The address that the SSH command uses as well.
    let floating = data::known_floating_ips(server);
    let known = Known { server, image: None, groups: None, keys: None, floating: &floating };
    if let Some(address) = known.address() {
        items.push(copy(tx(|t| t.actions().copy_address), address.to_string()));
    }
    items
}

fn grouped(actions: Actions, server: &Arc<Server>, groups: &[Group]) -> Vec<MenuItem> {
    let (mut items, mut last) = (Vec::new(), None);
    for entry in entries::in_groups(groups) {
        let Some(item) = item(actions, entry, server) else { continue };
        let apart = last.is_some_and(|group| group != entry.group);
        items.push(if apart { item.apart() } else { item });
        last = Some(entry.group);
    }
    items
}

/// The menu item, or `None` if the action does not belong in this instance's menu.
fn item(actions: Actions, entry: &'static Entry, server: &Arc<Server>) -> Option<MenuItem> {
    let action = match entry.action {
        Action::CreateImage => actions.here.way_to_image(server),
        action => action,
    };
    if matches!(actions.here.verdict(action, server), Err(Refusal::NotOffered(_))) || elsewhere(action, server) {
        return None;
    }
    let victim = server.clone();
    let item = MenuItem::new(entry.menu(), move || actions.choose(entry, victim.clone()));
    let item = item.refused(actions.refusal(action, server));
    Some(match entry.icon {
        Some(icon) => item.icon(icon),
        None => item,
    })
}

/// Whether the action leaves a state that the instance is not in, or enters the state it is already in.
fn elsewhere(action: Action, server: &Server) -> bool {
    let told = action.definition();
    match told.shown {
        Shown::Always => false,
        Shown::WhereAllowed => told.needs.is_some_and(|states| !states.contains(&server.status)),
        Shown::UntilDone => matches!(told.ends, Ends::In(states) if states.contains(&server.status)),
        Shown::Locked => !data::may_be_locked(server),
        Shown::Unlocked => server.locked.said() == Some(&true),
    }
}
