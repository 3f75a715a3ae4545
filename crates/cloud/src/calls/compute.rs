//! Availability zones (row S03).

use crate::catalog::Service;
use crate::exchange::{Call, Request};
use crate::wire::Zone;
use crate::wire::root::many;

/// `GET /os-availability-zone` (row S03).
pub fn zones() -> Call<Vec<Zone>> {
    Call { request: Request::get(Service::Compute, "/os-availability-zone"), read: many::<Zone> }
}
