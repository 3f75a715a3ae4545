//! Block storage, the reads (row N06).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::wire::Volume;
use crate::wire::root::many;

/// `GET /volumes/detail`, the first thousand.
pub fn list() -> Call<Vec<Volume>> {
    // NHN's default is 100, its largest page 1000.
    Call { request: Request::get(Service::Volume, "/volumes/detail?limit=1000"), read: many::<Volume> }
}
