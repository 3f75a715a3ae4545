//! The answer to a request that changes something, passed on once its beginning is there. A connection that ends before the
//! page has a byte of the answer makes browsers send the request once more, whatever it is: what a cloud breaks off becomes
//! an answer of the gateway's own instead.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Error;
use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;

/// Nearly every answer of these APIs to a write is shorter, bytes; a longer one is streamed from here on.
pub const WHOLE: usize = 64 * 1024;

/// A body whose beginning has come; `Err`: it broke off before.
pub async fn read(mut body: Body) -> Result<Body, Error> {
    let (mut first, mut length) = (VecDeque::new(), 0);
    while length < WHOLE && !body.is_end_stream() {
        let Some(frame) = body.frame().await else { break };
        let frame = frame?;
        length += frame.data_ref().map_or(0, Bytes::len);
        first.push_back(frame);
    }
    Ok(Body::new(Begun { first, length: length as u64, rest: body }))
}

struct Begun {
    first: VecDeque<Frame<Bytes>>,
    /// Of what is in `first`, bytes.
    length: u64,
    rest: Body,
}

impl HttpBody for Begun {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        match self.first.pop_front() {
            Some(frame) => {
                self.length -= frame.data_ref().map_or(0, |data| data.len() as u64);
                Poll::Ready(Some(Ok(frame)))
            }
            None => Pin::new(&mut self.rest).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_empty() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (rest, mut hint) = (self.rest.size_hint(), SizeHint::new());
        hint.set_lower(rest.lower() + self.length);
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper + self.length);
        }
        hint
    }
}
