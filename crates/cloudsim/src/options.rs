//! How a simulated cloud is started, and how one signs in to it.

use std::net::{Ipv4Addr, SocketAddr};

/// The demo's project.
pub const DEMO_TENANT: &str = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";
/// The demo's user; `personas` lists what else can be typed.
pub const DEMO_USER: &str = "demo@maru.test";
/// The same user on the stock OpenStack.
pub const DEMO_STOCK_USER: &str = "stock@maru.test";
/// The password of every user.
pub const DEMO_PASSWORD: &str = "demo-password";

/// How to start.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// Where to listen; port 0 takes any free one.
    pub address: SocketAddr,
    /// How many instances the demo project has in its first region; `None`: the believable dozen.
    pub instances: Option<usize>,
    /// Two clouds with one seed and one start time are equal, ids included.
    pub seed: u64,
    /// 2.0: everything that takes time takes half of it. Token lifetimes stay.
    pub speed: f64,
    /// The one origin that gets CORS headers; `None`: no such headers, as clouds have it by default.
    pub cors_origin: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            instances: None,
            seed: 1,
            speed: 1.0,
            cors_origin: None,
        }
    }
}
