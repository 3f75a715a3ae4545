//! What becomes of an instance's volumes and addresses when it is deleted (row S18), as far as it is known.

use std::sync::Arc;

use cloud::rules::fate::{Fates, fates};
use cloud::wire::Server;

use crate::data;
use crate::reactive::Computed;

/// The fates, with the volumes' names and sizes as soon as the block storage service tells them.
pub fn follow(server: Arc<Server>) -> Computed<Fates> {
    let known = data::volumes().value;
    Computed::new(move |_| known.with(|known| fates(&server, known.as_deref().unwrap_or_default())))
}
