//! What only odd clouds need, in a file that comes after the first rows, or when such a cloud shows itself: whose 401 it is, and which version an
//! endpoint without one has.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use cloud::catalog::Service;
use cloud::config::CloudConfig;
use cloud::exchange::{Reply, Request};
use cloud::{Failure, versions};

use super::session::Session;
use super::{ask, refusal};
use crate::parts::{Content, Part, files};

/// What it has.
pub struct Odd {
    /// The failure that a 401 of a service is when the session itself goes on.
    pub not_accepted: fn(Arc<Session>, Request, Reply) -> Later<Option<Failure>>,
    /// The version to append to an endpoint that names none.
    pub version: fn(CloudConfig, Service, String) -> Later<String>,
}

/// An answer that takes requests.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// See [`Odd`].
pub static ODD: Part<Odd> = files::EXTRAS.part();

impl Content for Odd {
    const CONTENT: Self = Self {
        not_accepted: |session, request, reply| {
            Box::pin(async move { refusal::not_accepted(session, &request, &reply).await })
        },
        version: |cloud, service, url| Box::pin(async move { version(&cloud, service, &url).await }),
    };
}

/// Its root is asked, which tells it to anybody: no token goes along.
async fn version(cloud: &CloudConfig, service: Service, url: &str) -> String {
    let reply = ask::root(cloud, url, &versions::request(service)).await;
    versions::chosen(service, &reply.unwrap_or_default())
}
