//! `--demo`: the simulated cloud in this process, on its own port, used through the proxy like any cloud. The page
//! offers it twice: as NHN Cloud, and as a plain OpenStack whose identity service lists the user's projects.

use std::net::SocketAddr;

use cloud::config::{CloudConfig, DemoLogin, RuleSet};
use cloudsim::{DEMO_PASSWORD, DEMO_STOCK_USER, DEMO_TENANT, DEMO_USER, Running};

use crate::config::{Cloud, Service};
use crate::origin::{Origin, Scheme};

/// Starts the simulated cloud. It stops when the handle is dropped.
pub async fn start(address: SocketAddr, instances: Option<usize>) -> std::io::Result<Running> {
    cloudsim::serve(cloudsim::Options { address, instances, ..Default::default() }).await
}

/// The simulated clouds as configured for the page and the allow list, the default one first.
pub fn clouds(running: &Running) -> [Cloud; 2] {
    let cloud = |id: &str, name: &str, identity: String, rules: RuleSet, user: &str| {
        let (tenant, password) = (DEMO_TENANT.to_owned(), DEMO_PASSWORD.to_owned());
        let config = CloudConfig {
            id: id.to_owned(),
            name: name.to_owned(),
            identity,
            regions: Vec::new(),
            rules,
            max_root_disk_gb: None,
            direct: false,
            demo: Some(DemoLogin { tenant, user: user.to_owned(), password }),
        };
        Cloud { config, services: vec![Service { origin: origin(running.address), path: String::new() }] }
    };
    [
        cloud("demo", "Demo cloud", running.identity_v2(), RuleSet::Nhn, DEMO_USER),
        cloud("demo-openstack", "Demo OpenStack", running.identity_v3(), RuleSet::OpenStack, DEMO_STOCK_USER),
    ]
}

fn origin(address: SocketAddr) -> Origin {
    let host = match address {
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    };
    Origin { scheme: Scheme::Http, host, port: address.port() }
}
