//! Availability zones (row S03).

use crate::ids::ZoneName;

/// One availability zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Zone {
    /// `zoneName`.
    pub name: ZoneName,
    /// `zoneState.available`; false: shown, not selectable.
    pub available: bool,
}
