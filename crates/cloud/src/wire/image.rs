//! Images (row N02).

use super::image_status::{ImagePhase, ImageStatus};
use super::root::Wire;
use super::snapshot::percent;
use crate::exchange::{ReadError, Reply};
use crate::ids::{ImageId, TenantId};
use crate::json::{Json, parse};
use crate::time::Timestamp;

/// One image of the image service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// `id`.
    pub id: ImageId,
    /// `name`; empty when null.
    pub name: String,
    /// `status`.
    pub status: ImageStatus,
    /// `visibility`.
    pub visibility: String,
    /// `min_disk`, GB.
    pub min_disk_gb: u64,
    /// `min_ram`, MB.
    pub min_ram_mb: u64,
    /// `size` of the file, bytes (in Nova's older words `OS-EXT-IMG-SIZE:size`); nothing until it is written.
    pub size: Option<u64>,
    /// `progress`, percent, where the cloud tells it: Nova does, Glance does not.
    pub progress: Option<u8>,
    /// `protected`: it cannot be deleted.
    pub protected: bool,
    /// `os_type`, as sent; compare with [`Image::is_windows`].
    pub os_type: Option<String>,
    /// `os_distro`.
    pub os_distro: Option<String>,
    /// `os_version`.
    pub os_version: Option<String>,
    /// `login_username`.
    pub login_username: Option<String>,
    /// `created_at`.
    pub created_at: Option<Timestamp>,
    /// `owner`: the project.
    pub owner: Option<TenantId>,
}

impl Image {
    /// `os_type` is Windows, in any case (`windows` in images, `Windows` in the guide's server).
    pub fn is_windows(&self) -> bool {
        self.os_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }

    /// The service takes a delete: it is neither public nor protected (nhn-api.md §2).
    pub fn is_deletable(&self) -> bool {
        !self.protected && self.visibility != "public" && self.status.phase() != ImagePhase::Gone
    }
}

/// Reads a single one: Glance's stands in the answer as it is, Nova's below `image`.
pub(crate) fn image_in(reply: &Reply) -> Result<Image, ReadError> {
    let root = parse(&reply.body)?;
    Image::read(root.find(&[Image::ONE]).unwrap_or(&root)).ok_or_else(|| ReadError::missing("id"))
}

impl Wire for Image {
    const ONE: &'static str = "image";
    const MANY: &'static [&'static str] = &["images"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(ImageId)?,
            name: row.get("name").text(),
            status: ImageStatus::parse(&row.get("status").text()),
            visibility: row.get("visibility").text(),
            min_disk_gb: row.get("min_disk").count().unwrap_or_default(),
            min_ram_mb: row.get("min_ram").count().unwrap_or_default(),
            size: row.any(&["size", "OS-EXT-IMG-SIZE:size"]).count(),
            progress: percent(row.get("progress")),
            protected: row.get("protected").flag().unwrap_or_default(),
            os_type: row.get("os_type").filled(),
            os_distro: row.get("os_distro").filled(),
            os_version: row.get("os_version").filled(),
            login_username: row.get("login_username").filled(),
            created_at: row.get("created_at").time(),
            owner: row.get("owner").filled().map(TenantId),
        })
    }
}
