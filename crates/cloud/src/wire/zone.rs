//! Availability zones (row S03).

use super::read::wire;
use crate::ids::ZoneName;

wire! {
    /// One availability zone.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Zone in "zone", "availabilityZoneInfo" {
        pub name: ZoneName = "zoneName",
        /// `available`; false: shown but not selectable.
        pub available: bool = "zoneState" => |state| state.get("available").flag().unwrap_or_default(),
    }
}
