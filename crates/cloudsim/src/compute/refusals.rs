//! Nova's refusals of requests that are reserved for operators.

use crate::Response;
use crate::context::Context;
use crate::errors::{fault, forbidden, no_such_path, not_found};

/// A refusal that names Nova's policy rule.
pub(super) fn policy(rule: &str) -> Response {
    forbidden(&format!("Policy doesn't allow os_compute_api:{rule} to be performed."))
}

/// Nova's response to a method that the requested API version does not have.
pub(super) fn not_in_this_version() -> Response {
    not_found("The resource could not be found.")
}

/// The response to an operator's request, or to an unknown path.
pub(super) fn of(context: &Context<'_>, path: &[&str]) -> Response {
    match (context.request.method.as_str(), path) {
        ("GET", ["os-hypervisors"]) => policy("os-hypervisors:list"),
        ("GET", ["os-hypervisors", "detail"]) => policy("os-hypervisors:list-detail"),
        ("GET", ["os-hypervisors", "statistics"]) if context.since(88) => not_in_this_version(),
        ("GET", ["os-hypervisors", "statistics"]) => policy("os-hypervisors:statistics"),
        ("GET", ["os-hypervisors", _]) => policy("os-hypervisors:show"),
        ("GET", ["os-hosts"]) if context.since(43) => not_in_this_version(),
        ("GET", ["os-hosts"]) => policy("os-hosts:list"),
        ("GET", ["os-services"]) => policy("os-services:list"),
        ("GET", ["os-aggregates"]) => policy("os-aggregates:index"),
        ("GET", ["os-migrations"]) => policy("os-migrations:index"),
        ("GET", ["os-simple-tenant-usage"]) => policy("os-simple-tenant-usage:list"),
        ("GET", ["os-agents" | "os-cells" | "os-fping" | "os-cloudpipe"]) => {
            fault(410, "computeFault", "This resource is no longer available. No forwarding address is given.")
        }
        _ => no_such_path(),
    }
}
