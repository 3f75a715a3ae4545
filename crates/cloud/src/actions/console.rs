//! Looking at an instance: its screen, its log, its first password; the requests are in `calls::console`.

use super::{Body, Definition};
use crate::rules::offers::Feature;
use crate::status::Status::*;

pub const SCREEN: Definition = Definition {
    body: Body::Argued,
    // The guest has a screen while its host runs it.
    needs: Some(&[Active, Error, HardReboot, Password, Paused, Reboot, Rescue, VerifyResize]),
    feature: Some(Feature::Console),
    stopped_by_lock: false,
    only_reads: true,
    ..Definition::PLAIN
};

pub const LOG: Definition = Definition {
    word: "os-getConsoleOutput",
    // The log outlives the power, but not the host.
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
