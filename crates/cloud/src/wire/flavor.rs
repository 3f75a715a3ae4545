//! Flavors (rows S01, S02).

use super::Pairs;
use super::read::wire;
use crate::ids::FlavorId;

wire! {
    /// A flavor of the detailed list.
    #[derive(Clone, PartialEq, Debug)]
    pub struct Flavor in "flavor", "flavors" {
        pub id: FlavorId = "id",
        /// e.g. `m2.c2m4`.
        pub name: String = "name",
        pub vcpus: u32 = "vcpus",
        /// MB.
        pub ram_mb: u64 = "ram",
        /// GB; 0 if the root disk is a volume.
        pub disk_gb: u64 = "disk",
        /// GB.
        pub ephemeral_gb: u64 = "OS-FLV-EXT-DATA:ephemeral",
        /// `""` (none) or a number. The guide says GB, Nova sends MB: shown as sent.
        pub swap: u64 = "swap",
        pub rxtx_factor: Option<f64> = "rxtx_factor",
        pub is_public: bool = "os-flavor-access:is_public" => |flag| flag.flag().unwrap_or(true),
        /// True means *not usable*.
        pub disabled: bool = "OS-FLV-DISABLED:disabled",
        pub extra_specs: Pairs = "extra_specs",
    }
}

wire! {
    /// `GET /flavors`: id and name (row S01).
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct FlavorName in "flavor", "flavors" {
        pub id: FlavorId = "id",
        pub name: String = "name",
    }
}

impl Flavor {
    /// Whether it is of NHN's U2 family, with a local disk of fixed size (nhn-api.md §5.6): the name starts with `u2`,
    /// ignoring case.
    pub fn is_u2(&self) -> bool {
        is_u2(&self.name)
    }

    /// Whether it is of NHN's GPU families (`g2`, …), recognised by name only (nhn-api.md §5.6).
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
