//! Names → addresses, of which only those pass that may be connected to. The connector dials what comes out of here:
//! nobody asks the name a second time, so that a name whose owner answers differently then gains nothing.
//!
//! Addresses written as such in the configuration are not resolved and do not come by here: the operator listed them.

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

/// Asks for the addresses of a name.
pub type Lookup = Arc<dyn Fn(String) -> Answer<Vec<IpAddr>> + Send + Sync>;

/// As the system does it.
pub fn by_system() -> Lookup {
    Arc::new(|name| {
        Box::pin(async move {
            let addresses = tokio::net::lookup_host((name, 0)).await?;
            Ok(addresses.map(|address| address.ip()).collect())
        })
    })
}

/// Lets pass what is public or listed.
#[derive(Clone)]
pub struct Resolver {
    lookup: Lookup,
    private: Arc<[Net]>,
}

/// A name leads only where it must not.
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
