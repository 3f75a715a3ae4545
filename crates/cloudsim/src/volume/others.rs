//! Other resources of a stock Cinder: mostly empty lists, or reserved for operators.

use serde_json::{Map, Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, forbidden, no_such_path, not_found};

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Answer {
    let none = |key: &str| Ok(Response::json(200, &Value::Object(Map::from_iter([(key.to_owned(), json!([]))]))));
    match (context.request.method.as_str(), path) {
        ("GET", ["os-availability-zone"]) => {
            let zones = context.project.zones.iter();
            let show = |zone: &crate::model::Zone| json!({ "zoneName": zone.name, "zoneState": { "available": zone.available } });
            Ok(Response::json(200, &json!({ "availabilityZoneInfo": zones.map(show).collect::<Vec<_>>() })))
        }
        ("GET", ["extensions"]) => Ok(Response::json(200, &json!({ "extensions": extensions() }))),
        ("GET", ["backups", ..]) => none("backups"),
        ("GET", ["os-volume-transfer" | "volume-transfers", ..]) => none("transfers"),
        ("GET", ["attachments", ..]) => none("attachments"),
        ("GET", ["groups", ..]) => none("groups"),
        ("GET", ["consistencygroups", ..]) => none("consistencygroups"),
        ("GET", ["messages", ..]) if context.since(3) => none("messages"),
        ("GET", ["messages", ..]) => Err(not_found("The resource could not be found.")),
        ("GET", ["qos-specs", ..]) => Err(policy("volume_extension:qos_specs_manage:get_all")),
        ("GET", ["os-services"]) => Err(policy("volume_extension:services:index")),
        ("GET", ["scheduler-stats", "get_pools"]) => Err(policy("scheduler_extension:scheduler_stats:get_pools")),
        _ => Err(no_such_path()),
    }
}

/// A refusal that names Cinder's policy rule.
pub(super) fn policy(rule: &str) -> Response {
    forbidden(&format!("Policy doesn't allow {rule} to be performed."))
}

fn extensions() -> Vec<Value> {
    let known = [
        ("os-extended-snapshot-attributes", "ExtendedSnapshotAttributes", "Extended SnapshotAttributes support."),
        ("os-quota-sets", "Quotas", "Quota management support."),
        ("os-types-extra-specs", "TypesExtraSpecs", "Type extra specs support."),
        ("os-used-limits", "UsedLimits", "Provide data on limited resources that are being used."),
        ("os-vol-image-meta", "VolumeImageMetadata", "Show image metadata associated with the volume."),
        ("os-vol-tenant-attr", "VolumeTenantAttribute", "Expose the internal project_id as an attribute of a volume."),
        ("os-volume-actions", "VolumeActions", "Enable volume actions."),
    ];
    let show = |(alias, name, description): (&str, &str, &str)| {
        json!({ "alias": alias, "name": name, "description": description, "links": [],
                "updated": "2013-04-18T00:00:00+00:00" })
    };
    known.into_iter().map(show).collect()
}
