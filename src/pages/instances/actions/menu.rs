//! The menu of an instance: everything that can be done to it, in groups. What this cloud has not got is left out, and so
//! is the way out of a state that the instance is not in; everything else stays, with the reason when it is not possible.

use std::sync::Arc;

use cloud::Status;
use cloud::rules::lifecycle::{Action, Refusal};
use cloud::rules::ssh::Known;
use cloud::wire::Server;

use super::{Actions, Question};
use crate::data;
use crate::locales::{Words, tx};
use crate::ui::{Icon, MenuItem, copy_text};

/// An entry.
struct Entry {
    action: Action,
    label: Words,
    icon: Option<Icon>,
    /// What is asked before; `None`: it is done at once.
    question: Option<Question>,
}

const fn asks(action: Action, label: Words, question: Question) -> Entry {
    Entry { action, label, icon: None, question: Some(question) }
}

const fn confirms(action: Action, label: Words) -> Entry {
    asks(action, label, Question::Plain(action))
}

const fn acts(action: Action, label: Words) -> Entry {
    Entry { action, label, icon: None, question: None }
}

const fn with(icon: Icon, entry: Entry) -> Entry {
    Entry { icon: Some(icon), ..entry }
}

static POWER: [Entry; 3] = [
    with(Icon::Play, acts(Action::Start, |t| t.actions().start)),
    with(Icon::Stop, confirms(Action::Stop, |t| t.actions().stop)),
    with(Icon::Reboot, asks(Action::HardReboot, |t| t.actions().reboot_ask, Question::Reboot)),
];
static REST: [Entry; 7] = [
    confirms(Action::Pause, |t| t.actions().pause),
    acts(Action::Unpause, |t| t.actions().unpause),
    confirms(Action::Suspend, |t| t.actions().suspend),
    acts(Action::Resume, |t| t.actions().resume),
    confirms(Action::Shelve, |t| t.actions().shelve),
    acts(Action::Unshelve, |t| t.actions().unshelve),
    confirms(Action::ShelveOffload, |t| t.actions().shelve_offload),
];
static SIZE: [Entry; 4] = [
    with(Icon::Flavors, asks(Action::Resize, |t| t.actions().resize, Question::Resize)),
    acts(Action::ConfirmResize, |t| t.actions().confirm_resize),
    confirms(Action::RevertResize, |t| t.actions().revert_resize),
    // Which of the two ways is the instance's own: see `shown`.
    with(Icon::Images, asks(Action::CreateImage, |t| t.actions().image, Question::Image)),
];
static RESCUE: [Entry; 3] = [
    asks(Action::Rescue, |t| t.actions().rescue, Question::Rescue),
    confirms(Action::Unrescue, |t| t.actions().unrescue),
    asks(Action::Rebuild, |t| t.actions().rebuild, Question::Rebuild),
];
static LOCK: [Entry; 2] = [confirms(Action::Lock, |t| t.actions().lock), acts(Action::Unlock, |t| t.actions().unlock)];
static NAME: [Entry; 1] = [with(Icon::Pencil, asks(Action::Rename, |t| t.actions().rename_ask, Question::Rename))];
static DELETE: [Entry; 1] = [with(Icon::Trash, asks(Action::Delete, |t| t.actions().delete_ask, Question::Delete))];

static BACK: [Entry; 1] = [with(Icon::Restore, acts(Action::Restore, |t| t.actions().restore))];
static FOR_GOOD: [Entry; 1] =
    [with(Icon::Trash, asks(Action::ForceDelete, |t| t.actions().delete_for_good, Question::DeleteForGood))];

/// What the menu of a row has in it.
pub fn menu(actions: Actions, server: &Arc<Server>) -> Vec<MenuItem> {
    let mut items = grouped(actions, server, &[&BACK, &POWER, &REST, &SIZE, &RESCUE, &LOCK, &NAME]);
    items.extend(copies(server));
    items.extend(grouped(actions, server, &[&DELETE, &FOR_GOOD]).into_iter().map(|item| item.danger().apart()));
    items
}

/// What the page of an instance has beside its buttons.
pub fn more(actions: Actions, server: &Arc<Server>) -> Vec<MenuItem> {
    let mut items = grouped(actions, server, &[&REST, &SIZE, &RESCUE, &LOCK]);
    items.extend(copies(server));
    items
}

fn copies(server: &Server) -> Vec<MenuItem> {
    let copy = |label, text: String| MenuItem::new(label, move || copy_text(text.clone())).icon(Icon::Copy);
    let mut items = vec![copy(tx(|t| t.actions().copy_id), server.id.to_string()).apart()];
    // The one that leads in, as in the SSH line.
    let floating = data::known_floating_ips(server);
    let known = Known { server, image: None, groups: None, keys: None, floating: &floating };
    if let Some(address) = known.address() {
        items.push(copy(tx(|t| t.actions().copy_address), address.to_string()));
    }
    items
}

fn grouped(actions: Actions, server: &Arc<Server>, groups: &[&'static [Entry]]) -> Vec<MenuItem> {
    let mut items: Vec<MenuItem> = Vec::new();
    for group in groups {
        let shown: Vec<MenuItem> = group.iter().filter_map(|entry| item(actions, entry, server)).collect();
        let apart = !items.is_empty();
        let set_apart = |(at, item): (usize, MenuItem)| if apart && at == 0 { item.apart() } else { item };
        items.extend(shown.into_iter().enumerate().map(set_apart));
    }
    items
}

/// The entry, unless it has no place in the menu of this instance.
fn item(actions: Actions, entry: &'static Entry, server: &Arc<Server>) -> Option<MenuItem> {
    let action = match entry.action {
        Action::CreateImage => actions.here.way_to_image(server),
        action => action,
    };
    if matches!(actions.here.verdict(action, server), Err(Refusal::NotOffered(_))) || elsewhere(action, server) {
        return None;
    }
    let refused = match action {
        Action::HardReboot => actions.here.no_reboot(server),
        action => actions.here.refusal(action, server),
    };
    let (victim, question) = (server.clone(), entry.question);
    let item = MenuItem::new(tx(entry.label), move || match question {
        Some(question) => actions.ask(question, victim.clone()),
        None => data::act(victim.clone(), action),
    });
    let item = item.refused(refused);
    Some(match entry.icon {
        Some(icon) => item.icon(icon),
        None => item,
    })
}

/// It leads out of a state that the instance is not in, or into the one that it is in.
fn elsewhere(action: Action, server: &Server) -> bool {
    let is = |states: &[Status]| states.contains(&server.status);
    match action {
        Action::Unpause
        | Action::Resume
        | Action::Unshelve
        | Action::ShelveOffload
        | Action::ConfirmResize
        | Action::RevertResize
        | Action::Unrescue
        | Action::Restore
        | Action::ForceDelete => action.definition().needs.is_some_and(|states| !is(states)),
        Action::Delete => is(&[Status::SoftDeleted]),
        Action::Pause => is(&[Status::Paused]),
        Action::Suspend => is(&[Status::Suspended]),
        Action::Shelve => is(&[Status::Shelved, Status::ShelvedOffloaded]),
        Action::Rescue => is(&[Status::Rescue]),
        Action::Lock => server.locked.said() == Some(&true),
        Action::Unlock => !data::may_be_locked(server),
        _ => false,
    }
}
