//! What can be done to an instance: the same on the table and on its own page. One [`Actions`] a page keeps which
//! question is open about whom, and draws the dialogs.

mod delete;
mod notices;
mod reasons;
mod reboot;
mod rename;
mod stop;

use std::sync::Arc;

use cloud::rules::lifecycle::{Action, RebootKind};
use cloud::wire::Server;
use leptos::prelude::*;

pub use notices::{listen, tell};
pub use rename::RenameForm;

use super::words::{self, Row};
use crate::data;
use crate::extras::EXTRAS;
use crate::locales::{Text, tx};
use crate::reactive::{Memo, Signal, once};
use crate::ui::{Button, Icon, Kind, MenuItem, copy_text};

/// The questions of a page.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Whom the open question is about. Kept as it was when it was asked: the name in a question must not change.
    victim: RwSignal<Option<Arc<Server>>>,
    stop: RwSignal<bool>,
    reboot: RwSignal<bool>,
    rename: RwSignal<bool>,
    delete: RwSignal<bool>,
}

impl Actions {
    /// No question is open.
    pub fn new() -> Self {
        let closed = || RwSignal::new(false);
        Self { victim: RwSignal::new(None), stop: closed(), reboot: closed(), rename: closed(), delete: closed() }
    }

    /// Whether any question was asked yet.
    pub fn asked(self) -> Memo<bool> {
        once(move || [self.stop, self.reboot, self.rename, self.delete].iter().any(|open| open.get()))
    }

    /// The dialogs; drawn once a page.
    pub fn dialogs(self) -> AnyView {
        (
            stop::dialog(self.victim, self.stop),
            reboot::dialog(self.victim, self.reboot),
            rename::dialog(self.victim, self.rename),
            delete::dialog(self.victim, self.delete),
        )
            .into_any()
    }

    /// The menu of a row. It is asked by the popup, which comes in the same file.
    pub fn menu(self, server: &Arc<Server>) -> Vec<MenuItem> {
        EXTRAS.now().map(|extras| (extras.instance_menu)(self, server)).unwrap_or_default()
    }

    fn items(self, server: &Arc<Server>) -> Vec<MenuItem> {
        let refused = |action| reasons::refusal(action, server);
        let (started, id) = (server.clone(), server.id.to_string());
        let mut items = vec![
            MenuItem::new(tx(|t| t.actions().start), move || data::act(started.clone(), Action::Start))
                .icon(Icon::Play)
                .refused(refused(Action::Start)),
            self.asking(server, tx(|t| t.actions().stop), self.stop).icon(Icon::Stop).refused(refused(Action::Stop)),
            self.asking(server, tx(|t| t.actions().reboot_ask), self.reboot)
                .icon(Icon::Reboot)
                .refused(reasons::no_reboot(server)),
            self.asking(server, tx(|t| t.actions().rename_ask), self.rename)
                .icon(Icon::Pencil)
                .refused(refused(Action::Rename)),
            MenuItem::new(tx(|t| t.actions().copy_id), move || copy_text(id.clone())).icon(Icon::Copy).apart(),
        ];
        if let Some(address) = server.addresses.said().and_then(|all| all.first()) {
            let address = address.addr.clone();
            let copy = MenuItem::new(tx(|t| t.actions().copy_address), move || copy_text(address.clone()));
            items.push(copy.icon(Icon::Copy));
        }
        let delete = self.asking(server, tx(|t| t.actions().delete_ask), self.delete);
        items.push(delete.icon(Icon::Trash).danger().apart().refused(refused(Action::Delete)));
        items
    }

    /// The buttons of an instance's own page. Its name is changed where it stands.
    pub fn buttons(self, row: Row) -> AnyView {
        let start = move || {
            if let Some(server) = row.get_untracked() {
                data::act(server, Action::Start);
            }
        };
        view! {
            <Button label=tx(|t| t.actions().start) icon_before=Icon::Play on_click=start refused=why(row, Action::Start) />
            {self.button(row, tx(|t| t.actions().stop), Icon::Stop, self.stop, why(row, Action::Stop))}
            {self.button(row, tx(|t| t.actions().reboot_ask), Icon::Reboot, self.reboot, no_reboot(row))}
            {self.button(row, tx(|t| t.actions().delete_ask), Icon::Trash, self.delete, why(row, Action::Delete))}
        }
        .into_any()
    }

    /// Why the name cannot be changed now, if so.
    pub fn no_rename(self, row: Row) -> Signal<Option<Text>> {
        why(row, Action::Rename)
    }

    fn button(self, row: Row, label: Text, mark: Icon, open: RwSignal<bool>, refused: Signal<Option<Text>>) -> AnyView {
        let ask = move || {
            self.victim.set(row.get_untracked());
            open.set(true);
        };
        view! { <Button label icon_before=mark on_click=ask refused kind=Kind::Plain /> }.into_any()
    }

    fn asking(self, server: &Arc<Server>, label: Text, open: RwSignal<bool>) -> MenuItem {
        let server = server.clone();
        MenuItem::new(label, move || {
            self.victim.set(Some(server.clone()));
            open.set(true);
        })
    }
}

/// What the menu of an instance has in it.
pub fn menu(actions: Actions, server: &Arc<Server>) -> Vec<MenuItem> {
    actions.items(server)
}

fn why(row: Row, action: Action) -> Signal<Option<Text>> {
    Signal::derive(move || row.with(|server| server.as_deref().and_then(|server| reasons::refusal(action, server))))
}

fn no_reboot(row: Row) -> Signal<Option<Text>> {
    Signal::derive(move || row.with(|server| server.as_deref().and_then(reasons::no_reboot)))
}

/// The victim's name, for questions.
fn name_of(victim: RwSignal<Option<Arc<Server>>>) -> Text {
    Text::live(move || victim.with(|server| server.as_deref().map(words::name).unwrap_or_default()))
}

/// Which way of rebooting a value of the radio cards means.
fn kind_of(value: &str) -> RebootKind {
    if value == "hard" { RebootKind::Hard } else { RebootKind::Soft }
}
