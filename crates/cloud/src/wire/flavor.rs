//! Flavors (rows S01, S02).

use super::Pairs;
use super::root::Wire;
use crate::ids::FlavorId;
use crate::json::Json;

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
    pub extra_specs: Pairs,
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
        is_u2(&self.name)
    }

    /// NHN's GPU families (`g2`, …): the name is the only sign (nhn-api.md §5.6).
    pub fn is_gpu(&self) -> bool {
        is_gpu(&self.name)
    }

    /// The part of the name before the first dot (`m2`).
    pub fn family(&self) -> &str {
        family(&self.name)
    }
}

impl FlavorName {
    /// As [`Flavor::is_u2`].
    pub fn is_u2(&self) -> bool {
        is_u2(&self.name)
    }

    /// As [`Flavor::is_gpu`].
    pub fn is_gpu(&self) -> bool {
        is_gpu(&self.name)
    }
}

fn is_u2(name: &str) -> bool {
    name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("u2"))
}

fn is_gpu(name: &str) -> bool {
    let mut letters = family(name).chars();
    letters.next().is_some_and(|first| first.eq_ignore_ascii_case(&'g'))
        && letters.next().is_some_and(|second| second.is_ascii_digit())
}

fn family(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

impl Wire for Flavor {
    const ONE: &'static str = "flavor";
    const MANY: &'static [&'static str] = &["flavors"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(FlavorId)?,
            name: row.get("name").text(),
            vcpus: row.get("vcpus").count().and_then(|count| u32::try_from(count).ok()).unwrap_or_default(),
            ram_mb: row.get("ram").count().unwrap_or_default(),
            disk_gb: row.get("disk").count().unwrap_or_default(),
            ephemeral_gb: row.get("OS-FLV-EXT-DATA:ephemeral").count().unwrap_or_default(),
            swap: row.get("swap").count().unwrap_or_default(),
            rxtx_factor: row.get("rxtx_factor").float(),
            is_public: row.get("os-flavor-access:is_public").flag().unwrap_or(true),
            disabled: row.get("OS-FLV-DISABLED:disabled").flag().unwrap_or_default(),
            extra_specs: row.get("extra_specs").texts(),
        })
    }
}

impl Wire for FlavorName {
    const ONE: &'static str = "flavor";
    const MANY: &'static [&'static str] = &["flavors"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self { id: row.get("id").filled().map(FlavorId)?, name: row.get("name").text() })
    }
}
