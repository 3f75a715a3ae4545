//! Images (row N02).

use super::root::Wire;
use crate::ids::ImageId;
use crate::json::Json;
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

impl ImagePage {
    /// The images of the pages before and of this one, each once: a cloud may repeat the marker (row N02).
    pub fn after(self, before: &[Image]) -> Vec<Image> {
        let mut all = before.to_vec();
        for image in self.images {
            if all.iter().all(|known| known.id != image.id) {
                all.push(image);
            }
        }
        all
    }
}

impl Image {
    /// `os_type` is Windows, in any case (`windows` in images, `Windows` in the guide's server).
    pub fn is_windows(&self) -> bool {
        self.os_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("windows"))
    }
}

impl Wire for Image {
    const ONE: &'static str = "image";
    const MANY: &'static [&'static str] = &["images"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(ImageId)?,
            name: row.get("name").text(),
            status: row.get("status").text().to_ascii_lowercase(),
            visibility: row.get("visibility").text(),
            min_disk_gb: row.get("min_disk").count().unwrap_or_default(),
            min_ram_mb: row.get("min_ram").count().unwrap_or_default(),
            size: row.get("size").count(),
            os_type: row.get("os_type").filled(),
            os_distro: row.get("os_distro").filled(),
            os_version: row.get("os_version").filled(),
            login_username: row.get("login_username").filled(),
            created_at: row.get("created_at").time(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn images(ids: &str) -> Vec<Image> {
        let one = |id: char| Image::read(&Json::object([("id", id.to_string().as_str().into())]));
        ids.chars().filter_map(one).collect()
    }

    #[test]
    fn pages_join_with_each_image_once() {
        for (before, page, all) in [
            ("", "", ""),
            ("", "abc", "abc"),
            ("abc", "de", "abcde"),
            ("abc", "cde", "abcde"),
            ("abc", "abc", "abc"),
            ("ab", "cc", "abc"),
        ] {
            let page = ImagePage { images: images(page), has_next: true };
            assert_eq!(page.after(&images(before)), images(all), "{before} {all}");
        }
    }
}
