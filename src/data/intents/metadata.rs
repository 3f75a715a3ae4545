//! Metadata of an instance (row N08).

use cloud::calls::metadata;
use cloud::rules::offers::Feature;
use cloud::wire::Pairs;
use cloud::{Failure, ServerId};
use sync::{Event, Key, Scope};

use super::send_offered;
use crate::data::driver::step;
use crate::data::locked;

/// Reads the metadata right before it is changed, which also shows whether the cloud has this call.
pub async fn list_metadata(server: &ServerId) -> Result<Pairs, Failure> {
    let (scope, pairs) = send_offered(Feature::Metadata, metadata::list(server)).await?;
    changed(scope, server);
    Ok(pairs)
}

/// Adds an entry, or changes the existing one.
pub async fn set_metadata(server: &ServerId, key: &str, value: &str, there: bool) -> Result<(), Failure> {
    // A key that cannot be part of a URL is changed by the call that adds, which also overwrites.
    let scope = if there && metadata::is_nameable(key) {
        let call = metadata::set(server, key, value);
        locked::heard(server, send_offered(Feature::Metadata, call)).await?.0
    } else {
        let one = Pairs::from_iter([(key.to_owned(), value.to_owned())]);
        let call = metadata::add(server, &one);
        locked::heard(server, send_offered(Feature::Metadata, call)).await?.0
    };
    changed(scope, server);
    Ok(())
}

/// Removes an entry. If its key cannot be part of a URL, all are read and all others are set.
pub async fn remove_metadata(server: &ServerId, key: &str) -> Result<(), Failure> {
    let call = match metadata::is_nameable(key) {
        true => metadata::remove(server, key),
        false => metadata::keep_all_but(server, &list_metadata(server).await?, key),
    };
    let (scope, ()) = locked::heard(server, send_offered(Feature::Metadata, call)).await?;
    changed(scope, server);
    Ok(())
}

fn changed(scope: Scope, server: &ServerId) {
    step(Event::Invalidate(Key::Server(scope, server.clone())));
}
