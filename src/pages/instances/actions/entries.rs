//! The actions a user can choose, in menu order: label, icon and which dialog comes first. The menu, the buttons, the
//! dialogs and the notices all use this table. The API side of an action is in `cloud::actions`; docs/adding.md
//! explains how to add one.

use cloud::rules::lifecycle::Action;

use crate::locales::{ActionTexts, QuestionTexts, Text, Texts, tx_of};
use crate::ui::Icon;

/// One action in the menu.
pub struct Entry {
    pub action: Action,
    pub group: Group,
    pub asks: Asks,
    pub icon: Option<Icon>,
    texts: fn(Texts) -> &'static ActionTexts,
}

/// The groups of the menu.
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

/// Which dialog comes before the action.
#[derive(Clone, Copy)]
pub enum Asks {
    /// None: the action runs at once.
    Nothing,
    /// A confirmation.
    Plain(fn(Texts) -> &'static QuestionTexts),
    /// A dialog with more fields.
    More(Question),
}

/// The dialogs with more than a confirmation. They are an enum instead of functions because the menu is loaded before
/// the dialogs' part of the program.
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
    // Stands for both ways of rebooting: see `of`.
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
    // The action is chosen per instance: see `menu`.
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

/// The entries of these groups, in menu order.
pub fn in_groups(groups: &[Group]) -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(move |entry| groups.contains(&entry.group))
}

/// The entry of an action. Both ways of rebooting share one. `None`: the action is offered elsewhere on the page.
pub fn of(action: Action) -> Option<&'static Entry> {
    let listed = if action == Action::SoftReboot { Action::HardReboot } else { action };
    ENTRIES.iter().find(|entry| entry.action == listed)
}

impl Entry {
    /// The label in the menu and on the button.
    pub fn menu(&self) -> Text {
        tx_of(self.texts, |texts| texts.menu)
    }

    /// The notice when the action has started; contains `{name}`.
    pub fn begun(&self) -> Text {
        tx_of(self.texts, |texts| texts.begun)
    }

    /// The notice when the action has succeeded; contains `{name}`.
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
