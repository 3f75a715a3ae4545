//! One table for all error formats of nhn-api.md §6.

use super::*;
use crate::exchange::Call;
use crate::json::Json;

fn request() -> Request {
    Request::get(Service::Compute, "/servers")
}

fn reply(status: u16, headers: &[(&str, &str)], body: &str) -> Reply {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Reply { status, headers: headers.collect(), body: body.to_owned() }
}

fn check(status: u16, body: &str, kind: FailureKind, message: &str) {
    let failure = Failure::from_reply(&request(), &reply(status, &[], body));
    assert_eq!((failure.kind, failure.message.as_str(), failure.status), (kind, message, status), "{body}");
    assert_eq!((failure.raw.as_str(), failure.path.as_str()), (body, "/servers"));
}

#[test]
fn nova() {
    check(400, r#"{"badRequest": {"message": "no", "code": 400}}"#, FailureKind::Invalid, "no");
    check(403, r#"{"forbidden": {"code": 403, "message": "Policy"}}"#, FailureKind::Forbidden, "Policy");
    let quota = "Quota exceeded for cores: Requested 8, but already used 120 of 120 cores";
    check(403, &format!(r#"{{"forbidden": {{"message": "{quota}"}}}}"#), FailureKind::QuotaExceeded, quota);
    check(404, r#"{"itemNotFound": {"message": "gone"}}"#, FailureKind::NotFound, "gone");
    check(409, r#"{"conflictingRequest": {"message": "Cannot 'start'"}}"#, FailureKind::Conflict, "Cannot 'start'");
    check(409, r#"{"buildInProgress": {"message": "wait"}}"#, FailureKind::Conflict, "wait");
    check(500, r#"{"computeFault": {"message": "oops", "code": 500}}"#, FailureKind::Server, "oops");
    check(503, r#"{"serviceUnavailable": {"message": "later"}}"#, FailureKind::Server, "later");
}

#[test]
fn rate_limits() {
    let wait = |retry_after_s| FailureKind::RateLimited { retry_after_s };
    check(413, r#"{"overLimit": {"message": "slow", "retryAfter": "7"}}"#, wait(Some(7)), "slow");
    check(429, r#"{"overLimit": {"message": "slow", "retryAfter": 7}}"#, wait(Some(7)), "slow");
    check(429, r#"{"overLimit": {"message": "slow", "retryAfter": "2026-01-01T00:00:00Z"}}"#, wait(None), "slow");
    check(429, "", wait(None), "HTTP 429");
    check(
        413,
        "<html><title>413 Request Entity Too Large</title></html>",
        FailureKind::Invalid,
        "413 Request Entity Too Large",
    );
    let exceeds = "VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed gigabytes quota.";
    check(413, &format!(r#"{{"overLimit": {{"message": "{exceeds}"}}}}"#), FailureKind::QuotaExceeded, exceeds);
    for (header, expect) in
        [("30", Some(30)), (" 30 ", Some(30)), ("Wed, 21 Oct 2026 07:28:00 GMT", Some(7)), ("-1", Some(7))]
    {
        let body = r#"{"overLimit": {"message": "slow", "retryAfter": 7}}"#;
        let failure = Failure::from_reply(&request(), &reply(429, &[("retry-after", header)], body));
        assert_eq!(failure.kind, wait(expect), "{header}");
    }
}

#[test]
fn a_date_in_retry_after_counts_from_the_date_of_the_answer() {
    let now = "Wed, 21 Oct 2026 07:28:00 GMT";
    for (header, date, expect) in [
        ("Wed, 21 Oct 2026 07:28:20 GMT", Some(now), Some(20)),
        ("Wed, 21 Oct 2026 07:28:00 GMT", Some(now), Some(0)),
        ("Wed, 21 Oct 2026 07:27:00 GMT", Some(now), Some(0)),
        ("Thu, 22 Oct 2026 07:28:00 GMT", Some(now), Some(86_400)),
        ("Wed, 21 Oct 2026 07:28:20 GMT", None, None),
        ("tomorrow", Some(now), None),
    ] {
        let headers: Vec<_> = [("retry-after", header)].into_iter().chain(date.map(|date| ("date", date))).collect();
        let failure = Failure::from_reply(&request(), &reply(429, &headers, ""));
        assert_eq!(failure.kind, FailureKind::RateLimited { retry_after_s: expect }, "{header} at {date:?}");
    }
}

#[test]
fn neighbours_and_gateways() {
    let neutron = r#"{"NeutronError": {"message": "Quota exceeded for resources", "type": "OverQuota", "detail": ""}}"#;
    check(409, neutron, FailureKind::QuotaExceeded, "Quota exceeded for resources");
    check(
        409,
        r#"{"NeutronError": {"message": "in use", "type": "InUse", "detail": ""}}"#,
        FailureKind::Conflict,
        "in use",
    );
    check(400, r#"{"NeutronError": "old form"}"#, FailureKind::Invalid, "old form");
    let keystone = r#"{"error": {"code": 401, "title": "Unauthorized", "message": "Sign in."}}"#;
    check(401, keystone, FailureKind::Unauthenticated, "Sign in.");
    check(401, r#"{"error": {"code": 401, "title": "Unauthorized"}}"#, FailureKind::Unauthenticated, "Unauthorized");
    check(401, "Authentication required", FailureKind::Unauthenticated, "Authentication required");
    check(404, r#"{"message": "no route"}"#, FailureKind::NotFound, "no route");
    check(
        404,
        r#"{"timestamp": 1, "status": 404, "error": "Not Found", "path": "/x"}"#,
        FailureKind::NotFound,
        "Not Found",
    );
    check(
        404,
        r#"{"errors": [{"status": 404, "title": "Not Found", "detail": "No provider"}]}"#,
        FailureKind::NotFound,
        "No provider",
    );
    let maru = r#"{"maru": {"code": "host_not_allowed", "message": "Not on the list."}}"#;
    check(403, maru, FailureKind::Gateway("host_not_allowed".into()), "Not on the list.");
    let idle = r#"{"maru": {"code": "session-idle", "message": "Locked."}}"#;
    check(401, idle, FailureKind::Unauthenticated, "Locked.");
}

/// The gateway's own errors are recognised by their code, also when its session has ended.
#[test]
fn the_gateways_own_words_have_a_code() {
    let check = |status: u16, body: &str, code: Option<&str>| {
        let reply = reply(status, &[], body);
        let failure = Failure::from_reply(&Request::get(Service::Compute, "/servers"), &reply);
        assert_eq!(failure.gateway_code().as_deref(), code, "{status} {body}");
    };
    check(403, r#"{"maru": {"code": "host-not-allowed", "message": "Not on the list."}}"#, Some("host-not-allowed"));
    check(401, r#"{"maru": {"code": "session-idle", "message": "Locked."}}"#, Some("session-idle"));
    check(401, r#"{"error": {"code": 401, "message": "Sign in."}}"#, None);
    check(403, r#"{"forbidden": {"code": 403, "message": "No."}}"#, None);
    check(502, "<html>maru</html>", None);
}

/// The message in each format, whatever the status.
#[track_caller]
fn says(body: &str, message: &str) {
    check(400, body, FailureKind::Invalid, message);
}

#[test]
fn a_message_may_be_a_list_or_an_object() {
    says(
        r#"{"statusCode": 400, "message": ["id must be a UUID", "period must be positive"]}"#,
        "id must be a UUID; period must be positive",
    );
    says(
        r#"{"error": {"code": 400, "message": {"reason": "bad filter", "value": "x"}}}"#,
        "reason: bad filter; value: x",
    );
    says(r#"{"badRequest": {"message": {"message": "inner"}}}"#, "inner");
    says(r#"["one", {"message": "two"}, "one"]"#, "one; two");
    says(r#"{"error": {"message": null, "code": 400, "title": "Bad Request"}}"#, "Bad Request");
}

#[test]
fn errors_by_field_are_told_with_the_field() {
    says(
        r#"{"errors": {"name": ["is too short", "has a blank"], "size": "must be positive"}}"#,
        "name: is too short; has a blank; size: must be positive",
    );
    says(r#"{"message": "Invalid data.", "errors": {"name": ["is required"]}}"#, "Invalid data. name: is required");
    says(r#"{"errors": [{"title": "Bad", "detail": "No provider"}, {"detail": "No size"}]}"#, "No provider; No size");
    says(r#"{"errors": ["one", "two"]}"#, "one; two");
    says(
        r#"{"detail": [{"loc": ["body", "name"], "msg": "field required", "type": "value_error"}, {"loc": ["query", 0], "msg": "odd"}]}"#,
        "body.name: field required; query.0: odd",
    );
    says(r#"{"errors": [{"field": "size", "message": "too small"}]}"#, "size: too small");
}

#[test]
fn a_faultstring_comes_before_its_code() {
    says(
        r#"{"debuginfo": null, "faultcode": "Server", "faultstring": "object of type 'NoneType' has no len()"}"#,
        "object of type 'NoneType' has no len()",
    );
    says(r#"{"faultcode": "Client", "faultstring": null, "debuginfo": "Traceback…"}"#, "Client");
    says(r#"{"error_message": {"faultcode": "Client", "faultstring": "No such cluster"}}"#, "No such cluster");
}

#[test]
fn json_inside_the_message_is_read() {
    let neutron = r#"{"NeutronError": {"type": "X", "message": "No more addresses on 5f62.", "detail": ""}}"#;
    let nova = |message: &str| Json::object([("badRequest", Json::object([("message", message.into())]))]).write();
    says(&nova(neutron), "No more addresses on 5f62.");
    says(&nova(&format!("Got 409 instead: {neutron}")), "Got 409 instead: No more addresses on 5f62.");
    says(&nova(&nova(&nova(neutron))), "No more addresses on 5f62.");
    says(&nova(r#"["one", "two"]"#), "one; two");
    says(&nova("[Errno 111] refused"), "[Errno 111] refused");
    says(&nova("no rule {name} here"), "no rule {name} here");
    says(&nova("{}"), "{}");
    says(&Json::from(neutron).write(), "No more addresses on 5f62.");
}

#[test]
fn every_name_of_a_message_is_known() {
    for name in [
        "message",
        "Message",
        "error_message",
        "errorMessage",
        "error_msg",
        "error-msg",
        "error_description",
        "msg",
        "detail",
        "description",
        "faultstring",
        "resultMessage",
    ] {
        says(&format!(r#"{{"error": "invalid_request", "{name}": "HTTPS required"}}"#), "HTTPS required");
        says(&format!(r#"{{"fault": {{"code": 7, "{name}": "HTTPS required"}}}}"#), "HTTPS required");
    }
    says(
        r#"{"NeutronError": {"type": "IpAddressGenerationFailure", "message": "", "detail": "No more addresses."}}"#,
        "No more addresses.",
    );
    says(
        r#"{"NeutronError": {"type": "IpAddressGenerationFailure", "message": "", "detail": ""}}"#,
        "IpAddressGenerationFailure",
    );
    says(
        r#"{"type": "https://e.example/p", "title": "Denied", "status": 403, "detail": "Not yours", "instance": "/x"}"#,
        "Not yours",
    );
    says(r#"{"error": "access_denied", "trace": "a.b.C"}"#, "access_denied");
    says(r#"{"requestId": "7", "hint": "Use the other host"}"#, "Use the other host");
}

#[test]
fn an_endless_row_of_open_tags_is_read_up_to_a_bound() {
    for one in ["<", "&", "<b", "&lt"] {
        let body = one.repeat(4 << 20);
        let failure = Failure::from_reply(&Request::get(Service::Compute, "/servers"), &reply(500, &[], &body));
        assert!(failure.message.chars().count() <= 1001, "{one}");
    }
}

#[test]
fn tags_and_entities_never_reach_the_screen() {
    let words = |text: &str| Json::object([("message", text.into())]).write();
    says(&words("Not allowed: publicizing is off.<br /><br />\n\n\n"), "Not allowed: publicizing is off.");
    says(&words("Cannot &#39;delete&#39; &lt;cirros&gt; &#x2014; in&nbsp;use"), "Cannot 'delete' <cirros> — in use");
    says(&words("one&lt;br/&gt;two &amp;lt; &unknown; &#0; &;"), "one two &lt; &unknown; &;");
    says(&words("<p class=\"x\">No <b>such</b> <a href='/x'>thing</a></p>"), "No such thing");
    says(
        &words("failed:\n<class 'oslo_messaging.exceptions.MessagingTimeout'>"),
        "failed: <class 'oslo_messaging.exceptions.MessagingTimeout'>",
    );
    says(&words("a <b and c> d < e > f <"), "a <b and c> d < e > f <");
    says(&words("<html><title>T</title><body>Words</body></html>"), "Words");
    says("<?xml version='1.0'?><badRequest code=\"400\"><message>Not good</message></badRequest>", "Not good");
    says("<html><!-- a > b --><body><![CDATA[No <x>]]> more</body></html>", "No <x> more");
    says("no<br>page", "no page");
}

#[test]
fn pages_plain_text_and_nothing() {
    let glance = "<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n  The resource \
                  could not be found.<br /><br />\n\n\n\n </body>\n</html>";
    check(404, glance, FailureKind::NotFound, "404 Not Found The resource could not be found.");
    check(502, "<html><head><title>502 Bad Gateway</title></head></html>", FailureKind::Server, "502 Bad Gateway");
    check(502, "<!DOCTYPE html><style>a{}</style><p>Bad &amp;lt; gate", FailureKind::Server, "Bad &lt; gate");
    check(400, "a < b and c > d", FailureKind::Invalid, "a < b and c > d");
    check(400, "line\r\n\tline\u{1b}[31m\u{202e}red", FailureKind::Invalid, "line line [31mred");
    check(400, r#""just text""#, FailureKind::Invalid, "just text");
    check(400, r#"{"badRequest": "#, FailureKind::Invalid, r#"{"badRequest":"#);
    check(504, "", FailureKind::Server, "HTTP 504");
    check(400, "{}", FailureKind::Invalid, "HTTP 400");
    check(400, r#"{"a": {"message": ""}, "b": 7}"#, FailureKind::Invalid, "HTTP 400");
    check(418, "", FailureKind::Invalid, "HTTP 418");
    check(302, "", FailureKind::Redirected, "HTTP 302");
}

#[test]
fn a_second_factor_is_not_a_wrong_password() {
    let body = r#"{"receipt": {"methods": ["password"], "user": {"id": "u"}}, "required_auth_methods": [["password", "totp"]]}"#;
    check(401, body, FailureKind::SecondFactor, "password + totp");
    check(401, r#"{"required_auth_methods": []}"#, FailureKind::SecondFactor, "HTTP 401");
}

#[test]
fn a_redirect_says_where_it_leads() {
    let check = |status: u16, headers: &[(&str, &str)], body: &str, message: &str| {
        let failure = Failure::from_reply(&request(), &reply(status, headers, body));
        assert_eq!((failure.kind, failure.message.as_str()), (FailureKind::Redirected, message), "{status} {body}");
    };
    let page = "<html><h1>Moved</h1></html>";
    check(301, &[("location", "https://other.example/v3/auth/tokens")], page, "https://other.example/v3/auth/tokens");
    check(302, &[("location", "/image/v2/images/?token=secret#x")], page, "/image/v2/images/");
    check(307, &[("location", "")], page, "Moved");
    let versions = r#"{"versions": [{"id": "v2.15", "links": [{"rel": "self", "href": "http://h/image/v2/"}]}]}"#;
    check(300, &[], versions, "http://h/image/v2/");
    let gateway = r#"{"maru": {"code": "cloud-redirect", "message": "http://h answers with a redirect to /x"}}"#;
    check(502, &[], gateway, "http://h answers with a redirect to /x");
}

#[test]
fn the_gateway_speaks_for_the_cloud_by_its_code() {
    for (code, kind) in [
        ("cloud-unreachable", FailureKind::Network),
        ("cloud-timeout", FailureKind::Timeout),
        ("cloud-broke-off", FailureKind::BrokenOff),
        ("cloud-untrusted", FailureKind::Gateway("cloud-untrusted".into())),
    ] {
        check(502, &format!(r#"{{"maru": {{"code": "{code}", "message": "m"}}}}"#), kind, "m");
    }
}

/// Bug: it counted as an unreachable cloud.
#[test]
fn a_429_of_the_gateway_itself_asks_for_a_pause() {
    for code in ["too-many-requests", "too-many-sign-ins"] {
        let body = format!(r#"{{"maru": {{"code": "{code}", "message": "m"}}}}"#);
        let failure = Failure::from_reply(&request(), &reply(429, &[("retry-after", "7")], &body));
        assert_eq!(failure.kind, FailureKind::RateLimited { retry_after_s: Some(7) });
        assert_eq!(failure.gateway_code().as_deref(), Some(code), "the words are still the gateway's");
    }
}

#[test]
fn long_bodies_are_cut() {
    let failure = Failure::from_reply(&request(), &reply(500, &[], &"가".repeat(20_000)));
    assert_eq!((failure.raw.len(), failure.message.chars().count()), (16 * 1024 - 1, 1001), "a character has 3 bytes");
    assert!(failure.message.ends_with('…'));
}

#[test]
fn the_request_id_is_kept() {
    let check = |headers: &[(&str, &str)], expect: Option<&str>| {
        let failure = Failure::from_reply(&request(), &reply(500, headers, ""));
        assert_eq!(failure.request_id.as_ref().map(RequestId::as_str), expect, "{headers:?}");
    };
    check(&[], None);
    check(&[("x-compute-request-id", "req-1")], Some("req-1"));
    check(&[("x-compute-request-id", "req-1"), ("x-openstack-request-id", "req-2")], Some("req-2"));
    check(&[("x-openstack-request-id", " ")], None);
}

/// NHN's gateway reports failures with status 200; an instance with the name of that flag is not a failure.
#[test]
fn a_200_that_failed() {
    let call = Call { request: request(), read: |reply: &Reply| Ok(reply.status) };
    let refused =
        r#"{"header": {"isSuccessful": false, "resultCode": -4010, "resultMessage": "No such key"}, "body": null}"#;
    let failure = call.finish(&reply(200, &[], refused)).expect_err("a failure");
    assert_eq!((failure.kind, failure.message.as_str()), (FailureKind::Other, "No such key"));
    for fine in [
        r#"{"header": {"isSuccessful": true, "resultMessage": "SUCCESS"}, "body": {}}"#,
        r#"{"server": {"name": "isSuccessful\": false"}}"#,
        r#"{"server": {"header": {"isSuccessful": false}}}"#,
        "",
    ] {
        assert_eq!(call.finish(&reply(200, &[], fine)), Ok(200), "{fine}");
    }
}

#[test]
fn an_unreadable_answer_keeps_its_body_unless_it_may_hold_a_secret() {
    let check = |request: Request, raw: &str| {
        let error = ReadError { message: "expected `,` at line 1 column 9".into() };
        let failure = Failure::unreadable(&request, &reply(200, &[], "secret"), error);
        assert_eq!((failure.kind, failure.raw.as_str()), (FailureKind::Unreadable, raw), "{request:?}");
        assert_eq!(failure.message, "expected `,` at line 1 column 9");
    };
    check(request(), "secret");
    check(Request::get(Service::Identity, "/auth/tokens"), "");
    check(Request::post(Service::Compute, "/os-keypairs", &crate::json::Json::Nothing), "");
}

#[test]
fn a_page_in_the_place_of_an_answer_speaks_for_itself() {
    let page = "<!doctype html><title>Company login</title><p>Please accept the terms";
    let error = ReadError { message: "expected value at line 1 column 1".into() };
    let failure = Failure::unreadable(&Request::get(Service::Identity, "/auth/tokens"), &reply(200, &[], page), error);
    assert_eq!((failure.message.as_str(), failure.raw.as_str()), ("Please accept the terms", ""));
}

#[test]
fn no_reply_keeps_the_browsers_words() {
    let failure = Failure::no_reply(&request(), FailureKind::Timeout, "Failed\nto fetch".into());
    assert_eq!((failure.kind, failure.status, failure.message.as_str()), (FailureKind::Timeout, 0, "Failed to fetch"));
}
