//! `--demo`: the simulated cloud in this process, on a port of its own, reached through the proxy like any cloud.

use std::net::SocketAddr;

use cloud::config::{CloudConfig, DemoLogin, RuleSet};
use cloudsim::{DEMO_PASSWORD, DEMO_TENANT, DEMO_USER, Running};

use crate::config::{Cloud, Service};
use crate::origin::{Origin, Scheme};

/// Starts the simulated cloud. It stops when the handle is dropped.
pub async fn start(address: SocketAddr, instances: Option<usize>) -> std::io::Result<Running> {
    cloudsim::serve(cloudsim::Options { address, instances, ..Default::default() }).await
}

/// The simulated cloud as the page and the allow list know it.
pub fn cloud(running: &Running) -> Cloud {
    let config = CloudConfig {
        id: "demo".to_owned(),
        name: "Demo cloud".to_owned(),
        identity: running.identity_v2(),
        regions: Vec::new(),
        rules: RuleSet::Nhn,
        max_root_disk_gb: None,
        direct: false,
        demo: Some(DemoLogin {
            tenant: DEMO_TENANT.to_owned(),
            user: DEMO_USER.to_owned(),
            password: DEMO_PASSWORD.to_owned(),
        }),
    };
    Cloud { config, services: vec![Service { origin: origin(running.address), path: String::new() }] }
}

fn origin(address: SocketAddr) -> Origin {
    let host = match address {
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    };
    Origin { scheme: Scheme::Http, host, port: address.port() }
}
