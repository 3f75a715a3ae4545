//! The only code that fetches. One function sends, whatever is asked: it knows headers, time limits and aborts, and
//! nothing of what is in a body. It never logs.

mod send;

pub use send::{Headers, send, text};
