//! Microversions 2.1 to 2.96 of the compute API: reading the requested one, and adding it to responses.

use crate::errors::{bad_request, fault};
use crate::{Request, Response};

/// The newest version is 2.`NEWEST`.
pub(crate) const NEWEST: u32 = 96;

/// The requested version 2.`minor`. The newer header takes precedence over the older; the default is 2.1.
pub(super) fn asked(request: &Request) -> Result<u32, Response> {
    let newer = request.header("openstack-api-version");
    let newer = newer.and_then(|value| value.split(',').find_map(|one| one.trim().strip_prefix("compute ")));
    let Some(text) = newer.or_else(|| request.header("x-openstack-nova-api-version")).map(str::trim) else {
        return Ok(1);
    };
    if text == "latest" {
        return Ok(NEWEST);
    }
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let parts = text.split_once('.').and_then(|(major, minor)| Some((number(major)?, number(minor)?)));
    match parts {
        Some((2, minor @ 1..=NEWEST)) => Ok(minor),
        Some(_) => {
            let words =
                format!("Version {text} is not supported by the API. Minimum is 2.1 and maximum is 2.{NEWEST}.");
            Err(stamped(fault(406, "computeFault", &words), text))
        }
        None => Err(bad_request(&format!(
            "API Version String {text} is of invalid format. Must be of format MajorNum.MinorNum."
        ))),
    }
}

/// Adds the version's headers to a response.
pub(super) fn stamped(response: Response, version: &str) -> Response {
    response
        .with_header("OpenStack-API-Version", &format!("compute {version}"))
        .with_header("X-OpenStack-Nova-API-Version", version)
        .with_header("Vary", "OpenStack-API-Version, X-OpenStack-Nova-API-Version")
}
