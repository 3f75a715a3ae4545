//! The actions on an instance, one file for each group of related ones: key, allowed statuses, end, required feature, and its
//! request if it has one of its own. The lifecycle rules, the menu, the follower and the simulated cloud read these
//! definitions. docs/adding.md describes how to add one.

mod console;
mod definition;
mod delete;
mod edit;
mod image;
mod lock;
mod network;
mod pause;
mod power;
mod rebuild;
mod rescue;
mod resize;
mod set_password;
mod shelve;
#[cfg(test)]
mod tests;
mod volumes;

use crate::exchange::Call;
use crate::ids::ServerId;
use crate::json::Json;
use crate::rules::offers::Feature;

pub use definition::{Body, Definition, Ends, FlavorRule, Shown};
pub use image::create_image;
pub use network::{add_security_group, remove_security_group};
pub use rebuild::rebuild;
pub use rescue::rescue;
pub use resize::{DiskConfig, resize};
pub use set_password::{PASSWORD_MIN, Strength, generate_password, set_password, strength};

/// Declares the actions in menu order: `Name = definition`.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $definition:path;)*) => {
        /// An action on an instance.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// All actions, in menu order.
            pub const ALL: &[Action] = &[$(Action::$name,)*];

            /// The definition of this action.
            // Returned by value and inlined, so that only the fields a caller uses are compiled into the page.
            #[inline(always)]
            pub const fn definition(self) -> Definition {
                match self {
                    $(Action::$name => $definition,)*
                }
            }

            /// The name by which records in the browser refer to it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Action::$name => stringify!($name),)*
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
    /// `reboot`, soft: asks the guest to shut down (row S25).
    SoftReboot = power::SOFT_REBOOT;
    /// `reboot`, hard: cuts the power (row S25).
    HardReboot = power::HARD_REBOOT;
    /// `resize` (row S26).
    Resize = resize::RESIZE;
    /// `confirmResize`, if the cloud waits for it (row S26).
    ConfirmResize = resize::CONFIRM;
    /// `revertResize`, if the cloud waits for it (row S26).
    RevertResize = resize::REVERT;
    /// `createImage` (row S27); on NHN for U2 only.
    CreateImage = image::OF_INSTANCE;
    /// `os-volume_upload_image` of the root volume (row N07): on NHN for all flavors but U2.
    CreateImageFromVolume = image::OF_VOLUME;
    /// `shelve` (row N08): leaves its host and keeps its disks.
    Shelve = shelve::SHELVE;
    /// `unshelve` (row N08).
    Unshelve = shelve::UNSHELVE;
    /// `shelveOffload`: leaves the host immediately, on clouds that delay this.
    ShelveOffload = shelve::OFFLOAD;
    /// `pause`.
    Pause = pause::PAUSE;
    /// `unpause`.
    Unpause = pause::UNPAUSE;
    /// `suspend`.
    Suspend = pause::SUSPEND;
    /// `resume`.
    Resume = pause::RESUME;
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
    AddSecurityGroup = network::ADD_GROUP;
    /// `removeSecurityGroup` (row S29).
    RemoveSecurityGroup = network::REMOVE_GROUP;
    /// Floating IP to one of its ports, through the network API (row S30).
    AttachFloatingIp = network::ATTACH_FLOATING_IP;
    /// Floating IP away from its port (row S30).
    DetachFloatingIp = network::DETACH_FLOATING_IP;
    /// `POST os-interface`.
    AttachInterface = network::ATTACH_INTERFACE;
    /// `DELETE os-interface/{port}`.
    DetachInterface = network::DETACH_INTERFACE;
    /// Sets or deletes metadata (row N08).
    EditMetadata = edit::METADATA;
    /// A link to the VNC console.
    Console = console::SCREEN;
    /// `os-getConsoleOutput` (row N09).
    ConsoleLog = console::LOG;
    /// `os-server-password`: the encrypted first password of a Windows instance.
    Password = console::PASSWORD;
    /// `PUT` with another name (row S17).
    Rename = edit::RENAME;
    /// `DELETE` (row S18).
    Delete = delete::DELETE;
    /// `restore`: undoes a deletion, where the cloud keeps deleted instances for a while.
    Restore = delete::RESTORE;
    /// `forceDelete`: deletes a kept instance permanently.
    ForceDelete = delete::FOR_GOOD;
}

impl Action {
    /// The action with this key in the body of `POST servers/{id}/action`; for `reboot` the soft one.
    pub fn of_word(word: &str) -> Option<Self> {
        let of = |action: &Self| action.definition().word;
        Self::ALL.iter().copied().find(|action| !word.is_empty() && of(action) == word)
    }

    /// The action with this [`Action::name`].
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// The feature that the cloud must have for it, if that is optional.
    pub fn feature(self) -> Option<Feature> {
        let definition = self.definition();
        definition.feature.filter(|_| !definition.way_out)
    }

    /// The call of an action that needs only the instance; `None` if it needs an argument.
    pub fn call(self, id: &ServerId) -> Option<Call<()>> {
        let definition = self.definition();
        match definition.body {
            Body::Null => Some(by_word(id, definition.word, Json::Nothing)),
            Body::Own(call) => Some(call(id)),
            Body::Argued => None,
        }
    }
}

/// `POST servers/{id}/action` with an empty response.
fn by_word(id: &ServerId, word: &'static str, argument: Json<'_>) -> Call<()> {
    crate::calls::servers::act(id, &Json::object([(word, argument)]))
}
