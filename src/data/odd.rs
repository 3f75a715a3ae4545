//! What only unusual clouds need, loaded after the first rows or when such a cloud is met: what a 401 of one service means,
//! and the version of an endpoint without one.

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

/// The functions of this part.
pub struct Odd {
    /// The failure for a 401 of a service if the session itself is still valid.
    pub not_accepted: fn(Arc<Session>, Request, Reply) -> Later<Option<Failure>>,
    /// The version to append to an endpoint that contains none.
    pub version: fn(CloudConfig, Service, String) -> Later<String>,
}

/// The result of a function that sends requests.
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

/// Asks the root of the service, without a token: it answers to anyone.
async fn version(cloud: &CloudConfig, service: Service, url: &str) -> String {
    let reply = ask::root(cloud, url, &versions::request(service)).await;
    versions::chosen(service, &reply.unwrap_or_default())
}
