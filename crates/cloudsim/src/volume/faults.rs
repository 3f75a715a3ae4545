//! Faults by the name of a volume or snapshot, as for instances (`crate::faults`).

use crate::Response;
use crate::errors::fault;
use crate::model::coming::Change;

/// Duration of creating and deleting, ms.
const MAKES_MS: i64 = 2_000;
const GOES_MS: i64 = 1_500;

/// Refuses creates: `fail-500-…`, `fail-quota-…`.
pub(super) fn on_create(name: Option<&str>) -> Result<(), Response> {
    let name = name.unwrap_or_default();
    if name.starts_with("fail-500-") {
        let words = "The server has either erred or is incapable of performing the requested operation.";
        return Err(fault(500, "computeFault", words));
    }
    if name.starts_with("fail-quota-") {
        return Err(super::quota::exceeded(
            "VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota 'volumes'.",
        ));
    }
    Ok(())
}

/// Creating: `stuck-…` stays `creating`, `error-…` ends in `error`.
pub(super) fn creating(name: Option<&str>) -> Vec<(i64, Change)> {
    match name.unwrap_or_default() {
        name if name.starts_with("stuck-") => Vec::new(),
        name if name.starts_with("error-") => vec![(MAKES_MS, Change::Status("error"))],
        _ => vec![(MAKES_MS, Change::Status("available"))],
    }
}

/// Deleting: `fail-delete-…` ends in `error_deleting`.
pub(super) fn deleting(name: Option<&str>) -> Vec<(i64, Change)> {
    match name.unwrap_or_default() {
        name if name.starts_with("fail-delete-") => vec![(GOES_MS, Change::Status("error_deleting"))],
        _ => vec![(GOES_MS, Change::Gone)],
    }
}

/// Extending: `fail-extend-…` ends in `error_extending`.
pub(super) fn extending(name: Option<&str>, before: &'static str, size_gb: u64) -> Vec<(i64, Change)> {
    match name.unwrap_or_default() {
        name if name.starts_with("fail-extend-") => vec![(MAKES_MS, Change::Status("error_extending"))],
        _ => vec![(MAKES_MS, Change::Size(size_gb)), (MAKES_MS, Change::Status(before))],
    }
}
