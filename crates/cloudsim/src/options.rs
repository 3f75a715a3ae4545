//! Start options, and the credentials for signing in.

use std::net::{Ipv4Addr, SocketAddr};

/// The demo's project.
pub const DEMO_TENANT: &str = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";
/// The demo's user; see `personas` for others.
pub const DEMO_USER: &str = "demo@maru.test";
/// The same user on the stock OpenStack.
pub const DEMO_STOCK_USER: &str = "stock@maru.test";
/// The password of every user.
pub const DEMO_PASSWORD: &str = "demo-password";

/// Start options.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// Port 0 chooses any free one.
    pub address: SocketAddr,
    /// The number of instances of the demo project in its first region; `None`: the usual dozen.
    pub instances: Option<usize>,
    /// Two clouds with the same seed and start time are equal, ids included.
    pub seed: u64,
    /// 2.0 halves all durations, except token lifetimes.
    pub speed: f64,
    /// The only origin that gets CORS headers; `None`: none, as in clouds by default.
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
