//! A body that breaks off before its announced length.

use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};

use crate::face::Gone;

/// A truncated body.
pub(crate) struct Cut {
    first: Option<Bytes>,
    whole: u64,
    /// Whether the sent bytes had time to leave before the connection breaks.
    rested: bool,
}

impl Cut {
    /// The first `length` bytes of a body.
    pub(crate) fn after(mut body: Vec<u8>, length: usize) -> Self {
        // At least one byte must be missing.
        let whole = body.len().max(1);
        body.truncate(length.min(whole - 1));
        Self { first: Some(Bytes::from(body)), whole: whole as u64, rested: false }
    }
}

impl Body for Cut {
    type Data = Bytes;
    type Error = Gone;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Gone>>> {
        let this = self.get_mut();
        if let Some(first) = this.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        if !this.rested {
            this.rested = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Gone)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.whole)
    }
}
