//! Block storage, the reads (row N06).

use crate::exchange::Call;
use crate::wire::Volume;

/// `GET /volumes/detail`.
pub fn list() -> Call<Vec<Volume>> {
    todo!()
}
