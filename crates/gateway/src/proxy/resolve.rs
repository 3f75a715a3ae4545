//! Resolves names and filters the addresses. The connector dials exactly these addresses without resolving again, so
//! that a name that resolves differently the second time gains nothing (DNS rebinding).
//!
//! IP addresses in the configuration are not resolved and not filtered: the operator listed them.

use std::error::Error;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::Name;
use tower::Service;

use crate::net::{Net, is_public};

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Box<dyn Error + Send + Sync>>> + Send>>;

/// Resolves a name.
pub type Lookup = Arc<dyn Fn(String) -> Answer<Vec<IpAddr>> + Send + Sync>;

/// The system's resolver.
pub fn by_system() -> Lookup {
    Arc::new(|name| {
        Box::pin(async move {
            let addresses = tokio::net::lookup_host((name, 0)).await?;
            Ok(addresses.map(|address| address.ip()).collect())
        })
    })
}

/// Accepts addresses that are public or listed.
#[derive(Clone)]
pub struct Resolver {
    lookup: Lookup,
    private: Arc<[Net]>,
}

/// The name resolves only to addresses that are not allowed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its address is not public and not listed")
    }
}

impl Error for NotPublic {}

impl Resolver {
    pub fn new(lookup: Lookup, private: &[Net]) -> Resolver {
        Resolver { lookup, private: private.into() }
    }
}

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = Box<dyn Error + Send + Sync>;
    type Future = Answer<Self::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let found = (self.lookup)(name.as_str().to_owned());
        let private = Arc::clone(&self.private);
        Box::pin(async move {
            let found = found.await?;
            let may = |ip: &IpAddr| is_public(*ip) || private.iter().any(|net| net.contains(*ip));
            let passed: Vec<_> = found.iter().copied().filter(may).map(|ip| SocketAddr::new(ip, 0)).collect();
            if passed.is_empty() && !found.is_empty() { Err(NotPublic.into()) } else { Ok(passed.into_iter()) }
        })
    }
}
