//! Images (rows N02, S27, N07).

use super::query::with_query;
use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::ids::ImageId;
use crate::percent::encode;
use crate::wire::root::{nothing, page};
use crate::wire::{Image, Page, image_in};

/// `GET /images?limit&marker` (row N02).
pub fn list(limit: u32, marker: Option<&ImageId>) -> Call<Page<Image>> {
    let marker = marker.map(|id| id.0.clone());
    let path = with_query("/images", [("limit", Some(limit.to_string())), ("marker", marker)]);
    Call { request: Request::get(Service::Image, path), read: page::<Image> }
}

/// `GET /images/{id}`: polled for a new image until its [`crate::wire::ImagePhase`] is no longer `Coming`.
pub fn get(id: &ImageId) -> Call<Image> {
    Call { request: Request::get(Service::Image, path_of(id)), read: image_in }
}

/// `DELETE /images/{id}`. Public and protected images refuse it.
pub fn delete(id: &ImageId) -> Call<()> {
    Call { request: Request::delete(Service::Image, path_of(id)), read: nothing }
}

fn path_of(id: &ImageId) -> String {
    format!("/images/{}", encode(id.as_str()))
}
