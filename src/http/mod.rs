//! The only code that fetches. It handles headers, timeouts and aborts, and knows nothing about bodies. It never logs.

use std::cell::Cell;
use std::rc::Rc;

use cloud::exchange::{Reply, Request, text_of};
use cloud::{Failure, FailureKind};
use gloo_net::http;

use crate::browser::requests::{self, Abort};
use crate::browser::{clock, dom, presence, timers};

/// Why there is no complete response.
enum Broken {
    /// None came, with the browser's message.
    Unanswered(String),
    /// It was cut off, with the browser's message.
    Midway(String),
    /// It is a redirect; a page is not told where to.
    Redirect,
    /// It is longer than allowed.
    TooLong,
}

impl From<dom::Thrown> for Broken {
    fn from(thrown: dom::Thrown) -> Self {
        Broken::Unanswered(dom::words(&thrown))
    }
}

/// In bytes; far more than any file of the site has.
const FILE_MAX: usize = 1 << 20;

/// The headers that the app reads.
const READ: [&str; 6] =
    ["content-type", "location", "retry-after", "x-subject-token", "x-openstack-request-id", "x-compute-request-id"];

const DATE: &str = "date";

/// Headers to send.
pub type Headers<'a> = [(&'static str, &'a str)];

/// Sends `request` to `url` once and returns the reply, whatever its status. `session`: to the gateway, which has the token
/// in a cookie and is told whether the person is active. After `patience` milliseconds without a complete response the
/// request is aborted. `Err`: there is no complete response, or it is too long.
pub async fn send(
    request: &Request,
    url: &str,
    headers: &Headers<'_>,
    session: bool,
    patience: u64,
    abort: Option<&Abort>,
) -> Result<Reply, Failure> {
    let abort = abort.cloned().unwrap_or_else(Abort::new);
    let late = Rc::new(Cell::new(false));
    let (timer_late, timer_abort) = (late.clone(), abort.clone());
    let timer = timers::after(patience, move || {
        timer_late.set(true);
        timer_abort.abort();
    });
    let answer = match build(request, url, headers, session, &abort) {
        Ok(built) => fetch(built, request.answer_max(), note_time).await,
        Err(thrown) => Err(thrown.into()),
    };
    drop(timer);
    let (kind, words) = match answer {
        Ok(reply) => return Ok(reply),
        Err(Broken::TooLong) => {
            abort.abort();
            (FailureKind::TooLarge, String::new())
        }
        Err(Broken::Redirect) => (FailureKind::Redirected, String::new()),
        // The browser's message would only say that it was aborted.
        Err(_) if late.get() => (FailureKind::Timeout, String::new()),
        Err(Broken::Midway(words)) => (FailureKind::BrokenOff, words),
        Err(Broken::Unanswered(words)) => (FailureKind::Network, words),
    };
    Err(Failure::no_reply(request, kind, words))
}

/// Fetches something small from the site itself, a file or a response of the gateway: its status and text. `Err`: the
/// browser's message.
pub async fn text(url: &str, headers: &Headers<'_>) -> Result<(u16, String), String> {
    let reply = async {
        let named = dom::Headers::new()?;
        for (name, value) in headers {
            named.append(name, value)?;
        }
        let init = dom::RequestInit::new();
        init.set_headers(&named);
        init.set_cache(dom::RequestCache::NoCache);
        fetch(dom::Request::new_with_str_and_init(url, &init)?, FILE_MAX, |_| {}).await
    };
    match reply.await {
        Ok(reply) => Ok((reply.status, reply.body)),
        Err(Broken::Unanswered(words) | Broken::Midway(words)) => Err(words),
        Err(Broken::Redirect | Broken::TooLong) => Ok(Default::default()),
    }
}

/// Reads at most `max` bytes of the body. `begun` is called when the headers are there.
async fn fetch(built: dom::Request, max: usize, begun: fn(&http::Headers)) -> Result<Reply, Broken> {
    let response = http::Request::from(built).send().await.map_err(|error| Broken::Unanswered(error.to_string()))?;
    // How the browser reports a redirect that it was told not to follow.
    if response.status() == 0 {
        return Err(Broken::Redirect);
    }
    begun(&response.headers());
    let bytes = requests::bytes(response.body(), max).await.map_err(|thrown| Broken::Midway(dom::words(&thrown)))?;
    let body = text_of(bytes.ok_or(Broken::TooLong)?);
    Ok(Reply { status: response.status(), headers: read_headers(&response.headers()), body })
}

/// Notes the cloud's time, if the header is readable.
fn note_time(headers: &http::Headers) {
    if let Some(date) = headers.get(DATE) {
        clock::set_by(&date);
    }
}

/// Not by gloo-net's builder, which appends an `&` to a URL that has a query.
fn build(
    request: &Request,
    url: &str,
    headers: &Headers<'_>,
    session: bool,
    abort: &Abort,
) -> Result<dom::Request, dom::Thrown> {
    let named = dom::Headers::new()?;
    named.append("Accept", "application/json")?;
    for (name, value) in headers {
        named.append(name, value)?;
    }
    if session && presence::take() {
        named.append("X-Maru-Active", "1")?;
    }
    let init = dom::RequestInit::new();
    init.set_method(request.method.as_str());
    // A cloud's response never comes from a cache, and no cookie is ever sent to a cloud: the gateway removes its own.
    init.set_cache(dom::RequestCache::NoStore);
    // Following it would send the token to wherever it leads.
    init.set_redirect(dom::RequestRedirect::Manual);
    use dom::RequestCredentials::{Omit, SameOrigin};
    init.set_credentials(if session { SameOrigin } else { Omit });
    init.set_signal(abort.signal().as_ref());
    if let Some(body) = &request.body {
        named.append("Content-Type", "application/json")?;
        init.set_body(&body.as_str().into());
    }
    init.set_headers(&named);
    dom::Request::new_with_str_and_init(url, &init)
}

fn read_headers(headers: &http::Headers) -> Vec<(String, String)> {
    let mut read: Vec<_> = READ.iter().filter_map(|name| Some(((*name).to_owned(), headers.get(name)?))).collect();
    // A cloud without the gateway may hide its date from scripts: then it is estimated.
    read.push((DATE.to_owned(), headers.get(DATE).unwrap_or_else(clock::as_date)));
    read
}
