//! Kinds of volumes (row N06): `General SSD`, `General HDD`, encrypted ones.

use super::root::Wire;
use crate::json::Json;

/// One kind. It is chosen by its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeType {
    /// `name`.
    pub name: String,
    /// `description`; empty when null.
    pub description: String,
}

impl Wire for VolumeType {
    const ONE: &'static str = "volume_type";
    const MANY: &'static [&'static str] = &["volume_types"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self { name: row.get("name").filled()?, description: row.get("description").text() })
    }
}
