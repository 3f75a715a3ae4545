//! Sending one request and reading its answer to the end.

use std::cell::Cell;
use std::rc::Rc;

use cloud::exchange::{Reply, Request};
use cloud::{Failure, FailureKind};
use gloo_net::http::{RequestBuilder, Response};

use crate::browser::abort::Abort;
use crate::browser::{dom, timers};

/// No answer for this long: the request is given up. A real cloud needs 3 s for a thousand instances.
const TIMEOUT_MS: u64 = 30_000;

/// The headers that the app reads.
const READ: [&str; 6] =
    ["content-type", "location", "retry-after", "x-subject-token", "x-openstack-request-id", "x-compute-request-id"];

/// Headers to send.
pub type Headers<'a> = [(&'static str, &'a str)];

/// Sends `request` to `url`, once, and gives the reply of whatever status. `Err`: no answer came.
pub async fn send(
    request: &Request,
    url: &str,
    headers: &Headers<'_>,
    abort: Option<&Abort>,
) -> Result<Reply, Failure> {
    let abort = abort.cloned().unwrap_or_else(Abort::new);
    let late = Rc::new(Cell::new(false));
    let (timer_late, timer_abort) = (late.clone(), abort.clone());
    let timer = timers::after(TIMEOUT_MS, move || {
        timer_late.set(true);
        timer_abort.abort();
    });
    let answer = fetch(request, url, headers, &abort).await;
    drop(timer);
    answer.map_err(|words| {
        let kind = if late.get() { FailureKind::Timeout } else { FailureKind::Network };
        Failure::no_reply(request, kind, words)
    })
}

/// A file of the site itself: its status and text. `Err`: the browser's words.
pub async fn text(url: &str) -> Result<(u16, String), String> {
    let response = RequestBuilder::new(url).cache(dom::RequestCache::NoCache).send().await;
    let response = response.map_err(|error| error.to_string())?;
    let body = response.text().await.map_err(|error| error.to_string())?;
    Ok((response.status(), body))
}

async fn fetch(request: &Request, url: &str, headers: &Headers<'_>, abort: &Abort) -> Result<Reply, String> {
    let built = build(request, url, headers, abort).map_err(|error| dom::words(&error))?;
    let response = gloo_net::http::Request::from(built).send().await.map_err(|error| error.to_string())?;
    let headers = read_headers(&response);
    let body = response.text().await.map_err(|error| error.to_string())?;
    Ok(Reply { status: response.status(), headers, body })
}

/// Not by gloo-net's builder: it takes the query apart and adds a `&` to it, and the address must arrive as it is.
fn build(request: &Request, url: &str, headers: &Headers<'_>, abort: &Abort) -> Result<dom::Request, dom::Thrown> {
    let named = dom::Headers::new()?;
    named.append("Accept", "application/json")?;
    for (name, value) in headers {
        named.append(name, value)?;
    }
    let init = dom::RequestInit::new();
    init.set_method(request.method.as_str());
    // A cloud's answer never comes from a cache, and no cookie ever goes to a cloud.
    init.set_cache(dom::RequestCache::NoStore);
    init.set_credentials(dom::RequestCredentials::Omit);
    init.set_signal(abort.signal().as_ref());
    if let Some(body) = &request.body {
        named.append("Content-Type", "application/json")?;
        init.set_body(&body.as_str().into());
    }
    init.set_headers(&named);
    dom::Request::new_with_str_and_init(url, &init)
}

fn read_headers(response: &Response) -> Vec<(String, String)> {
    let headers = response.headers();
    READ.iter().filter_map(|name| Some(((*name).to_owned(), headers.get(name)?))).collect()
}
