//! Cancelling a request.

/// Cancels the requests that carry its signal.
#[derive(Clone)]
pub struct Abort(Option<web_sys::AbortController>);

impl Abort {
    /// A new controller.
    pub fn new() -> Self {
        // Only fails in browsers without fetch, where nothing works anyway.
        Self(web_sys::AbortController::new().ok())
    }

    /// Cancels them; does nothing when they have ended.
    pub fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// The signal for a request.
    pub fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.0.as_ref().map(web_sys::AbortController::signal)
    }
}
