//! That there is no network: the reason on whatever needs the cloud.

use crate::browser::tab;
use crate::locales::{Text, tx};
use crate::reactive::Observed;

/// Why nothing can be sent now, if so: the browser has no network.
pub fn no_network() -> Observed<Option<Text>> {
    let network = tab::has_network();
    Observed::derive(move || (!network.get()).then(|| tx(|t| t.shell().no_network)))
}
