//! Availability zones (row S03).

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use crate::ids::ZoneName;

/// One availability zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Zone {
    /// `zoneName`.
    pub name: ZoneName,
    /// `zoneState.available`; false: shown, not selectable.
    pub available: bool,
}

impl Rooted for Zone {
    const ONE: &'static str = "zone";
    const MANY: &'static [&'static str] = &["availabilityZoneInfo"];
}

impl Wire for Zone {
    fn blank() -> Self {
        Self { name: ZoneName::default(), available: false }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "zoneName" => self.name = ZoneName(scalar(map)?.text()),
            "zoneState" => self.available = object::<ZoneState, A>(map)?.available,
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.name.0.is_empty()
    }
}

struct ZoneState {
    available: bool,
}

impl Wire for ZoneState {
    fn blank() -> Self {
        Self { available: false }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "available" => self.available = scalar(map)?.flag().unwrap_or_default(),
            _ => skip(map)?,
        }
        Ok(())
    }
}
