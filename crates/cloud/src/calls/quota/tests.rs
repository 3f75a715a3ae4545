use super::*;
use crate::wire::Allowance;

fn reply(body: &str) -> Reply {
    Reply { status: 200, headers: Vec::new(), body: body.to_owned() }
}

#[test]
fn minus_one_is_no_limit_and_what_is_left_out_is_not_known() {
    let absolute = r#"{"limits": {"rate": [], "absolute": {"maxTotalInstances": -1, "totalInstancesUsed": 4,
        "maxTotalCores": "20", "totalCoresUsed": 21, "maxTotalRAMSize": 51200}}}"#;
    let quota = limits().finish(&reply(absolute)).expect("limits");
    assert_eq!(quota.instances, Allowance { limit: None, used: Some(4) });
    assert_eq!(quota.instances.left(), None);
    assert_eq!((quota.vcpus.limit, quota.vcpus.left()), (Some(20), Some(0)));
    assert_eq!(quota.ram_mb, Allowance { limit: Some(51_200), used: None });
    assert_eq!(quota.key_pairs, Allowance::default());
}

#[test]
fn a_quota_set_says_limits_and_in_detail_use() {
    let plain = quota_set(&"t/1".into());
    assert_eq!(plain.request.path, "/os-quota-sets/t%2F1");
    let quota = plain.finish(&reply(r#"{"quota_set": {"cores": 20, "ram": -1}}"#)).expect("a set");
    assert_eq!((quota.vcpus.limit, quota.vcpus.used, quota.ram_mb.limit), (Some(20), None, None));
    let detail = r#"{"quota_set": {"cores": {"limit": 20, "in_use": 5, "reserved": 1}}}"#;
    let quota = plain.finish(&reply(detail)).expect("a set");
    assert_eq!((quota.vcpus.left(), quota.vcpus.used), (Some(14), Some(6)));
    for body in ["{}", r#"{"limits": {}}"#, "", "[]"] {
        assert!(plain.finish(&reply(body)).is_err() && limits().finish(&reply(body)).is_err(), "{body}");
    }
}

#[test]
fn block_storage_tells_volumes_and_gigabytes() {
    let call = volume_limits();
    assert_eq!((call.request.service, call.request.path.as_str()), (Service::Volume, "/limits"));
    let quota = call
        .finish(&reply(
            r#"{"limits": {"absolute": {"maxTotalVolumes": 10, "totalVolumesUsed": 3, "maxTotalSnapshots": -1,
                "maxTotalVolumeGigabytes": 1000, "totalGigabytesUsed": 250}}}"#,
        ))
        .expect("limits");
    assert_eq!((quota.volumes.left(), quota.gb.left(), quota.snapshots.limit), (Some(7), Some(750), None));
    assert!(call.finish(&reply("{}")).is_err());
}
