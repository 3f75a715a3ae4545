//! The core.
use crate::{Options, Request, Response};
use cloud::Timestamp;

/// The whole simulated cloud as a value.
#[derive(Debug)]
pub struct Cloud {
    _options: Options,
}

impl Cloud {
    /// A cloud that begins at `now`; `origin` is what its catalog and links name (`http://127.0.0.1:18100`).
    pub fn new(options: Options, origin: String, now: Timestamp) -> Self {
        let _ = (origin, now);
        Self { _options: options }
    }

    /// One request in, one answer out. Time passes only through `now`.
    pub fn handle(&mut self, request: &Request, now: Timestamp) -> Response {
        let _ = (request, now);
        Response::empty(404)
    }
}
