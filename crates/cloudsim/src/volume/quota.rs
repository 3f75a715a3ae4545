//! Quota checks. Cinder answers 413 when it is exceeded, Nova 403.

use cloud::rules::offers::Feature;
use serde_json::json;

use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::Project;

/// Usage in GB; snapshots count like volumes.
pub(super) fn used_gb(project: &Project) -> u64 {
    let volumes = project.volumes.iter().map(|volume| volume.size_gb);
    volumes.chain(project.snapshots.iter().map(|snapshot| snapshot.size_gb)).sum()
}

/// Whether a further volume of this size fits.
pub(super) fn volume(context: &Context<'_>, size_gb: u64) -> Result<(), Response> {
    let most = context.project.quota.volumes;
    if count(context.project.volumes.len()) >= most {
        return Err(exceeded(&format!(
            "VolumeLimitExceeded: Maximum number of volumes allowed ({most}) exceeded for quota 'volumes'."
        )));
    }
    gigabytes(context, size_gb)
}

/// Whether a further snapshot of this size fits.
pub(super) fn snapshot(context: &Context<'_>, size_gb: u64) -> Result<(), Response> {
    let most = context.project.quota.snapshots;
    if count(context.project.snapshots.len()) >= most {
        return Err(exceeded(&format!("SnapshotLimitExceeded: Maximum number of snapshots allowed ({most}) exceeded")));
    }
    gigabytes(context, size_gb)
}

/// Whether this many further GB fit.
pub(super) fn gigabytes(context: &Context<'_>, more: u64) -> Result<(), Response> {
    let (used, most) = (used_gb(context.project), context.project.quota.volume_gb);
    if used.saturating_add(more) <= most {
        return Ok(());
    }
    Err(exceeded(&format!(
        "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested \
         {more}G, quota is {most}G and {used}G has been consumed."
    )))
}

pub(super) fn exceeded(message: &str) -> Response {
    let body = json!({ "overLimit": { "code": 413, "message": message, "retryAfter": "0" } });
    Response::json(413, &body).with_header("Retry-After", "0")
}

fn count(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// `GET /limits`: quota and usage (row N09).
pub(super) fn limits(context: &Context<'_>) -> Answer {
    context.offered(Feature::VolumeLimits)?;
    let (project, quota) = (&context.project, context.project.quota);
    Ok(Response::json(
        200,
        &json!({ "limits": { "rate": [], "absolute": {
            "maxTotalVolumes": quota.volumes, "totalVolumesUsed": project.volumes.len(),
            "maxTotalVolumeGigabytes": quota.volume_gb, "totalGigabytesUsed": used_gb(project),
            "maxTotalSnapshots": quota.snapshots, "totalSnapshotsUsed": project.snapshots.len(),
            "maxTotalBackups": 10, "totalBackupsUsed": 0, "maxTotalBackupGigabytes": 1000,
            "totalBackupGigabytesUsed": 0,
        }}}),
    ))
}
