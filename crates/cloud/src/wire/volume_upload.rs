//! What `os-volume_upload_image` answers (row N07).

use super::read::wire;
use crate::ids::ImageId;
use crate::json::Json;

wire! {
    /// An image that is being made of a volume: follow it until it is active, and the volume until it leaves `uploading`.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeUpload in "os-volume_upload_image" {
        pub image: ImageId = "image_id" => |id| said(id).map(ImageId),
        pub name: String = "image_name" => |name| said(name).unwrap_or_default(),
        /// GB of the volume.
        pub size_gb: u64 = "size",
        /// Its name: an object here and a text elsewhere.
        pub kind: Option<String> = "volume_type" => |kind| said(kind.part("name")),
    }
}

/// Nothing is the text `null` here.
fn said(value: &Json<'_>) -> Option<String> {
    value.filled().filter(|text| text != "null")
}
