//! What happens to an instance's volumes and addresses when it is deleted (row S18), as far as it is known.

use std::sync::Arc;

use cloud::rules::fate::{Fates, fates};
use cloud::wire::Server;

use crate::data;
use crate::reactive::Computed;

/// The list, with names and sizes of volumes once block storage has answered.
pub fn follow(server: Arc<Server>) -> Computed<Fates> {
    let known = data::volumes().value;
    Computed::new(move |_| known.with(|known| fates(&server, known.as_deref().unwrap_or_default())))
}
