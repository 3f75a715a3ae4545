//! Console log, console link and first Windows password of an instance (row N09).

use super::servers::{action_request, path_of};
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::ServerId;
use crate::json::{Json, parse};
use crate::wire::{ConsoleLink, EncryptedPassword};

/// `os-getConsoleOutput`: the last `lines` lines of the log; `None`: all of it.
pub fn log(server: &ServerId, lines: Option<u32>) -> Call<String> {
    let mut output = Json::object([]);
    if let Some(lines) = lines {
        output.put("length", lines.into());
    }
    Call { request: action_request(server, &Json::object([("os-getConsoleOutput", output)])), read: output_in }
}

/// `os-getVNCConsole` (`novnc`): a short-lived console link, for clouds with API v2.0 to v2.5.
pub fn vnc(server: &ServerId) -> Call<ConsoleLink> {
    let kind = Json::object([("type", "novnc".into())]);
    Call { request: action_request(server, &Json::object([("os-getVNCConsole", kind)])), read: link_in }
}

/// `POST …/remote-consoles`: the same for clouds with API v2.6 and later.
pub fn remote(server: &ServerId) -> Call<ConsoleLink> {
    let console = Json::object([("protocol", "vnc".into()), ("type", "novnc".into())]);
    let body = Json::object([("remote_console", console)]);
    Call { request: Request::post(Service::Compute, path_of(server) + "/remote-consoles", &body), read: link_in }
}

/// `GET …/os-server-password`: the password that the guest encrypted with the public key; `None` if it stored none.
pub fn password(server: &ServerId) -> Call<Option<EncryptedPassword>> {
    Call { request: Request::get(Service::Compute, path_of(server) + "/os-server-password"), read: password_in }
}

fn output_in(reply: &Reply) -> Result<String, ReadError> {
    let root = parse(&reply.body)?;
    // Null until the guest has written something.
    root.find(&["output"]).map(Json::text).ok_or_else(|| ReadError::missing("output"))
}

/// Accepts only http(s) links: a `javascript:` link would run in the page.
fn link_in(reply: &Reply) -> Result<ConsoleLink, ReadError> {
    let root = parse(&reply.body)?;
    let url = root.any(&["console", "remote_console"]).get("url").filled();
    let url = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    url.map(ConsoleLink).ok_or_else(|| ReadError::missing("url"))
}

fn password_in(reply: &Reply) -> Result<Option<EncryptedPassword>, ReadError> {
    let root = parse(&reply.body)?;
    let password = root.find(&["password"]).ok_or_else(|| ReadError::missing("password"))?;
    Ok(password.filled().map(EncryptedPassword))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finish<T>(call: &Call<T>, body: &str) -> Option<T> {
        call.finish(&Reply { status: 200, headers: Vec::new(), body: body.to_owned() }).ok()
    }

    #[test]
    fn a_link_is_one_that_a_browser_may_open() {
        let url = |body: &str| finish(&remote(&"s".into()), body).map(|link| link.0);
        let good = "https://h:6080/vnc_auto.html?path=%3Ftoken%3Dt";
        assert_eq!(url(&format!(r#"{{"remote_console": {{"url": "{good}"}}}}"#)).as_deref(), Some(good));
        assert_eq!(url(&format!(r#"{{"console": {{"url": "{good}"}}}}"#)).as_deref(), Some(good));
        for bad in [r#"{"console": {"url": "javascript:alert(1)"}}"#, r#"{"console": {"url": null}}"#, "{}"] {
            assert_eq!(url(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_log_and_a_password_may_be_empty() {
        assert_eq!(finish(&log(&"s".into(), None), r#"{"output": null}"#).as_deref(), Some(""));
        assert_eq!(finish(&log(&"s".into(), None), "{}"), None);
        assert_eq!(log(&"s".into(), None).request.body.as_deref(), Some(r#"{"os-getConsoleOutput":{}}"#));
        assert_eq!(finish(&password(&"s".into()), r#"{"password": ""}"#), Some(None));
        let some = finish(&password(&"s".into()), r#"{"password": "aGk="}"#);
        assert_eq!(some, Some(Some(EncryptedPassword("aGk=".to_owned()))));
        assert_eq!(finish(&password(&"s".into()), "{}"), None);
    }
}
