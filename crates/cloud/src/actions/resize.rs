//! Resize to another flavor, and confirm or revert where the cloud waits for that (row S26).

use super::{Body, Definition, Ends, FlavorRule, Shown, by_word};
use crate::exchange::Call;
use crate::ids::{FlavorId, ServerId};
use crate::json::Json;
use crate::rules::offers::Feature;
use crate::status::Status::{self, *};
use crate::status::Task;

/// The status before: a stopped instance stays stopped.
const AS_BEFORE: &[Status] = &[Active, Shutoff];

pub const RESIZE: Definition = Definition {
    word: "resize",
    body: Body::Argued,
    needs: Some(&[Active, Shutoff]),
    ends: Ends::In(AS_BEFORE),
    task: Some(Task::ResizePrep),
    flavor: Some(FlavorRule::NeverU2),
    looks_the_same: true,
    spends: true,
    ..Definition::PLAIN
};

pub const CONFIRM: Definition = Definition {
    word: "confirmResize",
    needs: Some(&[VerifyResize]),
    ends: Ends::In(AS_BEFORE),
    feature: Some(Feature::ConfirmResize),
    shown: Shown::WhereAllowed,
    spends: true,
    ..Definition::PLAIN
};

pub const REVERT: Definition = Definition { word: "revertResize", task: Some(Task::ResizeReverting), ..CONFIRM };

/// How the root disk is partitioned after a resize or rebuild (`OS-DCF:diskConfig`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DiskConfig {
    /// One partition that fills the disk.
    Auto,
    /// The partitions of the image.
    Manual,
}

impl DiskConfig {
    fn as_str(self) -> &'static str {
        match self {
            DiskConfig::Auto => "AUTO",
            DiskConfig::Manual => "MANUAL",
        }
    }
}

/// The request of a resize.
pub fn resize(id: &ServerId, flavor: &FlavorId, disk: Option<DiskConfig>) -> Call<()> {
    let mut resize = Json::object([("flavorRef", flavor.as_str().into())]);
    if let Some(disk) = disk {
        resize.put("OS-DCF:diskConfig", disk.as_str().into());
    }
    by_word(id, RESIZE.word, resize)
}
