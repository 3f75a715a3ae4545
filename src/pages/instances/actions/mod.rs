//! What can be done to an instance, the same in the table and on its own page. One [`Actions`] for each page holds the open
//! question and draws its dialog.

mod compare;
mod create_image;
mod delete;
mod entries;
mod here;
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
mod resize_quota;
mod set_password;
mod skips;
mod targets;
mod two_ways;

use std::sync::Arc;

use cloud::Scope;
use cloud::rules::lifecycle::{Action, never_ran};
use cloud::wire::Server;
use leptos::prelude::*;

pub use delete::{list as fate_list, volume as volume_line};
pub use here::Here;
pub use menu::menu;
pub use notices::{listen, tell};
pub use rename::RenameForm;
pub use skips::skipped;
pub use two_ways::{restore, verify};

use self::entries::{Asks, Entry, Question};
use super::late::LATE_LIST;
use super::words::{self, Row};
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::{effect, once};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, LinkButton, Menu, MenuItem, live_view, nothing};

/// The questions of a page.
#[derive(Clone, Copy)]
pub struct Actions {
    /// With the instance as it was when the question was asked: the name in it must not change.
    asked: RwSignal<Option<(&'static Entry, Arc<Server>)>>,
    here: Here,
}

impl Actions {
    /// Without a question.
    pub fn new() -> Self {
        Self::unless(Signal::stored(None))
    }

    /// The same; nothing is possible while `blocked` gives a reason.
    pub fn unless(blocked: Signal<Option<Text>>) -> Self {
        let asked = RwSignal::new(None);
        // A question about an instance of another project ends when the person no longer works there: they cancelled signing
        // in again, or signed out of it in another tab. An answer would be sent to the project of the address.
        let scope = Memo::new(|_| data::session().with(|state| state.session().map(|session| session.scope.clone())));
        effect(move || {
            // Read, not only tracked: a memo that nobody has read follows nothing.
            scope.get();
            asked.set(None);
        });
        Self { asked, here: Here::new(blocked) }
    }

    /// Whether a question has been asked.
    pub fn asked(self) -> Memo<bool> {
        once(move || self.asked.with(Option::is_some))
    }

    /// The dialogs; drawn once for each page.
    pub fn dialogs(self) -> AnyView {
        let draw = move |(entry, server): (&'static Entry, Arc<Server>)| {
            let open = RwSignal::new(true);
            match entry.asks {
                Asks::Nothing => nothing(),
                Asks::Plain(texts) => plain::dialog(entry.action, texts, server, open),
                Asks::More(Question::Reboot) => reboot::dialog(server, open, self.here),
                Asks::More(Question::Rename) => rename::dialog(server, open),
                Asks::More(Question::Resize) => resize::dialog(server, open),
                Asks::More(Question::Image) => create_image::dialog(server, open, self.here),
                Asks::More(Question::Rescue) => rescue::dialog(server, open),
                Asks::More(Question::Rebuild) => rebuild::dialog(server, open),
                Asks::More(Question::SetPassword) => set_password::dialog(server, open),
                Asks::More(Question::Delete) => delete::dialog(entry.action, server, open),
            }
        };
        live_view(move || self.asked.get().map_or_else(nothing, draw)).into_any()
    }

    /// The menu of a row.
    pub fn menu(self, server: &Arc<Server>) -> Vec<MenuItem> {
        LATE_LIST.now().map(|late| (late.menu)(self, server)).unwrap_or_default()
    }

    /// The buttons of an instance's own page. Renaming is in its heading.
    pub fn buttons(self, row: Row) -> AnyView {
        let more =
            move || row.with(|server| server.as_ref().map(|server| menu::more(self, server)).unwrap_or_default());
        let never_ran = Memo::new(move |_| row.with(|server| server.as_deref().is_some_and(never_ran)));
        let power = live_view(move || {
            match never_ran.get() {
                // A deleted instance cannot be started or stopped, only restored.
                true => view! {
                    <LinkButton label=tx(|t| t.instances().create) href=routes::href(&Route::CreateInstance)
                        icon_before=Icon::Plus refused=no_changes() />
                }
                .into_any(),
                false => {
                    [Action::Start, Action::Stop, Action::HardReboot].map(|action| self.button(row, action)).into_any()
                }
            }
        });
        view! {
            {power}
            {self.button(row, Action::Delete)}
            <Menu label=tx(|t| t.actions().more) items=more />
        }
        .into_any()
    }

    /// Why an action is not possible for this instance now; `None` if it is.
    pub fn why(self, row: Row, action: Action) -> Signal<Option<Text>> {
        Signal::derive(move || row.with(|server| self.here.refusal(action, server.as_deref()?)))
    }

    /// Does it, or asks first.
    fn choose(self, entry: &'static Entry, server: Arc<Server>) {
        match entry.asks {
            Asks::Nothing => data::act(server, entry.action),
            Asks::Plain(_) | Asks::More(_) => self.asked.set(Some((entry, server))),
        }
    }

    /// Why it cannot be chosen now; a reboot is one entry for two actions.
    fn refusal(self, action: Action, server: &Server) -> Option<Text> {
        match action {
            Action::HardReboot => self.here.no_reboot(server),
            action => self.here.refusal(action, server),
        }
    }

    fn button(self, row: Row, action: Action) -> AnyView {
        self.button_as(row, action, Kind::Plain, entries::of(action).and_then(|entry| entry.icon))
    }

    fn button_as(self, row: Row, action: Action, kind: Kind, icon: Option<Icon>) -> AnyView {
        let Some(entry) = entries::of(action) else { return nothing() };
        let choose = move || {
            if let Some(server) = row.get_untracked() {
                self.choose(entry, server);
            }
        };
        let refused = Signal::derive(move || row.with(|server| self.refusal(action, server.as_deref()?)));
        match icon {
            Some(icon) => {
                view! { <Button label=entry.menu() icon_before=icon on_click=choose refused kind /> }.into_any()
            }
            None => view! { <Button label=entry.menu() on_click=choose refused kind /> }.into_any(),
        }
    }
}

/// A name, followed by its project if another project's address is shown, because names are often the same.
fn whose(name: Text) -> Text {
    match data::worked_in() {
        Some((scope, project)) => in_scope(name, &scope, project),
        None => name,
    }
}

/// A name with its project and region.
pub fn in_scope(name: Text, scope: &Scope, project: String) -> Text {
    let region = scope.region.as_str().to_owned();
    filled(|t| t.all_projects().name_in, [("name", name), ("project", project.into()), ("region", region.into())])
}

/// The instance's name as placeholder of a question.
fn name_of(server: &Server) -> [(&'static str, Text); 1] {
    [("name", whose(words::name(server)))]
}
