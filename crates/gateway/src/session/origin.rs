//! Checks that a session is used by the site itself. Browsers do not send a `SameSite=Strict` cookie for other sites;
//! this check also works in a browser that gets that wrong, and against another site of the same registrable domain.

use http::header::ORIGIN;
use http::request::Parts;
use http::{HeaderMap, HeaderName, Method, StatusCode};

use crate::answer::GatewayError;
use crate::host::Names;
use crate::origin::Origin;

/// Refuses requests that do not come from the site's own pages. Writes must have an `Origin`.
pub fn check(parts: &Parts, names: &Names) -> Result<(), GatewayError> {
    let fetch_site = text(&parts.headers, &HeaderName::from_static("sec-fetch-site"));
    let own = match parts.headers.get(ORIGIN) {
        Some(origin) => {
            let origin = origin.to_str().ok().and_then(|origin| Origin::parse(origin).ok());
            origin.is_some_and(|origin| names.is_own(&origin, parts))
        }
        None => matches!(parts.method, Method::GET | Method::HEAD),
    };
    if own && fetch_site.is_none_or(|site| site == "same-origin") {
        return Ok(());
    }
    let message = "Only the console's own pages may use a session. Behind another server, set `public` under [server], or \
                   pass `Host` on";
    Err(GatewayError::new(StatusCode::FORBIDDEN, "session-of-another-site", message))
}

/// Whether the browser uses TLS, according to the configuration or its `Origin`. The gateway cannot see it behind
/// another server.
pub fn is_secure(parts: &Parts, names: &Names) -> bool {
    names.is_https(parts) || text(&parts.headers, &ORIGIN).is_some_and(|origin| origin.starts_with("https://"))
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;
    use crate::config::Server;

    #[test]
    fn only_the_sites_own_pages_may_use_a_session() {
        let check = |method: Method, headers: &[(&str, &str)], public: Option<&str>, expect: bool| {
            let builder = Request::builder().method(&method).header("host", "console.example");
            let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
            let (parts, ()) = builder.body(()).expect("a request").into_parts();
            let public = public.map(|public| Origin::parse(public).expect("an origin")).into_iter().collect();
            let names = Names::new(&Server { public, ..Server::default() });
            assert_eq!(check(&parts, &names).is_ok(), expect, "{method} {headers:?} {names:?}");
        };
        let own = ("origin", "https://console.example");
        let plain = ("origin", "http://console.example");
        let same = ("sec-fetch-site", "same-origin");
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            check(method.clone(), &[own, same], None, true);
            check(method.clone(), &[own], None, true);
            check(method.clone(), &[plain], None, true);
            check(method.clone(), &[], None, false);
            check(method.clone(), &[same], None, false);
            check(method, &[("origin", "null")], None, false);
        }
        check(Method::GET, &[], None, true);
        check(Method::GET, &[same], None, true);
        check(Method::GET, &[("sec-fetch-site", "same-site")], None, false);
        check(Method::GET, &[("sec-fetch-site", "cross-site")], None, false);
        check(Method::GET, &[("sec-fetch-site", "none")], None, false);
        check(Method::GET, &[("origin", "https://other.example")], None, false);
        check(Method::POST, &[own, ("sec-fetch-site", "same-site")], None, false);
        for other in [
            "https://other.example",
            "https://x.console.example",
            "https://console.example:8443",
            "https://console.example.x",
        ] {
            check(Method::POST, &[("origin", other)], None, false);
        }
        check(Method::POST, &[own], Some("https://console.example"), true);
        check(Method::POST, &[plain], Some("https://console.example"), false);
        check(Method::POST, &[own], Some("https://other.example"), false);
        check(Method::POST, &[("origin", "https://other.example")], Some("https://other.example"), true);
    }
}
