//! Console, console log and first password of an instance. The requests are in `calls::console`.

use super::{Body, Definition};
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const SCREEN: Definition = Definition {
    body: Body::Argued,
    // The console exists while the guest runs on its host.
    needs: Some(&[Active, Error, HardReboot, Password, Paused, Reboot, Rescue, VerifyResize]),
    feature: Some(Feature::Console),
    stopped_by_lock: false,
    only_reads: true,
    ..Definition::PLAIN
};

pub const LOG: Definition = Definition {
    word: "os-getConsoleOutput",
    // The log remains after a power-off, but not after leaving the host.
    needs: Some(&[
        Active,
        Build,
        Error,
        HardReboot,
        Password,
        Paused,
        Reboot,
        Rescue,
        Shutoff,
        Suspended,
        VerifyResize,
    ]),
    feature: Some(Feature::ConsoleLog),
    ..SCREEN
};

pub const PASSWORD: Definition = Definition { needs: None, feature: Some(Feature::Password), ..SCREEN };
