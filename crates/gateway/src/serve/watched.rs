//! Reports to [`Activity`](super::activity::Activity) every byte of a response that the client takes.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use hyper::body::Buf;

use super::activity::UnderWay;

/// A response body that is watched while it is sent.
pub struct Watched {
    body: Body,
    under_way: Arc<UnderWay>,
}

impl Watched {
    pub fn new(body: Body, under_way: UnderWay) -> Watched {
        under_way.answered();
        Watched { body, under_way: Arc::new(under_way) }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if self.body.is_end_stream() {
            self.under_way.whole();
        }
    }
}

impl HttpBody for Watched {
    type Data = Piece;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Piece>, axum::Error>>> {
        let Poll::Ready(next) = Pin::new(&mut self.body).poll_frame(cx) else {
            self.under_way.wanted();
            return Poll::Pending;
        };
        match &next {
            Some(Ok(_)) => {}
            Some(Err(_)) | None => self.under_way.whole(),
        }
        Poll::Ready(next.map(|next| next.map(|frame| frame.map_data(|bytes| Piece::new(bytes, &self.under_way)))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A piece of a response. A request is running until its last piece is sent.
pub struct Piece {
    bytes: Bytes,
    under_way: Arc<UnderWay>,
}

impl Piece {
    fn new(bytes: Bytes, under_way: &Arc<UnderWay>) -> Piece {
        under_way.handed();
        Piece { bytes, under_way: Arc::clone(under_way) }
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.under_way.sent();
    }
}

impl Buf for Piece {
    fn remaining(&self) -> usize {
        self.bytes.remaining()
    }

    fn chunk(&self) -> &[u8] {
        self.bytes.chunk()
    }

    /// The socket, or the TLS layer, took this many bytes.
    fn advance(&mut self, count: usize) {
        self.bytes.advance(count);
        self.under_way.taken();
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use http_body_util::BodyExt as _;
    use hyper::server::conn::http1;
    use hyper::service::service_fn;
    use hyper_util::rt::TokioIo;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::time::Instant;

    use super::*;
    use crate::serve::activity::Activity;

    #[tokio::test]
    async fn every_byte_that_is_taken_counts_and_not_the_piece() {
        let activity = Activity::new();
        let mut body = Watched::new(Body::from(vec![b'a'; 100]), activity.begin().0);
        let frame = body.frame().await.expect("a piece").expect("it is there");
        let mut piece = frame.into_data().unwrap_or_else(|_| panic!("data"));
        drop(body);
        while piece.has_remaining() {
            let before = Instant::now();
            piece.advance(1);
            assert!(activity.progress().iter().all(|progress| *progress >= before), "{} to go", piece.remaining());
            assert_eq!(activity.progress().len(), 1, "under way until all is sent");
        }
        drop(piece);
        assert!(activity.progress().is_empty());
    }

    /// Bytes are reported by the connection while it still has most of a piece.
    #[tokio::test]
    async fn a_slow_reader_is_seen_to_take_bytes_with_every_read() {
        let (mut client, server) = tokio::io::duplex(256);
        let activity = Activity::new();
        let watching = Arc::clone(&activity);
        let service = service_fn(move |_| {
            let answer = Watched::new(Body::from(vec![b'a'; 16 * 1024]), watching.begin().0);
            std::future::ready(Ok::<_, Infallible>(http::Response::new(answer)))
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(server), service));
        client.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await.expect("sent");
        for _ in 0..50 {
            let before = Instant::now();
            client.read_exact(&mut [0; 256]).await.expect("more of it");
            while activity.progress().iter().any(|progress| *progress < before) {
                tokio::task::yield_now().await;
            }
        }
        assert_eq!(activity.progress().len(), 1, "some of it is still to come");
    }
}
