//! The last exchanges of this page, for a person who reports a problem. No bodies, no tokens, no headers but the
//! request id.

use std::cell::RefCell;
use std::collections::VecDeque;

use cloud::exchange::Request;

/// How many are kept.
const KEPT: usize = 200;

/// One exchange.
#[derive(Clone, PartialEq, Debug)]
pub struct Exchange {
    /// `GET`, …
    pub method: &'static str,
    /// Which service and path; a path holds no secret in this API.
    pub path: String,
    /// HTTP status; 0: no answer.
    pub status: u16,
    /// How long it took, milliseconds.
    pub took_ms: f64,
    /// The request id the service gave.
    pub request_id: Option<String>,
}

thread_local! {
    static LAST: RefCell<VecDeque<Exchange>> = const { RefCell::new(VecDeque::new()) };
}

pub(super) fn note(request: &Request, status: u16, took_ms: f64, request_id: Option<&str>) {
    let exchange = Exchange {
        method: request.method.as_str(),
        path: format!("{:?} {}", request.service, request.path),
        status,
        took_ms,
        request_id: request_id.map(str::to_owned),
    };
    LAST.with_borrow_mut(|last| {
        if last.len() == KEPT {
            last.pop_front();
        }
        last.push_back(exchange);
    });
}

/// What is kept, oldest first.
#[expect(dead_code, reason = "the page that shows it comes with a later issue; what it needs is recorded from now on")]
pub fn last() -> Vec<Exchange> {
    LAST.with_borrow(|last| last.iter().cloned().collect())
}
