//! The only code that fetches. It handles headers, timeouts and aborts, and knows nothing about bodies. It never logs.

mod send;

pub use send::{Headers, send, text};
