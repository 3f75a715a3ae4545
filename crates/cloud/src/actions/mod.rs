//! What can be done to an instance, one file an action (or a pair that belongs together): its word, the states that allow
//! it, how its end is seen, the part of the API it needs, and the request where it has one of its own. The lifecycle rules,
//! the menu, the follower and the simulated cloud read it there. docs/adding.md says how an action is added.

mod console;
mod definition;
mod delete;
mod image;
mod interfaces;
mod lock;
mod metadata;
mod pause;
mod power;
mod reboot;
mod rebuild;
mod rename;
mod rescue;
mod resize;
mod security_groups;
mod set_password;
mod shelve;
mod suspend;
#[cfg(test)]
mod tests;
mod volumes;

use crate::exchange::Call;
use crate::ids::ServerId;
use crate::json::Json;
use crate::rules::offers::Feature;

pub use definition::{Body, Definition, Ends, FlavorRule, Shown};
pub use image::create_image;
pub use rebuild::rebuild;
pub use rescue::rescue;
pub use resize::{DiskConfig, resize};
pub use security_groups::{add_security_group, remove_security_group};
pub use set_password::{PASSWORD_MIN, Strength, generate_password, set_password, strength};

/// The list of actions, in the order of a menu: `Name = where it is defined`.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $definition:path;)*) => {
        /// What can be done to an instance.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// All actions, in the order of a menu.
            pub const ALL: &[Action] = &[$(Action::$name,)*];

            /// All there is to know of it.
            // By value and inlined: of a reader that wants one field, only that field gets into the page.
            #[inline(always)]
            pub const fn definition(self) -> Definition {
                match self {
                    $(Action::$name => $definition,)*
                }
            }
        }
    };
}

actions! {
    /// `os-start` (row S23).
    Start = power::START;
    /// `os-stop` (row S24).
    Stop = power::STOP;
    /// `reboot` that asks the guest to shut down (row S25).
    SoftReboot = reboot::SOFT;
    /// `reboot` that cuts the power (row S25).
    HardReboot = reboot::HARD;
    /// `resize` (row S26).
    Resize = resize::RESIZE;
    /// `confirmResize`, where the cloud waits for it (row S26).
    ConfirmResize = resize::CONFIRM;
    /// `revertResize`, where the cloud waits for it (row S26).
    RevertResize = resize::REVERT;
    /// `createImage` (row S27); on NHN of U2 only.
    CreateImage = image::OF_INSTANCE;
    /// `os-volume_upload_image` of the root volume (row N07): NHN's way for all but U2.
    CreateImageFromVolume = image::OF_VOLUME;
    /// `shelve` (row N08): off its host, its disks kept.
    Shelve = shelve::SHELVE;
    /// `unshelve` (row N08).
    Unshelve = shelve::UNSHELVE;
    /// `shelveOffload`: off its host at once, where a cloud waits with it.
    ShelveOffload = shelve::OFFLOAD;
    /// `pause`.
    Pause = pause::PAUSE;
    /// `unpause`.
    Unpause = pause::UNPAUSE;
    /// `suspend`.
    Suspend = suspend::SUSPEND;
    /// `resume`.
    Resume = suspend::RESUME;
    /// `rescue`.
    Rescue = rescue::RESCUE;
    /// `unrescue`.
    Unrescue = rescue::UNRESCUE;
    /// `lock`.
    Lock = lock::LOCK;
    /// `unlock`.
    Unlock = lock::UNLOCK;
    /// `rebuild`.
    Rebuild = rebuild::REBUILD;
    /// `changePassword`.
    SetPassword = set_password::SET_PASSWORD;
    /// `POST os-volume_attachments` (row S21).
    AttachVolume = volumes::ATTACH;
    /// `DELETE os-volume_attachments/{id}` (row S22).
    DetachVolume = volumes::DETACH;
    /// `addSecurityGroup` (row S28).
    AddSecurityGroup = security_groups::ADD;
    /// `removeSecurityGroup` (row S29).
    RemoveSecurityGroup = security_groups::REMOVE;
    /// A floating IP to one of its ports, through the network API (row S30).
    AttachFloatingIp = interfaces::ATTACH_FLOATING_IP;
    /// A floating IP off it (row S30).
    DetachFloatingIp = interfaces::DETACH_FLOATING_IP;
    /// `POST os-interface`.
    AttachInterface = interfaces::ATTACH;
    /// `DELETE os-interface/{port}`.
    DetachInterface = interfaces::DETACH;
    /// Sets or removes metadata (row N08).
    EditMetadata = metadata::EDIT;
    /// A link to the screen.
    Console = console::SCREEN;
    /// `os-getConsoleOutput` (row N09).
    ConsoleLog = console::LOG;
    /// `os-server-password`: the first password of a Windows instance, encrypted.
    Password = console::PASSWORD;
    /// `PUT` with a new name (row S17).
    Rename = rename::RENAME;
    /// `DELETE` (row S18).
    Delete = delete::DELETE;
    /// `restore`: takes a deletion back, where the cloud keeps what was deleted for a while.
    Restore = delete::RESTORE;
    /// `forceDelete`: ends that while now.
    ForceDelete = delete::FOR_GOOD;
}

impl Action {
    /// The action of a key of the body of `POST servers/{id}/action`; the gentler one where two share it.
    pub fn of_word(word: &str) -> Option<Self> {
        let of = |action: &Self| action.definition().word;
        Self::ALL.iter().copied().find(|action| !word.is_empty() && of(action) == word)
    }

    /// The part of the API that a cloud must have got for it, as far as that is in question.
    pub fn feature(self) -> Option<Feature> {
        let definition = self.definition();
        definition.feature.filter(|_| !definition.way_out)
    }

    /// The call of an action that needs nothing but the instance and answers nothing; `None`: it needs more.
    pub fn call(self, id: &ServerId) -> Option<Call<()>> {
        let definition = self.definition();
        match definition.body {
            Body::Null => Some(by_word(id, definition.word, Json::Nothing)),
            Body::Own(call) => Some(call(id)),
            Body::Argued => None,
        }
    }
}

/// `POST servers/{id}/action` that answers nothing.
fn by_word(id: &ServerId, word: &'static str, argument: Json<'_>) -> Call<()> {
    crate::calls::servers::act(id, &Json::object([(word, argument)]))
}
