//! What can be done to an instance: the same on the table and on its own page. One [`Actions`] a page keeps which
//! question is asked about whom, and draws it.

mod delete;
mod here;
mod image;
mod images;
mod menu;
mod notices;
mod password;
mod plain;
mod reasons;
mod reboot;
mod rebuild;
mod rename;
mod rescue;
mod resize;
mod restore;
mod two_ways;
mod verify;

use std::sync::Arc;

use cloud::rules::lifecycle::{Action, never_ran};
use cloud::wire::Server;
use leptos::prelude::*;

pub use here::Here;
pub use menu::menu;
pub use notices::{listen, tell};
pub use rename::RenameForm;
pub use restore::restore;
pub use verify::verify;

use super::words::{self, Row};
use crate::data;
use crate::extras::EXTRAS;
use crate::locales::{Text, tx};
use crate::reactive::{Memo, Signal, once};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, LinkButton, Menu, MenuItem, live_view, nothing};

/// What is asked before something is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Question {
    /// Whether to do it: an action that needs no more than a yes.
    Plain(Action),
    Reboot,
    Rename,
    Resize,
    Image,
    Rescue,
    Rebuild,
    Delete,
    /// Of what could still be restored.
    DeleteForGood,
}

/// The questions of a page.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Whom it is about is kept as it was when it was asked: the name in a question must not change.
    asked: RwSignal<Option<(Question, Arc<Server>)>>,
    here: Here,
}

impl Actions {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self { asked: RwSignal::new(None), here: Here::new() }
    }

    /// Whether any question was asked yet.
    pub fn asked(self) -> Memo<bool> {
        once(move || self.asked.with(Option::is_some))
    }

    /// The question, as a dialog; drawn once a page.
    pub fn dialogs(self) -> AnyView {
        let draw = move |(question, server): (Question, Arc<Server>)| {
            let open = RwSignal::new(true);
            match question {
                Question::Plain(action) => plain::dialog(action, server, open),
                Question::Reboot => reboot::dialog(server, open, self.here),
                Question::Rename => rename::dialog(server, open),
                Question::Resize => resize::dialog(server, open),
                Question::Image => image::dialog(server, open, self.here),
                Question::Rescue => rescue::dialog(server, open),
                Question::Rebuild => rebuild::dialog(server, open),
                Question::Delete => delete::dialog(Action::Delete, server, open),
                Question::DeleteForGood => delete::dialog(Action::ForceDelete, server, open),
            }
        };
        live_view(move || self.asked.get().map_or_else(nothing, draw)).into_any()
    }

    /// The menu of a row. It is asked by the popup, which comes in the same file.
    pub fn menu(self, server: &Arc<Server>) -> Vec<MenuItem> {
        EXTRAS.now().map(|extras| (extras.instance_menu)(self, server)).unwrap_or_default()
    }

    /// The buttons of an instance's own page. Its name is changed where it stands.
    pub fn buttons(self, row: Row) -> AnyView {
        let start = move || {
            if let Some(server) = row.get_untracked() {
                data::act(server, Action::Start);
            }
        };
        let more =
            move || row.with(|server| server.as_ref().map(|server| menu::more(self, server)).unwrap_or_default());
        let no_reboot = Signal::derive(move || row.with(|server| self.here.no_reboot(server.as_deref()?)));
        let never_ran = Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(never_ran)));
        let power = live_view(move || {
            match never_ran.get() {
            // There is nothing to start or stop: the way on is another one.
            true => view! {
                <LinkButton label=tx(|t| t.instances().create) href=routes::href(&Route::CreateInstance)
                    icon_before=Icon::Plus refused=no_changes() />
            }
            .into_any(),
            false => view! {
                <Button label=tx(|t| t.actions().start) icon_before=Icon::Play on_click=start refused=self.why(row, Action::Start) />
                {self.button(row, tx(|t| t.actions().stop), Icon::Stop, Question::Plain(Action::Stop))(self.why(row, Action::Stop))}
                {self.button(row, tx(|t| t.actions().reboot_ask), Icon::Reboot, Question::Reboot)(no_reboot)}
            }
            .into_any(),
        }
        });
        let delete = self.button(row, tx(|t| t.actions().delete_ask), Icon::Trash, Question::Delete);
        view! {
            {power}
            {delete(self.why(row, Action::Delete))}
            <Menu label=tx(|t| t.actions().more) items=more />
        }
        .into_any()
    }

    /// Why something cannot be done to this instance now, if so.
    pub fn why(self, row: Row, action: Action) -> Signal<Option<Text>> {
        Signal::derive(move || row.with(|server| self.here.refusal(action, server.as_deref()?)))
    }

    fn ask(self, question: Question, server: Arc<Server>) {
        self.asked.set(Some((question, server)));
    }

    fn button(
        self,
        row: Row,
        label: Text,
        mark: Icon,
        question: Question,
    ) -> impl FnOnce(Signal<Option<Text>>) -> AnyView {
        let ask = move || {
            if let Some(server) = row.get_untracked() {
                self.ask(question, server);
            }
        };
        move |refused| view! { <Button label icon_before=mark on_click=ask refused kind=Kind::Plain /> }.into_any()
    }
}

/// The victim's name in a question.
fn name_of(server: &Server) -> [(&'static str, Text); 1] {
    [("name", words::name(server))]
}
