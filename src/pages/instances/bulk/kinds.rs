//! What can be done to the selected instances, in menu order. docs/adding.md explains how to add one.

use cloud::FlavorId;
use cloud::actions::Action;
use runner::{Group, Operation};

use crate::locales::Words;
use crate::ui::Icon;

/// One entry of the menu.
pub struct Kind {
    /// What is done.
    pub does: Does,
    /// With a line above it in the menu.
    pub apart: bool,
    pub icon: Option<Icon>,
    pub menu: Words,
    /// What happens to the instances, in a sentence.
    pub text: Option<Words>,
}

/// An operation without its arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// An action that needs none.
    Plain(Action),
    AddGroup,
    RemoveGroup,
    Resize,
    CreateImage,
    SetMetadata,
    RemoveMetadata,
}

/// The entries.
pub static KINDS: &[Kind] = &[
    plain(Action::Start, |t| t.bulk().start).with(Icon::Play),
    plain(Action::Stop, |t| t.bulk().stop).with(Icon::Stop).says(|t| t.bulk().stop_text),
    plain(Action::SoftReboot, |t| t.bulk().soft_reboot).with(Icon::Reboot).says(|t| t.bulk().soft_reboot_text),
    plain(Action::HardReboot, |t| t.bulk().hard_reboot).says(|t| t.bulk().hard_reboot_text),
    plain(Action::Shelve, |t| t.bulk().shelve).says(|t| t.bulk().shelve_text).apart(),
    plain(Action::Unshelve, |t| t.bulk().unshelve),
    kind(Does::Resize, |t| t.bulk().resize).with(Icon::Flavors).says(|t| t.bulk().resize_text).apart(),
    kind(Does::CreateImage, |t| t.bulk().create_image).with(Icon::Images).says(|t| t.bulk().image_text),
    plain(Action::Lock, |t| t.bulk().lock).says(|t| t.bulk().lock_text).apart(),
    plain(Action::Unlock, |t| t.bulk().unlock),
    kind(Does::AddGroup, |t| t.bulk().add_group).with(Icon::Shield).apart(),
    kind(Does::RemoveGroup, |t| t.bulk().remove_group),
    kind(Does::SetMetadata, |t| t.bulk().set_metadata),
    kind(Does::RemoveMetadata, |t| t.bulk().remove_metadata),
    plain(Action::Delete, |t| t.bulk().delete).with(Icon::Trash).says(|t| t.bulk().delete_text).apart(),
];

impl Does {
    /// The number of instances must be typed before it begins.
    pub fn is_final(self) -> bool {
        self == Does::Plain(Action::Delete)
    }

    /// The operation, with empty arguments if it has some: for its title.
    pub fn bare(self) -> Operation {
        let group = Group { name: String::new(), sent: String::new() };
        match self {
            Does::Plain(action) => Operation::Plain(action),
            Does::AddGroup => Operation::AddGroup(group),
            Does::RemoveGroup => Operation::RemoveGroup(group),
            Does::Resize => Operation::Resize(FlavorId(String::new())),
            Does::CreateImage => Operation::CreateImage { date: String::new() },
            Does::SetMetadata => Operation::SetMetadata { key: String::new(), value: String::new() },
            Does::RemoveMetadata => Operation::RemoveMetadata { key: String::new() },
        }
    }
}

impl Kind {
    const fn with(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    const fn says(mut self, text: Words) -> Self {
        self.text = Some(text);
        self
    }

    const fn apart(mut self) -> Self {
        self.apart = true;
        self
    }
}

const fn plain(action: Action, menu: Words) -> Kind {
    kind(Does::Plain(action), menu)
}

const fn kind(does: Does, menu: Words) -> Kind {
    Kind { does, apart: false, icon: None, menu, text: None }
}
