//! Availability zones (row S03).

use crate::exchange::Call;
use crate::wire::Zone;

/// `GET /os-availability-zone` (row S03).
pub fn zones() -> Call<Vec<Zone>> {
    todo!()
}
