//! CORS as in oslo.middleware, for clouds that list the console's origin, so that the page needs no proxy. As on a real
//! OpenStack, `Location` is not exposed, and other origins get no headers.

use crate::{Request, Response};

const EXPOSED: &str = "X-Auth-Token, X-Openstack-Request-Id, X-Subject-Token, X-Service-Token, \
                       X-OpenStack-Nova-API-Version, OpenStack-API-Version";
const ALLOWED_HEADERS: &str = "X-Auth-Token, X-Openstack-Request-Id, X-Subject-Token, X-Identity-Status, X-Roles, \
                               X-User-Id, X-Tenant-Id, Content-Type, Accept";

/// The response to a preflight request, if an origin is configured.
pub(crate) fn preflight(request: &Request, configured: Option<&str>) -> Option<Response> {
    configured.filter(|_| request.method == "OPTIONS")?;
    request.header("access-control-request-method")?;
    Some(Response { status: 200, ..Response::default() })
}

/// Adds the headers for a request from the configured origin.
pub(crate) fn allow(mut response: Response, request: &Request, configured: Option<&str>) -> Response {
    let Some(origin) = configured.filter(|origin| request.header("origin") == Some(origin)) else { return response };
    response = response.with_header("Access-Control-Allow-Origin", origin).with_header("Vary", "Origin");
    if request.method == "OPTIONS" {
        return response
            .with_header("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE, PATCH")
            .with_header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
            .with_header("Access-Control-Max-Age", "3600");
    }
    response.with_header("Access-Control-Expose-Headers", EXPOSED)
}
