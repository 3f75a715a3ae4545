//! Images (row N02).

use super::encode::with_query;
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::ImageId;
use crate::wire::ImagePage;
use crate::wire::root::page;

/// `GET /images?limit&marker` (row N02).
pub fn list(limit: u32, marker: Option<&ImageId>) -> Call<ImagePage> {
    let marker = marker.map(|id| id.0.clone());
    let path = with_query("/images", [("limit", Some(limit.to_string())), ("marker", marker)]);
    Call { request: Request::get(Service::Image, path), read }
}

fn read(reply: &Reply) -> Result<ImagePage, ReadError> {
    page(reply).map(|page| ImagePage { images: page.items, has_next: page.has_next })
}
