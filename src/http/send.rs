//! Sending one request and reading its answer to the end.

use std::cell::Cell;
use std::rc::Rc;

use cloud::exchange::{Reply, Request, text_of};
use cloud::{Failure, FailureKind};
use gloo_net::http;

use crate::browser::abort::Abort;
use crate::browser::{body, clock, dom, presence, timers};

/// Why there is no whole answer.
enum Broken {
    /// None came: the browser's words.
    Unanswered(String),
    /// It broke off: the browser's words.
    Midway(String),
    /// It leads elsewhere; a page is not told where.
    Redirect,
    /// It is longer than it may be.
    TooLong,
}

impl From<dom::Thrown> for Broken {
    fn from(thrown: dom::Thrown) -> Self {
        Broken::Unanswered(dom::words(&thrown))
    }
}

/// Far more than any file of the site has.
const FILE_MAX: usize = 1 << 20;

/// The headers that the app reads.
const READ: [&str; 6] =
    ["content-type", "location", "retry-after", "x-subject-token", "x-openstack-request-id", "x-compute-request-id"];

const DATE: &str = "date";

/// Headers to send.
pub type Headers<'a> = [(&'static str, &'a str)];

/// Sends `request` to `url`, once, and gives the reply of whatever status. `session`: to the gateway, which has the token
/// in a cookie and wants to know whether a person is at work. No answer for `patience` milliseconds: it is given up. `Err`: no answer came, or one that is too long.
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
        // The browser's words would tell no more than that it was given up.
        Err(_) if late.get() => (FailureKind::Timeout, String::new()),
        Err(Broken::Midway(words)) => (FailureKind::BrokenOff, words),
        Err(Broken::Unanswered(words)) => (FailureKind::Network, words),
    };
    Err(Failure::no_reply(request, kind, words))
}

/// A file of the site itself, or what the gateway answers beside them: its status and text. `Err`: the browser's words.
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

/// At most `max` bytes of a body are read. `begun`: called when it begins to arrive.
async fn fetch(built: dom::Request, max: usize, begun: fn(&http::Headers)) -> Result<Reply, Broken> {
    let response = http::Request::from(built).send().await.map_err(|error| Broken::Unanswered(error.to_string()))?;
    // So a browser shows a redirect that it was told not to follow.
    if response.status() == 0 {
        return Err(Broken::Redirect);
    }
    begun(&response.headers());
    let bytes = body::bytes(response.body(), max).await.map_err(|thrown| Broken::Midway(dom::words(&thrown)))?;
    let body = text_of(bytes.ok_or(Broken::TooLong)?);
    Ok(Reply { status: response.status(), headers: read_headers(&response.headers()), body })
}

/// What time it is at the cloud, where it may be read.
fn note_time(headers: &http::Headers) {
    if let Some(date) = headers.get(DATE) {
        clock::set_by(&date);
    }
}

/// Built by hand: the builder of gloo-net puts an `&` behind an address that has a query.
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
    // A cloud's answer never comes from a cache, and no cookie ever goes to a cloud: the gateway takes its own out.
    init.set_cache(dom::RequestCache::NoStore);
    // It would take the token to wherever it leads.
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
    // A cloud that is asked without the gateway may keep its date from scripts: then it is what it is thought to be.
    read.push((DATE.to_owned(), headers.get(DATE).unwrap_or_else(clock::as_date)));
    read
}
