//! Compute: Nova's API, as `/v2/{tenant}/…` (the guide's) and `/v2.1/…`.

mod extensions;
mod flavors;
mod keypairs;
mod limits;
mod page;
mod refusals;
mod server_groups;
mod servers;
mod usage;
mod version;
mod zones;

use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path};
pub(crate) use servers::ITEMS_MAX;
pub(crate) use version::NEWEST;

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    let (version, path) = match rest {
        ["v2", tenant, path @ ..] => {
            own(context, tenant)?;
            ("v2", path)
        }
        // Old clients include the tenant here as well.
        ["v2.1", tenant, path @ ..] if *tenant == context.project.tenant => ("v2.1", path),
        ["v2.1", path @ ..] => ("v2.1", path),
        _ => return Err(no_such_path()),
    };
    if version == "v2.1" {
        context.minor = version::asked(context.request)?;
    }
    let answer = match path {
        ["extensions", path @ ..] => extensions::answer(context, path),
        ["flavors", path @ ..] => flavors::answer(context, version, path),
        ["os-availability-zone", path @ ..] => zones::answer(context, path),
        ["os-keypairs", path @ ..] => keypairs::answer(context, version, path),
        ["limits"] => limits::limits(context),
        ["os-quota-sets", path @ ..] => limits::quota_set(context, path),
        ["os-quota-class-sets", path @ ..] => limits::quota_class(context, path),
        ["os-simple-tenant-usage", tenant] => usage::answer(context, tenant),
        ["os-server-groups", path @ ..] => server_groups::answer(context, path),
        ["servers", path @ ..] => servers::answer(context, version, path),
        path => Err(refusals::of(context, path)),
    };
    if version == "v2" {
        return answer;
    }
    let served = format!("2.{}", context.minor);
    let stamp = |response: crate::Response| version::stamped(response, &served);
    answer.map(stamp).map_err(stamp)
}

fn own(context: &Context<'_>, tenant: &str) -> Result<(), crate::Response> {
    let own = &context.project.tenant;
    if tenant == own {
        return Ok(());
    }
    Err(bad_request(&format!(
        "Malformed request URL: URL's project_id '{tenant}' doesn't match Context's project_id '{own}'"
    )))
}
