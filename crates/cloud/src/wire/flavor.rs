//! Flavors (rows S01, S02).

use std::collections::BTreeMap;

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use crate::ids::FlavorId;

/// One flavor of the detailed list.
#[derive(Clone, PartialEq, Debug)]
pub struct Flavor {
    /// `id`.
    pub id: FlavorId,
    /// `name`, e.g. `m2.c2m4`.
    pub name: String,
    /// `vcpus`.
    pub vcpus: u32,
    /// `ram`, MB.
    pub ram_mb: u64,
    /// `disk`, GB; 0 where the root disk is a volume.
    pub disk_gb: u64,
    /// `OS-FLV-EXT-DATA:ephemeral`, GB.
    pub ephemeral_gb: u64,
    /// `swap`: `""` (none) or a number; the guide says GB, Nova sends MB: shown as sent.
    pub swap: u64,
    /// `rxtx_factor`.
    pub rxtx_factor: Option<f64>,
    /// `os-flavor-access:is_public`.
    pub is_public: bool,
    /// `OS-FLV-DISABLED:disabled`: true means *not usable*.
    pub disabled: bool,
    /// `extra_specs`.
    pub extra_specs: BTreeMap<String, String>,
}

/// `GET /flavors`: id and name (row S01).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlavorName {
    /// `id`.
    pub id: FlavorId,
    /// `name`.
    pub name: String,
}

impl Flavor {
    /// NHN's U2 family: local disk of a fixed size (nhn-api.md §5.6): the lower-cased name starts with `u2`.
    pub fn is_u2(&self) -> bool {
        self.name.to_lowercase().starts_with("u2")
    }

    /// The part of the name before the first dot (`m2`).
    pub fn family(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }
}

impl Rooted for Flavor {
    const ONE: &'static str = "flavor";
    const MANY: &'static [&'static str] = &["flavors"];
}

impl Wire for Flavor {
    fn blank() -> Self {
        Self {
            id: FlavorId::default(),
            name: String::new(),
            vcpus: 0,
            ram_mb: 0,
            disk_gb: 0,
            ephemeral_gb: 0,
            swap: 0,
            rxtx_factor: None,
            is_public: true,
            disabled: false,
            extra_specs: BTreeMap::new(),
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = FlavorId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "vcpus" => self.vcpus = scalar(map)?.count().and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
            "ram" => self.ram_mb = scalar(map)?.count().unwrap_or_default(),
            "disk" => self.disk_gb = scalar(map)?.count().unwrap_or_default(),
            "OS-FLV-EXT-DATA:ephemeral" => self.ephemeral_gb = scalar(map)?.count().unwrap_or_default(),
            "swap" => self.swap = scalar(map)?.count().unwrap_or_default(),
            "rxtx_factor" => self.rxtx_factor = scalar(map)?.float(),
            "os-flavor-access:is_public" => self.is_public = scalar(map)?.flag().unwrap_or(true),
            "OS-FLV-DISABLED:disabled" => self.disabled = scalar(map)?.flag().unwrap_or_default(),
            "extra_specs" => self.extra_specs = texts(map)?,
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

impl Rooted for FlavorName {
    const ONE: &'static str = "flavor";
    const MANY: &'static [&'static str] = &["flavors"];
}

impl Wire for FlavorName {
    fn blank() -> Self {
        Self { id: FlavorId::default(), name: String::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = FlavorId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}
