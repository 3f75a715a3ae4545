//! The body of a response while it is forwarded: holds the request's admission, and has a deadline.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep};

use super::admission::Permit;

/// A body that is aborted at a deadline. The page sees that it is incomplete.
pub struct Held {
    body: Body,
    deadline: Pin<Box<Sleep>>,
    _permit: Permit,
}

impl Held {
    pub fn new(body: Body, deadline: Instant, permit: Permit) -> Held {
        Held { body, deadline: Box::pin(tokio::time::sleep_until(deadline)), _permit: permit }
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err("the response took longer than `total_timeout_s`".into())));
        }
        Pin::new(&mut self.body).poll_frame(cx).map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
