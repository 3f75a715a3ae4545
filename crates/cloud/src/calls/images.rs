//! Images (row N02).

use crate::exchange::Call;
use crate::ids::ImageId;
use crate::wire::ImagePage;

/// `GET /images?limit&marker` (row N02).
pub fn list(limit: u32, marker: Option<&ImageId>) -> Call<ImagePage> {
    let _ = (limit, marker);
    todo!()
}
