//! `GET /limits`: what a project may use and uses, asked once by what shows quotas (row N09).

use cloud::rules::offers::Feature;
use serde_json::json;

use crate::Response;
use crate::context::Context;
use crate::errors::Answer;

pub(super) fn answer(context: &Context<'_>) -> Answer {
    context.offered(Feature::VolumeLimits)?;
    let (project, quota) = (&context.project, context.project.quota);
    Ok(Response::json(
        200,
        &json!({ "limits": { "rate": [], "absolute": {
            "maxTotalVolumes": quota.volumes, "totalVolumesUsed": project.volumes.len(),
            "maxTotalVolumeGigabytes": quota.volume_gb, "totalGigabytesUsed": super::quota::used_gb(project),
            "maxTotalSnapshots": quota.snapshots, "totalSnapshotsUsed": project.snapshots.len(),
            "maxTotalBackups": 10, "totalBackupsUsed": 0, "maxTotalBackupGigabytes": 1000,
            "totalBackupGigabytesUsed": 0,
        }}}),
    ))
}
