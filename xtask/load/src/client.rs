//! The load generator: a number of connections, each of which sends its next request when it has received a response.

use crate::numbers::percentile;
use crate::{Done, upstream};
use http_body_util::{BodyExt as _, Empty};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// The address, and the request's path.
#[derive(Clone)]
pub struct Target {
    address: SocketAddr,
    path: String,
}

impl Target {
    /// The upstream itself.
    pub fn bare(upstream: SocketAddr) -> Self {
        Self { address: upstream, path: "/v2.1/servers/detail".to_owned() }
    }

    /// The upstream behind a proxy; both proxies use the same path format.
    pub fn behind(proxy: SocketAddr, upstream: SocketAddr) -> Self {
        Self { address: proxy, path: format!("/proxy/{upstream}/v2.1/servers/detail") }
    }

    /// A request like the page's.
    fn request(&self) -> Done<Request<Empty<Bytes>>> {
        let request = Request::get(&self.path).header("host", self.address.to_string());
        let request = request.header("accept", "application/json").header("x-auth-token", "0123456789abcdef");
        Ok(request.body(Empty::new())?)
    }
}

/// The amount of load.
pub struct Load {
    /// Concurrent connections.
    pub connections: usize,
    /// For all connections together.
    pub requests: usize,
}

/// The result of a run.
#[derive(Clone, Debug)]
pub struct Run {
    /// Responses per second.
    pub rate: f64,
    /// Median latency, microseconds.
    pub p50: f64,
    /// 99th percentile of the latency, microseconds.
    pub p99: f64,
    /// Requests without a response, or with a wrong one.
    pub errors: usize,
}

type Connection = SendRequest<Empty<Bytes>>;

/// The requests of one connection.
#[derive(Default)]
struct Series {
    took: Vec<Duration>,
    errors: usize,
}

impl Load {
    /// Opens all connections and uses each once, then measures; `look` is called right before and right after, while
    /// all are open.
    pub async fn on<T>(&self, target: &Target, look: impl Fn() -> Done<T>) -> Done<(Run, [T; 2])> {
        let mut open = Vec::new();
        for _ in 0..self.connections {
            let mut connection = connect(target.address).await?;
            if !ask(&mut connection, target.request()?).await? {
                return Err(format!("{}{} is not the upstream's answer", target.address, target.path).into());
            }
            open.push(connection);
        }
        let before = look()?;
        let (mut tasks, start) = (JoinSet::new(), Instant::now());
        let (each, request) = (self.requests / self.connections, target.request()?);
        for connection in open {
            tasks.spawn(series(connection, target.address, request.clone(), each));
        }
        let (mut all, mut still_open) = (Series::default(), Vec::new());
        while let Some(ended) = tasks.join_next().await {
            let (connection, series) = ended?;
            all.took.extend(series.took);
            all.errors += series.errors;
            still_open.push(connection);
        }
        let run = summary(all, start.elapsed());
        let after = look()?;
        drop(still_open);
        Ok((run, [before, after]))
    }
}

/// Sends requests one after the other. A lost connection counts as an error and is reopened.
async fn series(
    mut connection: Connection,
    to: SocketAddr,
    request: Request<Empty<Bytes>>,
    count: usize,
) -> (Connection, Series) {
    let mut series = Series { took: Vec::with_capacity(count), errors: 0 };
    for _ in 0..count {
        let start = Instant::now();
        match ask(&mut connection, request.clone()).await {
            Ok(true) => series.took.push(start.elapsed()),
            Ok(false) => series.errors += 1,
            Err(_) => {
                series.errors += 1;
                if let Ok(another) = connect(to).await {
                    connection = another;
                }
            }
        }
    }
    (connection, series)
}

async fn connect(to: SocketAddr) -> Done<Connection> {
    let stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let (connection, driver) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(driver);
    Ok(connection)
}

/// Whether the response is the upstream's.
async fn ask(connection: &mut Connection, request: Request<Empty<Bytes>>) -> hyper::Result<bool> {
    connection.ready().await?;
    let (head, body) = connection.send_request(request).await?.into_parts();
    let body = body.collect().await?.to_bytes();
    Ok(head.status == StatusCode::OK && body == upstream::ANSWER)
}

fn summary(series: Series, elapsed: Duration) -> Run {
    let mut took: Vec<f64> = series.took.iter().map(|took| took.as_secs_f64() * 1e6).collect();
    took.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "thousands of requests")]
    let rate = took.len() as f64 / elapsed.as_secs_f64();
    Run { rate, p50: percentile(&took, 50), p99: percentile(&took, 99), errors: series.errors }
}
