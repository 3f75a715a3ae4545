//! Clouds that keep deleted instances for a while (`reclaim_instance_interval`): not in the lists, and restorable.

use serde_json::{Value, json};

use crate::actions::follow;
use crate::sim::{Sim, message};

#[test]
fn what_is_deleted_can_be_restored_where_the_cloud_keeps_it() {
    let named = |sim: &mut Sim, query: &str| {
        let list = sim.get(&format!("/servers?name=^dev-minji$&{query}")).value();
        list.get("servers").and_then(Value::as_array).map(Vec::len)
    };
    let since = "changes-since=2026-11-24T03:00:00Z";
    let mut sim = Sim::user("soft-delete@maru.test");
    let id = sim.id("dev-minji");
    let refused = sim.action(&id, &json!({ "restore": null }));
    assert_eq!((refused.status, message(&refused).contains("vm_state active")), (409, true), "{}", refused.body);
    let used = |sim: &mut Sim| sim.get("/limits").value().pointer("/limits/absolute/totalInstancesUsed").cloned();
    let before = used(&mut sim);
    assert_eq!(sim.compute("DELETE", &format!("/servers/{id}"), &Value::Null).status, 204);
    follow(&mut sim, &id, &[(0, "ACTIVE/soft-deleting"), (1_400, "SOFT_DELETED/-"), (600_000, "SOFT_DELETED/-")]);
    assert_eq!((named(&mut sim, ""), named(&mut sim, "status=SOFT_DELETED")), (Some(0), Some(0)));
    assert_eq!(named(&mut sim, since), Some(1));
    assert_ne!(used(&mut sim), before, "it counts no more");
    let refused = sim.action(&id, &json!({ "os-start": null }));
    assert_eq!((refused.status, message(&refused).contains("vm_state soft-delete")), (409, true), "{}", refused.body);
    assert_eq!(sim.action(&id, &json!({ "restore": null })).status, 202);
    follow(&mut sim, &id, &[(0, "SOFT_DELETED/restoring"), (1_500, "ACTIVE/-")]);
    assert_eq!(named(&mut sim, ""), Some(1));
    assert_eq!(sim.compute("DELETE", &format!("/servers/{id}"), &Value::Null).status, 204);
    sim.wait(2_000);
    assert_eq!(sim.action(&id, &json!({ "forceDelete": null })).status, 202);
    follow(&mut sim, &id, &[(0, "SOFT_DELETED/deleting"), (2_000, "404")]);
}
