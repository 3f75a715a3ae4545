//! Checks who makes a request. Browsers send `Sec-Fetch-*`, which no page can forge; other programs send none of it and
//! are admitted, because they could as well talk to the cloud directly.

use http::header::{HeaderValue, ORIGIN};
use http::request::Parts;
use http::{HeaderMap, StatusCode};

use crate::answer::GatewayError;
use crate::origin::Origin;

/// Refuses requests that are not `fetch`, and pages of other sites that are not listed.
pub fn check(parts: &Parts, cors: &[Origin]) -> Result<(), GatewayError> {
    let refuse = |code, message: &str| Err(GatewayError::new(StatusCode::FORBIDDEN, code, message));
    let headers = &parts.headers;
    // A cloud's file loaded as script, style, frame or page would act on the console's own origin.
    if text(headers, "sec-fetch-dest").is_some_and(|dest| dest != "empty") {
        return refuse("not-a-fetch", "A cloud's responses can only be fetched, not opened or embedded");
    }
    let foreign = text(headers, "sec-fetch-site").is_some_and(|site| matches!(site, "cross-site" | "same-site"));
    if foreign && !is_listed(headers.get(ORIGIN), cors) {
        let message = "This site may not use the gateway. Its operator can add the site to `origins` under [cors]";
        return refuse("origin-not-allowed", message);
    }
    Ok(())
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn is_listed(origin: Option<&HeaderValue>, cors: &[Origin]) -> bool {
    origin.is_some_and(|asking| cors.iter().any(|listed| asking.as_bytes() == listed.to_string().as_bytes()))
}
