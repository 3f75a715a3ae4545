//! Limits concurrent requests, in total and per client. Further requests are refused immediately: a queue would slow
//! down everybody, and the page retries.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::StatusCode;

use crate::answer::GatewayError;
use crate::config;
use crate::peer;

/// `Retry-After` in seconds: about the duration of a response.
const RETRY_AFTER_S: u64 = 1;

/// Counts concurrent requests.
#[derive(Default, Debug)]
pub struct Admission(Mutex<UnderWay>);

#[derive(Default, Debug)]
struct UnderWay {
    most: usize,
    most_per_client: usize,
    all: usize,
    clients: HashMap<IpAddr, usize>,
}

/// A running request, which ends when this is dropped.
#[derive(Debug)]
pub struct Permit {
    admission: Arc<Admission>,
    client: IpAddr,
}

impl Admission {
    fn under_way(&self) -> MutexGuard<'_, UnderWay> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the limits; without a call none are admitted.
    pub fn set_bounds(&self, proxy: &config::Proxy) {
        let mut under_way = self.under_way();
        (under_way.most, under_way.most_per_client) = (proxy.max_concurrent, proxy.max_concurrent_per_client);
    }

    /// Admits a request.
    pub fn enter(self: &Arc<Admission>, client: IpAddr) -> Result<Permit, GatewayError> {
        let client = peer::group(client);
        let mut under_way = self.under_way();
        let most_per_client = under_way.most_per_client;
        if under_way.all >= under_way.most {
            return Err(busy("The gateway has reached its limit of concurrent requests"));
        }
        let own = under_way.clients.entry(client).or_default();
        if *own >= most_per_client {
            return Err(busy("This client has reached its limit of concurrent requests"));
        }
        *own += 1;
        under_way.all += 1;
        Ok(Permit { admission: Arc::clone(self), client })
    }

    /// The number of running requests.
    pub fn count(&self) -> usize {
        self.under_way().all
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut under_way = self.admission.under_way();
        under_way.all = under_way.all.saturating_sub(1);
        let left = under_way.clients.get_mut(&self.client).map(|own| {
            *own = own.saturating_sub(1);
            *own
        });
        // Clients without requests are removed.
        if left == Some(0) {
            under_way.clients.remove(&self.client);
        }
    }
}

fn busy(message: &str) -> GatewayError {
    let error = GatewayError::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests", format!("{message}. Ask again"));
    error.retry_after(RETRY_AFTER_S)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(last: u8) -> IpAddr {
        [203, 0, 113, last].into()
    }

    #[test]
    fn one_client_cannot_take_the_place_of_all() {
        let proxy = config::Proxy { max_concurrent: 3, max_concurrent_per_client: 2, ..Default::default() };
        let admission = Arc::<Admission>::default();
        admission.set_bounds(&proxy);
        let first = [admission.enter(ip(1)), admission.enter(ip(1))];
        assert!(first.iter().all(Result::is_ok));
        assert!(admission.enter(ip(1)).is_err_and(|error| error.message.contains("This client")));
        let other = admission.enter(ip(2));
        assert!(other.is_ok());
        assert!(admission.enter(ip(3)).is_err_and(|error| error.message.contains("The gateway has reached")));
        drop(first);
        assert!(admission.enter(ip(3)).is_ok());
        drop(other);
        admission.set_bounds(&config::Proxy { max_concurrent: 0, ..proxy });
        assert!(admission.enter(ip(3)).is_err(), "another configuration");
        assert_eq!(admission.count(), 0);
        assert!(admission.under_way().clients.is_empty(), "nothing is kept of who is gone");
    }
}
