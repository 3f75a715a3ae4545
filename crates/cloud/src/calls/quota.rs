//! Limits and quota of the compute and the block storage service (row N09).

use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::TenantId;
use crate::json::{Json, parse};
use crate::percent::encode;
use crate::wire::{ComputeQuota, VolumeQuota, quota_in_limits, quota_in_set, volume_quota};

#[cfg(test)]
mod tests;

/// `GET /limits`: limits and usage.
pub fn limits() -> Call<ComputeQuota> {
    Call { request: Request::get(Service::Compute, "/limits"), read: read_limits }
}

/// `GET /os-quota-sets/{tenantId}`: limits only; for clouds without [`limits`].
pub fn quota_set(tenant: &TenantId) -> Call<ComputeQuota> {
    let path = format!("/os-quota-sets/{}", encode(tenant.as_str()));
    Call { request: Request::get(Service::Compute, path), read: read_set }
}

/// `GET /limits` of block storage: limits and usage of volumes and snapshots.
pub fn volume_limits() -> Call<VolumeQuota> {
    Call { request: Request::get(Service::Volume, "/limits"), read: |reply| read_absolute(reply, volume_quota) }
}

fn read_limits(reply: &Reply) -> Result<ComputeQuota, ReadError> {
    read_absolute(reply, quota_in_limits)
}

fn read_absolute<T>(reply: &Reply, read: fn(&Json<'_>) -> T) -> Result<T, ReadError> {
    let root = parse(&reply.body)?;
    let absolute = root.get("limits").find(&["absolute"]);
    absolute.map(read).ok_or_else(|| ReadError::missing("limits"))
}

fn read_set(reply: &Reply) -> Result<ComputeQuota, ReadError> {
    let root = parse(&reply.body)?;
    let set: Option<&Json<'_>> = root.find(&["quota_set"]);
    set.map(quota_in_set).ok_or_else(|| ReadError::missing("quota_set"))
}
