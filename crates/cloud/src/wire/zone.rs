//! Availability zones (row S03).

use super::root::Wire;
use crate::ids::ZoneName;
use crate::json::Json;

/// One availability zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Zone {
    /// `zoneName`.
    pub name: ZoneName,
    /// `zoneState.available`; false: shown, not selectable.
    pub available: bool,
}

impl Wire for Zone {
    const ONE: &'static str = "zone";
    const MANY: &'static [&'static str] = &["availabilityZoneInfo"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            name: row.get("zoneName").filled().map(ZoneName)?,
            available: row.get("zoneState").get("available").flag().unwrap_or_default(),
        })
    }
}
