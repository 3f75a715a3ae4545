//! What `os-volume_upload_image` answers (row N07).

use super::root::Wire;
use crate::ids::ImageId;
use crate::json::Json;

/// An image that is being made of a volume: follow it until it is active, and the volume until it leaves `uploading`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VolumeUpload {
    /// `image_id`.
    pub image: ImageId,
    /// `image_name`.
    pub name: String,
    /// `size` of the volume, GB.
    pub size_gb: u64,
    /// The name of `volume_type`: an object here and a text elsewhere, whose nothing is the text `null`.
    pub kind: Option<String>,
}

impl Wire for VolumeUpload {
    const ONE: &'static str = "os-volume_upload_image";
    const MANY: &'static [&'static str] = &[];

    fn read(row: &Json<'_>) -> Option<Self> {
        let said = |value: &Json<'_>| value.filled().filter(|text| text != "null");
        Some(Self {
            image: said(row.get("image_id")).map(ImageId)?,
            name: said(row.get("image_name")).unwrap_or_default(),
            size_gb: row.get("size").count().unwrap_or_default(),
            kind: said(row.get("volume_type").part("name")),
        })
    }
}
