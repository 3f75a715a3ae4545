//! Images (row N02).

use super::image_status::{ImagePhase, ImageStatus};
use super::read::{Named, Wire, wire};
use super::snapshot::percent;
use crate::exchange::{ReadError, Reply};
use crate::ids::{ImageId, ServerId, TenantId};
use crate::json::parse;
use crate::time::Timestamp;

wire! {
    /// An image of the image service.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Image in "image", "images" {
        pub id: ImageId = "id",
        /// Empty when null.
        pub name: String = "name",
        pub status: ImageStatus = "status",
        pub visibility: String = "visibility",
        /// GB.
        pub min_disk_gb: u64 = "min_disk",
        /// MB.
        pub min_ram_mb: u64 = "min_ram",
        /// File size in bytes; `None` until it is written. The second key is Nova's older one.
        pub size: Option<u64> = "size" | "OS-EXT-IMG-SIZE:size",
        /// Percent; sent by Nova, not by Glance.
        pub progress: Option<u8> = "progress" => percent,
        /// It cannot be deleted.
        pub protected: bool = "protected",
        /// As sent; use [`Image::is_windows`] to compare.
        pub os_type: Option<String> = "os_type",
        pub os_distro: Option<String> = "os_distro",
        pub os_version: Option<String> = "os_version",
        pub login_username: Option<String> = "login_username",
        pub created_at: Option<Timestamp> = "created_at",
        /// The instance of which the cloud made it; unknown for images of volumes.
        pub instance: Option<ServerId> = "instance_uuid",
        /// The project.
        pub owner: Option<TenantId> = "owner",
    }
}

impl Image {
    /// Whether `os_type` is Windows, ignoring case (`windows` in images, `Windows` in the guide's server).
    pub fn is_windows(&self) -> bool {
        self.os_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }

    /// Whether it can be deleted: it is neither public nor protected (nhn-api.md §2).
    pub fn is_deletable(&self) -> bool {
        !self.protected && self.visibility != "public" && self.status.phase() != ImagePhase::Gone
    }
}

/// Decodes a single image: Glance sends the object itself, Nova wraps it in `image`.
pub(crate) fn image_in(reply: &Reply) -> Result<Image, ReadError> {
    let root = parse(&reply.body)?;
    Image::read(root.find(&[Image::ONE]).unwrap_or(&root)).ok_or_else(|| ReadError::missing("id"))
}
