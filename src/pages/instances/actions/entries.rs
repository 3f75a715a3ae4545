//! The actions that a person can choose, in the order of the menu: what each is called, what it asks before, its icon. The
//! menu, the buttons, the questions and the notices read it here. What an action is to the cloud stands in
//! `cloud::actions`; docs/adding.md says how one is added.

use cloud::rules::lifecycle::Action;

use crate::locales::{ActionTexts, QuestionTexts, Text, Texts, tx_of};
use crate::ui::Icon;

/// An action as a person meets it.
pub struct Entry {
    pub action: Action,
    pub group: Group,
    pub asks: Asks,
    pub icon: Option<Icon>,
    texts: fn(Texts) -> &'static ActionTexts,
}

/// What stands together in the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Back,
    Power,
    Rest,
    Size,
    Rescue,
    Lock,
    Name,
    Delete,
}

/// What is asked before something is done.
#[derive(Clone, Copy)]
pub enum Asks {
    /// Nothing: it is done at once.
    Nothing,
    /// Whether to do it.
    Plain(fn(Texts) -> &'static QuestionTexts),
    /// More than a yes.
    More(Question),
}

/// The dialogs that ask for more than a yes. They are not named as functions here: the menu comes in a file before theirs.
#[derive(Clone, Copy)]
pub enum Question {
    Reboot,
    Rename,
    Resize,
    Image,
    Rescue,
    Rebuild,
    SetPassword,
    Delete,
}

static ENTRIES: &[Entry] = &[
    at_once(Action::Restore, Group::Back, |t| &t.actions().restore).with(Icon::Restore),
    at_once(Action::Start, Group::Power, |t| &t.actions().start).with(Icon::Play),
    plain(Action::Stop, Group::Power, |t| &t.actions().stop, |t| &t.actions().stop_question).with(Icon::Stop),
    // Either way of rebooting: see `of`.
    more(Action::HardReboot, Group::Power, |t| &t.actions().reboot, Question::Reboot).with(Icon::Reboot),
    plain(Action::Pause, Group::Rest, |t| &t.actions().pause, |t| &t.actions().pause_question),
    at_once(Action::Unpause, Group::Rest, |t| &t.actions().unpause),
    plain(Action::Suspend, Group::Rest, |t| &t.actions().suspend, |t| &t.actions().suspend_question),
    at_once(Action::Resume, Group::Rest, |t| &t.actions().resume),
    plain(Action::Shelve, Group::Rest, |t| &t.actions().shelve, |t| &t.actions().shelve_question),
    at_once(Action::Unshelve, Group::Rest, |t| &t.actions().unshelve),
    plain(
        Action::ShelveOffload,
        Group::Rest,
        |t| &t.actions().shelve_offload,
        |t| &t.actions().shelve_offload_question,
    ),
    more(Action::Resize, Group::Size, |t| &t.actions().resize, Question::Resize).with(Icon::Flavors),
    at_once(Action::ConfirmResize, Group::Size, |t| &t.actions().confirm_resize),
    plain(Action::RevertResize, Group::Size, |t| &t.actions().revert_resize, |t| &t.actions().revert_resize_question),
    // Which of the two ways is the instance's own: see `menu`.
    more(Action::CreateImage, Group::Size, |t| &t.actions().create_image, Question::Image).with(Icon::Images),
    more(Action::Rescue, Group::Rescue, |t| &t.actions().rescue, Question::Rescue),
    plain(Action::Unrescue, Group::Rescue, |t| &t.actions().unrescue, |t| &t.actions().unrescue_question),
    more(Action::Rebuild, Group::Rescue, |t| &t.actions().rebuild, Question::Rebuild),
    more(Action::SetPassword, Group::Rescue, |t| &t.actions().set_password, Question::SetPassword),
    plain(Action::Lock, Group::Lock, |t| &t.actions().lock, |t| &t.actions().lock_question),
    at_once(Action::Unlock, Group::Lock, |t| &t.actions().unlock),
    more(Action::Rename, Group::Name, |t| &t.actions().rename, Question::Rename).with(Icon::Pencil),
    more(Action::Delete, Group::Delete, |t| &t.actions().delete, Question::Delete).with(Icon::Trash),
    more(Action::ForceDelete, Group::Delete, |t| &t.actions().delete_for_good, Question::Delete).with(Icon::Trash),
];

/// The entries of some groups, in the order of the menu.
pub fn in_groups(groups: &[Group]) -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(move |entry| groups.contains(&entry.group))
}

/// The entry of an action; the two ways of rebooting have one. `None`: it is done elsewhere on the page.
pub fn of(action: Action) -> Option<&'static Entry> {
    let listed = if action == Action::SoftReboot { Action::HardReboot } else { action };
    ENTRIES.iter().find(|entry| entry.action == listed)
}

impl Entry {
    /// What the entry in the menu says, and the button.
    pub fn menu(&self) -> Text {
        tx_of(self.texts, |texts| texts.menu)
    }

    /// What is said when it has begun, with `{name}` in it.
    pub fn begun(&self) -> Text {
        tx_of(self.texts, |texts| texts.begun)
    }

    /// What is said when it went well, with `{name}` in it.
    pub fn done(&self) -> Text {
        tx_of(self.texts, |texts| texts.done)
    }

    const fn with(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
}

const fn at_once(action: Action, group: Group, texts: fn(Texts) -> &'static ActionTexts) -> Entry {
    Entry { action, group, asks: Asks::Nothing, icon: None, texts }
}

const fn plain(
    action: Action,
    group: Group,
    texts: fn(Texts) -> &'static ActionTexts,
    question: fn(Texts) -> &'static QuestionTexts,
) -> Entry {
    Entry { action, group, asks: Asks::Plain(question), icon: None, texts }
}

const fn more(action: Action, group: Group, texts: fn(Texts) -> &'static ActionTexts, question: Question) -> Entry {
    Entry { action, group, asks: Asks::More(question), icon: None, texts }
}
