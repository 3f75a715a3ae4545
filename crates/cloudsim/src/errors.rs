//! The error bodies of the services (nhn-api.md §6). Messages are those of a real OpenStack, unless a comment says that
//! NHN's message is not known.

use serde_json::json;

use crate::Response;

/// The result of a handler; `?` returns a refusal.
pub(crate) type Answer = Result<Response, Response>;

/// The format of Nova and Cinder: one root key with the fault's name.
pub(crate) fn fault(status: u16, kind: &str, message: &str) -> Response {
    Response::json(status, &json!({ kind: { "code": status, "message": message } }))
}

pub(crate) fn bad_request(message: &str) -> Response {
    fault(400, "badRequest", message)
}

pub(crate) fn forbidden(message: &str) -> Response {
    fault(403, "forbidden", message)
}

pub(crate) fn not_found(message: &str) -> Response {
    fault(404, "itemNotFound", message)
}

pub(crate) fn conflict(message: &str) -> Response {
    fault(409, "conflictingRequest", message)
}

/// JSON schema's message for an invalid field.
pub(crate) fn invalid(field: &str, value: &str, why: &str) -> Response {
    bad_request(&format!("Invalid input for field/attribute {field}. Value: {value}. {why}"))
}

pub(crate) fn no_instance(id: &str) -> Response {
    not_found(&format!("Instance {id} could not be found."))
}

/// Nova's response to an internal error.
pub(crate) fn compute_fault() -> Response {
    fault(
        500,
        "computeFault",
        "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log if \
         possible.\n<class 'oslo_db.exception.DBDeadlock'>",
    )
}

/// The response of every service to a missing or invalid token.
pub(crate) fn unauthenticated(identity: &str) -> Response {
    keystone(401, "Unauthorized", "The request you have made requires authentication.")
        .with_header("WWW-Authenticate", &format!("Keystone uri=\"{identity}\""))
}

/// Keystone's format.
pub(crate) fn keystone(status: u16, title: &str, message: &str) -> Response {
    Response::json(status, &json!({ "error": { "code": status, "message": message, "title": title } }))
}

/// Neutron's format.
pub(crate) fn neutron(status: u16, kind: &str, message: &str) -> Response {
    Response::json(status, &json!({ "NeutronError": { "type": kind, "message": message, "detail": "" } }))
}

/// WebOb's response to an unknown path, and Glance's to everything it refuses.
pub(crate) fn html(status: u16, title: &str, text: &str) -> Response {
    Response::html(
        status,
        format!(
            "<html>\n <head>\n  <title>{status} {title}</title>\n </head>\n <body>\n  <h1>{status} {title}</h1>\n  \
             {text}<br /><br />\n\n\n\n </body>\n</html>"
        ),
    )
}

/// 404 for an unknown path.
pub(crate) fn no_such_path() -> Response {
    html(404, "Not Found", "The resource could not be found.")
}

/// A load balancer's response for a service that is down.
pub(crate) fn unavailable() -> Response {
    html(503, "Service Unavailable", "The server is currently unavailable. Please try again at a later time.")
        .with_header("Retry-After", "5")
}

/// Nova's rate limit.
pub(crate) fn rate_limited(retry_after_s: u64) -> Response {
    Response::json(
        413,
        &json!({ "overLimit": {
            "code": 413, "message": "This request was rate-limited.", "retryAfter": retry_after_s.to_string(),
        }}),
    )
    .with_header("Retry-After", &retry_after_s.to_string())
}
