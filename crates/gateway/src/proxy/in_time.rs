//! Applies `connect_timeout_s` to the whole connection setup: name resolution, TCP and TLS. The TCP connector has a
//! timeout of its own, but not for the other two.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use tower::Service;

type BoxError = Box<dyn Error + Send + Sync>;

/// A connector with a timeout.
#[derive(Clone)]
pub struct InTime<C> {
    connector: C,
    limit: Duration,
}

/// The connection was not established in time.
#[derive(Debug)]
struct TooLate(Duration);

impl fmt::Display for TooLate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no connection within {} s", self.0.as_secs_f32())
    }
}

impl Error for TooLate {}

impl<C> InTime<C> {
    pub fn new(connector: C, limit: Duration) -> InTime<C> {
        InTime { connector, limit }
    }
}

impl<C> Service<Uri> for InTime<C>
where
    C: Service<Uri, Future: Send + 'static, Error: Into<BoxError>>,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.connector.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let (connecting, limit) = (self.connector.call(to), self.limit);
        Box::pin(async move {
            match tokio::time::timeout(limit, connecting).await {
                Ok(connected) => connected.map_err(Into::into),
                Err(_) => Err(TooLate(limit).into()),
            }
        })
    }
}
