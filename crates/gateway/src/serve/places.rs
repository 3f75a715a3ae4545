//! Limits connections in total and per address. The maximum cost of a connection is known (`crate::memory`), so this
//! limits the memory that strangers can use.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use crate::config::Server;
use crate::net::Net;
use crate::peer;

/// Connections and requests that were refused since the start.
static REFUSED: AtomicU64 = AtomicU64::new(0);

/// The value of [`REFUSED`].
pub fn refused() -> u64 {
    REFUSED.load(Ordering::Relaxed)
}

/// The limits.
#[derive(Clone, Debug)]
pub struct Limits {
    all: usize,
    per_client: usize,
    /// Servers in front, which represent many clients.
    trusted: Vec<Net>,
}

impl Limits {
    /// From the configuration.
    pub fn new(server: &Server) -> Limits {
        Limits {
            all: server.max_connections,
            per_client: server.max_connections_per_client,
            trusted: server.trusted_proxies.clone(),
        }
    }
}

/// The occupied places.
#[derive(Default, Debug)]
pub struct Places {
    taken: Mutex<Taken>,
    freed: Notify,
}

#[derive(Default, Debug)]
struct Taken {
    all: usize,
    clients: HashMap<IpAddr, usize>,
}

/// An occupied place, which becomes free when this is dropped.
#[derive(Debug)]
pub struct Place {
    places: Arc<Places>,
    /// `None`: a trusted server, which is not counted.
    client: Option<IpAddr>,
}

impl Places {
    /// Waits until fewer than `all` places are occupied.
    pub async fn room(&self, all: usize) {
        loop {
            let mut freed = std::pin::pin!(self.freed.notified());
            freed.as_mut().enable();
            if self.taken.lock().unwrap_or_else(PoisonError::into_inner).all < all {
                return;
            }
            freed.await;
        }
    }

    /// Takes a place for a connection or a concurrent request; `None` if all are occupied, or the client has its share.
    pub fn take(self: &Arc<Places>, limits: &Limits, client: IpAddr) -> Option<Place> {
        let client = client.to_canonical();
        let counted = !limits.trusted.iter().any(|net| net.contains(client));
        let client = counted.then(|| peer::group(client));
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let own = client.and_then(|client| taken.clients.get(&client)).copied().unwrap_or_default();
        if taken.all >= limits.all || own >= limits.per_client {
            REFUSED.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        taken.all += 1;
        if let Some(client) = client {
            taken.clients.insert(client, own + 1);
        }
        Some(Place { places: Arc::clone(self), client })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all = taken.all.saturating_sub(1);
        if let Some(client) = self.client {
            let left = taken.clients.get_mut(&client).map(|own| {
                *own = own.saturating_sub(1);
                *own
            });
            // Clients without places are removed.
            if left == Some(0) {
                taken.clients.remove(&client);
            }
        }
        drop(taken);
        self.places.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(all: usize, per_client: usize) -> Limits {
        Limits { all, per_client, trusted: vec!["10.0.0.0/8".parse().expect("a range")] }
    }

    #[test]
    fn one_address_cannot_take_all_places() {
        let places = Arc::<Places>::default();
        let take = |client: &str| places.take(&limits(4, 2), client.parse().expect("an address"));
        let one = [take("203.0.113.1"), take("203.0.113.1")];
        assert!(one.iter().all(Option::is_some));
        assert!(take("203.0.113.1").is_none(), "it has its share");
        assert!(take("::ffff:203.0.113.1").is_none(), "written another way");
        let six = [take("2001:db8::1"), take("2001:db8::2")];
        assert!(six.iter().all(Option::is_some));
        assert!(take("203.0.113.2").is_none(), "all are taken");
        drop((one, six));
        assert!(take("203.0.113.1").is_some());
        assert!(places.taken.lock().expect("no panic").clients.is_empty(), "nothing is kept of who is gone");
    }

    #[test]
    fn a_trusted_server_stands_for_many_clients() {
        let places = Arc::<Places>::default();
        let taken: Vec<_> =
            (0..5).map(|_| places.take(&limits(4, 1), [10, 0, 0, 1].into())).filter(Option::is_some).collect();
        assert_eq!(taken.len(), 4, "only the bound of all holds");
    }

    #[tokio::test]
    async fn who_waits_for_room_gets_the_next_free_place() {
        let places = Arc::<Places>::default();
        let place = places.take(&limits(1, 1), [1; 4].into()).expect("the first");
        let waiting = tokio::spawn({
            let places = Arc::clone(&places);
            async move { places.room(1).await }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        drop(place);
        waiting.await.expect("it goes on");
    }
}
