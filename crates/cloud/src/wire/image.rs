//! Images (row N02).

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
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

impl Rooted for Image {
    const ONE: &'static str = "image";
    const MANY: &'static [&'static str] = &["images"];
}

impl Wire for Image {
    fn blank() -> Self {
        Self {
            id: ImageId::default(),
            name: String::new(),
            status: String::new(),
            visibility: String::new(),
            min_disk_gb: 0,
            min_ram_mb: 0,
            size: None,
            os_type: None,
            os_distro: None,
            os_version: None,
            login_username: None,
            created_at: None,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = ImageId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "status" => self.status = scalar(map)?.text().to_ascii_lowercase(),
            "visibility" => self.visibility = scalar(map)?.text(),
            "min_disk" => self.min_disk_gb = scalar(map)?.count().unwrap_or_default(),
            "min_ram" => self.min_ram_mb = scalar(map)?.count().unwrap_or_default(),
            "size" => self.size = scalar(map)?.count(),
            "os_type" => self.os_type = scalar(map)?.filled(),
            "os_distro" => self.os_distro = scalar(map)?.filled(),
            "os_version" => self.os_version = scalar(map)?.filled(),
            "login_username" => self.login_username = scalar(map)?.filled(),
            "created_at" => self.created_at = scalar(map)?.time(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}
