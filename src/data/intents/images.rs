//! Images (rows N02, N07).

use cloud::calls::images;
use cloud::{Failure, ImageId};
use sync::{Event, Key};

use super::send;
use crate::data::driver::step;

/// Deletes an image.
pub async fn delete_image(id: &ImageId) -> Result<(), Failure> {
    let (scope, ()) = send(images::delete(id)).await?;
    step(Event::Invalidate(Key::Images(scope)));
    Ok(())
}
