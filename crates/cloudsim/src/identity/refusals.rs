//! Keystone's refusals for members, by policy rule.

use crate::Response;
use crate::errors::{keystone, no_such_path};

/// Resources that members may not access: path, singular, plural.
const THINGS: [(&[&str], &str, &str); 12] = [
    (&["projects"], "project", "projects"),
    (&["users"], "user", "users"),
    (&["groups"], "group", "groups"),
    (&["domains"], "domain", "domains"),
    (&["services"], "service", "services"),
    (&["endpoints"], "endpoint", "endpoints"),
    (&["regions"], "region", "regions"),
    (&["roles"], "role", "roles"),
    (&["policies"], "policy", "policies"),
    (&["role_assignments"], "role_assignment", "role_assignments"),
    (&["role_inferences"], "role_inference_rule", "role_inference_rules"),
    (&["OS-TRUST", "trusts"], "trust", "trusts"),
];

/// The response to an operator's request, or to an unknown path.
pub(super) fn of(method: &str, path: &[&str]) -> Response {
    let found = THINGS.iter().find_map(|(at, one, many)| Some((path.strip_prefix(*at)?, *one, *many)));
    let rule = match (method, found) {
        ("GET", Some(([], _, many))) => format!("list_{many}"),
        ("GET", Some(([_], one, _))) => format!("get_{one}"),
        ("GET", Some(([_, "projects"], "user", _))) => "list_user_projects".to_owned(),
        ("POST", Some(([], one, _))) => format!("create_{one}"),
        ("PATCH", Some(([_], one, _))) => format!("update_{one}"),
        ("DELETE", Some(([_], one, _))) => format!("delete_{one}"),
        _ => return no_such_path(),
    };
    let words = format!("You are not authorized to perform the requested action: identity:{rule}.");
    keystone(403, "Forbidden", &words)
}
