//! Buffers the beginning of the response to a write. Browsers repeat a request, whatever its method, if the connection
//! ends before the first byte of the response; so when a cloud breaks off early, the gateway answers instead.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Error;
use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;

/// Nearly all responses to writes are shorter, bytes; longer ones are streamed after this.
pub const WHOLE: usize = 64 * 1024;

/// The body, after its beginning has arrived; `Err` if it broke off before.
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
    /// Length of `first`, bytes.
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
