//! Images (rows N02, N07, S27).

use cloud::actions::{self, Action};
use cloud::calls::{images, volumes};
use cloud::capture::Capture;
use cloud::rules::offers::Feature;
use cloud::volume::ImageOfVolume;
use cloud::wire::Server;
use cloud::{Failure, ImageId, VolumeId};
use sync::{Event, Key};

use super::servers::act_with;
use super::{send, send_offered};
use crate::data::driver::step;

/// Creates an image of an instance (row S27); returns its id if the cloud says it.
pub async fn create_image(server: &Server, image: &Capture) -> Result<Option<ImageId>, Failure> {
    let call = actions::create_image(&server.id, image.name(), image.metadata());
    let (scope, id) = act_with(server, Action::CreateImage, call).await?;
    step(Event::Invalidate(Key::Images(scope)));
    Ok(id)
}

/// Creates an image of a volume (row N07): how NHN captures all instances except those on U2.
pub async fn image_of_volume(volume: &VolumeId, image: &ImageOfVolume) -> Result<ImageId, Failure> {
    let (scope, upload) = send_offered(Feature::ImageFromVolume, volumes::upload_image(volume, image)).await?;
    step(Event::Invalidate(Key::Images(scope.clone())));
    step(Event::Invalidate(Key::Volumes(scope)));
    Ok(upload.image)
}

/// Deletes an image.
pub async fn delete_image(id: &ImageId) -> Result<(), Failure> {
    let (scope, ()) = send(images::delete(id)).await?;
    step(Event::Invalidate(Key::Images(scope)));
    Ok(())
}
