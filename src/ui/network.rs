//! The reason that disables every button that needs the cloud while there is no network.

use crate::browser::tab;
use crate::locales::{Text, tx};
use crate::reactive::Observed;

/// Why nothing can be sent now; `None` if there is a network.
pub fn no_network() -> Observed<Option<Text>> {
    let network = tab::has_network();
    Observed::derive(move || (!network.get()).then(|| tx(|t| t.shell().no_network)))
}
