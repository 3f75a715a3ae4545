//! The HTTP server on a loopback port in front of the pure core. The only file with a clock and a socket.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cloud::Timestamp;
use http_body_util::{BodyExt, Either, Full, Limited};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::cut::Cut;
use crate::{Cloud, Options, Request, Response, cors};

/// The largest request body, bytes.
const BODY_MAX: usize = 4 * 1024 * 1024;

/// A running simulated cloud. It stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// The actual address, if port `0` was requested.
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Running {
    /// `http://host:port`, without a trailing slash.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The v2.0 identity endpoint, as on NHN.
    pub fn identity_v2(&self) -> String {
        format!("{}/identity/v2.0", self.origin())
    }

    /// The v3 identity endpoint.
    pub fn identity_v3(&self) -> String {
        format!("{}/identity/v3", self.origin())
    }

    /// Waits forever, unless the server fails.
    pub async fn wait(mut self) {
        let _ = (&mut self.task).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a simulated cloud on `options.address` and returns immediately.
pub async fn serve(options: Options) -> std::io::Result<Running> {
    let listener = TcpListener::bind(options.address).await?;
    let address = listener.local_addr()?;
    let origin = format!("http://{address}");
    let cors = options.cors_origin.clone();
    let cloud = Arc::new(Mutex::new(Cloud::new(options, origin, now())));
    let task = tokio::spawn(accept(listener, cloud, cors));
    Ok(Running { address, task })
}

async fn accept(listener: TcpListener, cloud: Arc<Mutex<Cloud>>, cors: Option<String>) {
    // The set is dropped with this task, which closes the connections.
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.spawn(connection(stream, Arc::clone(&cloud), cors.clone()));
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn connection(stream: TcpStream, cloud: Arc<Mutex<Cloud>>, cors: Option<String>) {
    let service = service_fn(move |incoming: hyper::Request<Incoming>| {
        let cloud = Arc::clone(&cloud);
        let cors = cors.clone();
        async move {
            let request = read(incoming).await?;
            let response = cors::preflight(&request, cors.as_deref())
                .unwrap_or_else(|| cloud.lock().unwrap_or_else(PoisonError::into_inner).handle(&request, now()));
            let response = cors::allow(response, &request, cors.as_deref());
            tokio::time::sleep(Duration::from_millis(response.delay_ms)).await;
            if response.gone { Err(Gone) } else { Ok(write(response)) }
        }
    });
    // An error here is a client that disconnected, or a connection dropped on purpose.
    let _ = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

/// Makes hyper close a connection without a response, or in the middle of one.
#[derive(Debug)]
pub(crate) struct Gone;

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the simulated cloud dropped the connection")
    }
}

impl std::error::Error for Gone {}

impl From<Infallible> for Gone {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// The given bytes, then blanks, which JSON allows, as fast as they are taken.
struct Endless(Bytes);

impl Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        const BLANKS: &[u8] = &[b' '; 64 * 1024];
        let piece = std::mem::replace(&mut self.0, Bytes::from_static(BLANKS));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

async fn read(incoming: hyper::Request<Incoming>) -> Result<Request, Gone> {
    let (head, body) = incoming.into_parts();
    let body = Limited::new(body, BODY_MAX).collect().await.map_err(|_| Gone)?.to_bytes();
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    Ok(Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
    })
}

fn write(response: Response) -> hyper::Response<Either<Full<Bytes>, Either<Endless, Cut>>> {
    let body = match response.cut {
        Some(length) => Either::Right(Either::Right(Cut::after(response.body.into_bytes(), length))),
        None if response.endless => Either::Right(Either::Left(Endless(Bytes::from(response.body)))),
        None => Either::Left(Full::new(Bytes::from(response.body))),
    };
    let mut out = hyper::Response::new(body);
    *out.status_mut() = http::StatusCode::from_u16(response.status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in response.headers {
        let pair = http::HeaderName::from_bytes(name.as_bytes()).ok().zip(http::HeaderValue::from_str(&value).ok());
        if let Some((name, value)) = pair {
            out.headers_mut().append(name, value);
        }
    }
    out
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
