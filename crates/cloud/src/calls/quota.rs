//! Limits and quota of the compute service (row N09).

use super::encode::encode_segment;
use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::TenantId;
use crate::json::{Json, parse};
use crate::wire::{ComputeQuota, quota_in_limits, quota_in_set};

#[cfg(test)]
mod tests;

/// `GET /limits`: what may be had and what is used.
pub fn limits() -> Call<ComputeQuota> {
    Call { request: Request::get(Service::Compute, "/limits"), read: read_limits }
}

/// `GET /os-quota-sets/{tenantId}`: what may be had; for clouds without [`limits`].
pub fn quota_set(tenant: &TenantId) -> Call<ComputeQuota> {
    let path = format!("/os-quota-sets/{}", encode_segment(tenant.as_str()));
    Call { request: Request::get(Service::Compute, path), read: read_set }
}

fn read_limits(reply: &Reply) -> Result<ComputeQuota, ReadError> {
    let root = parse(&reply.body)?;
    let absolute = root.get("limits").find(&["absolute"]);
    absolute.map(quota_in_limits).ok_or_else(|| ReadError::missing("limits"))
}

fn read_set(reply: &Reply) -> Result<ComputeQuota, ReadError> {
    let root = parse(&reply.body)?;
    let set: Option<&Json<'_>> = root.find(&["quota_set"]);
    set.map(quota_in_set).ok_or_else(|| ReadError::missing("quota_set"))
}
