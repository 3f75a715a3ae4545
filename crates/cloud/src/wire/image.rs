//! Images (row N02).

use crate::ids::ImageId;
use crate::time::Timestamp;

/// One image of the image service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// `id`.
    pub id: ImageId,
    /// `name`; empty when null.
    pub name: String,
    /// `status`, lower case (`active`, `queued`, …).
    pub status: String,
    /// `visibility`.
    pub visibility: String,
    /// `min_disk`, GB.
    pub min_disk_gb: u64,
    /// `min_ram`, MB.
    pub min_ram_mb: u64,
    /// `size` of the file, bytes.
    pub size: Option<u64>,
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
}

/// A page of images.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImagePage {
    /// The images.
    pub images: Vec<Image>,
    /// `next` was there: ask again with the last id as marker.
    pub has_next: bool,
}

impl Image {
    /// `os_type` is Windows, in any case (`windows` in images, `Windows` in the guide's server).
    pub fn is_windows(&self) -> bool {
        self.os_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }
}
