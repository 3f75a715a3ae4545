//! How a run proceeds.

/// How a run proceeds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// The most instances that are worked on at the same time; 0 counts as 1. Without `rolling`, an instance counts until
    /// the cloud has accepted its request.
    pub at_once: u32,
    /// An instance counts until its end was seen: the next one begins when the previous one runs again.
    pub rolling: bool,
    /// After this many instances that failed or whose end is unknown, nothing more is sent. `None`: never.
    pub stop_after: Option<u32>,
    /// The shortest time between two requests, in ms; with `rolling` also between an end and the next request.
    pub pause_ms: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { at_once: 5, rolling: false, stop_after: None, pause_ms: 0 }
    }
}
