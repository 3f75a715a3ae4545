//! Metadata of an instance (row N08).

use cloud::calls::metadata;
use cloud::rules::offers::Feature;
use cloud::wire::Pairs;
use cloud::{Failure, ServerId};
use sync::{Event, Key, Scope};

use super::send_offered;
use crate::data::driver::step;

/// As the cloud has it now: read before it is changed, and the way to learn whether it can be.
pub async fn list_metadata(server: &ServerId) -> Result<Pairs, Failure> {
    let (scope, pairs) = send_offered(Feature::Metadata, metadata::list(server)).await?;
    changed(scope, server);
    Ok(pairs)
}

/// Adds one, or changes the one that is there.
pub async fn set_metadata(server: &ServerId, key: &str, value: &str, there: bool) -> Result<(), Failure> {
    let scope = if there {
        send_offered(Feature::Metadata, metadata::set(server, key, value)).await?.0
    } else {
        let one = Pairs::from_iter([(key.to_owned(), value.to_owned())]);
        send_offered(Feature::Metadata, metadata::add(server, &one)).await?.0
    };
    changed(scope, server);
    Ok(())
}

/// Removes one.
pub async fn remove_metadata(server: &ServerId, key: &str) -> Result<(), Failure> {
    let (scope, ()) = send_offered(Feature::Metadata, metadata::remove(server, key)).await?;
    changed(scope, server);
    Ok(())
}

fn changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Server(scope, server.clone())));
}
