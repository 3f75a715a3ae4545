//! Images created from an instance (createImage) or a volume (os-volume_upload_image).

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::coming::{Change, Coming};
use super::{Image, Project};

/// The source of an image.
#[derive(Clone, Debug)]
pub(crate) struct Capture {
    pub name: String,
    /// Id of the source's own image, whose properties are copied.
    pub from: Option<String>,
    /// The source's disk in GB: the minimum for disks from this image.
    pub disk_gb: u64,
    pub protected: bool,
    pub properties: BTreeMap<String, String>,
}

/// When saving begins, ms.
const SAVING_MS: i64 = 1_000;
/// When it is active, ms.
pub(crate) const ACTIVE_MS: i64 = 8_000;
/// The number of steps in which it grows.
const PARTS: u64 = 5;

impl Project {
    /// Starts creating an image and returns its id. `fail-image-…` ends `killed`, `stuck-…` stays `saving`.
    pub(crate) fn capture(&mut self, capture: Capture, now: Timestamp) -> String {
        let source = capture.from.as_deref().and_then(|id| self.image(id)).cloned();
        let source = source.as_ref();
        let size = source.map_or(900 << 20, |image| image.size);
        let mut steps = vec![(SAVING_MS, Change::Status("saving"))];
        for part in 1..PARTS {
            let at = SAVING_MS + (ACTIVE_MS - SAVING_MS) * i64::try_from(part).unwrap_or(1) / PARTS as i64;
            steps.push((at, Change::Size(size / PARTS * part)));
        }
        if capture.name.starts_with("fail-image-") {
            steps.push((ACTIVE_MS, Change::Status("killed")));
        } else if !capture.name.starts_with("stuck-") {
            steps.extend([(ACTIVE_MS, Change::Size(size)), (ACTIVE_MS, Change::Status("active"))]);
        }
        let image = Image {
            id: self.rng.uuid(),
            name: Some(capture.name),
            public: false,
            protected: capture.protected,
            status: "queued",
            coming: Coming::plan(now, self.speed, steps),
            min_disk_gb: capture.disk_gb,
            min_ram_mb: source.map_or(0, |image| image.min_ram_mb),
            size: 0,
            os_type: source.map_or("linux", |image| image.os_type),
            os_distro: source.map_or("", |image| image.os_distro),
            os_version: source.map_or("", |image| image.os_version),
            login: source.map_or("", |image| image.login),
            properties: capture.properties,
            tags: Vec::new(),
            made: None,
            created: now,
        };
        let id = image.id.clone();
        // Glance lists the newest first.
        self.images.insert(0, image);
        id
    }

    pub(super) fn advance_images(&mut self, now: Timestamp) {
        self.images.retain_mut(|image| {
            while let Some((_, change)) = image.coming.due(now) {
                match change {
                    Change::Status(status) => image.status = status,
                    Change::Size(size) => image.size = size,
                    Change::Gone => return false,
                    Change::Detached => {}
                }
            }
            true
        });
    }
}
