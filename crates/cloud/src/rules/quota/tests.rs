use super::*;
use crate::rules::samples::flavor;

fn allow(limit: u64, used: u64) -> Allowance {
    Allowance { limit: Some(limit), used: Some(used) }
}

#[test]
fn a_choice_fits_to_the_last_bit_and_no_further() {
    let quota = Quota { instances: allow(10, 7), vcpus: allow(20, 17), ram_mb: allow(8192, 2048), ..Quota::default() };
    let over = |count| -> Vec<(Resource, u64)> {
        let demand = Demand::instances(&flavor("m2", 2048, 0), count);
        compare(&demand, &quota)
            .into_iter()
            .filter(|line| line.over > 0)
            .map(|line| (line.resource, line.over))
            .collect()
    };
    assert_eq!(over(3), []);
    assert_eq!(over(4), [(Resource::Instances, 1), (Resource::Vcpus, 1), (Resource::RamMb, 2048)]);
}

#[test]
fn what_nobody_limits_is_never_too_much_and_what_is_not_taken_is_not_listed() {
    let demand = Demand::instances(&flavor("m2", 1, 0), u64::MAX).with_volumes(2, 50).with_volumes(1, 10);
    let lines = compare(&demand, &Quota::default());
    assert!(lines.iter().all(|line| line.over == 0));
    assert_eq!((demand.volumes, demand.volume_gb), (3, 110));
    let only =
        compare(&Demand::default().with_volumes(1, 10), &Quota { volume_gb: allow(100, 95), ..Quota::default() });
    assert_eq!(
        only.iter().map(|line| (line.resource, line.over)).collect::<Vec<_>>(),
        [(Resource::Volumes, 0), (Resource::VolumeGb, 5)]
    );
}

#[test]
fn a_resize_takes_the_difference() {
    let (small, large) = (flavor("a", 1024, 0), Flavor { vcpus: 4, ..flavor("b", 4096, 0) });
    assert_eq!(Demand::resize(Some(&small), &large), Demand { vcpus: 3, ram_mb: 3072, ..Demand::default() });
    assert_eq!(Demand::resize(Some(&large), &small), Demand::default());
    assert_eq!(Demand::resize(None, &large), Demand { vcpus: 4, ram_mb: 4096, ..Demand::default() });
}

#[test]
fn a_volume_that_grows_takes_what_it_had_not() {
    let storage = VolumeQuota { volumes: allow(1, 1), gb: allow(200, 150), snapshots: Allowance::default() };
    let quota = Quota::default().with_storage(&storage);
    let over = |to| compare(&Demand::growth(100, to), &quota).iter().map(|line| (line.resource, line.over)).collect();
    let nothing: Vec<(Resource, u64)> = over(100);
    assert_eq!(nothing, []);
    assert_eq!(over(150), [(Resource::VolumeGb, 0)]);
    assert_eq!(over(151), [(Resource::VolumeGb, 1)]);
}

#[test]
fn the_disks_of_a_batch_need_room_in_block_storage() {
    let storage = VolumeQuota { volumes: allow(10, 8), gb: allow(1000, 900), snapshots: Allowance::default() };
    let quota = Quota::default().with_storage(&storage);
    let over = |volumes, gb| -> Vec<u64> {
        compare(&Demand::default().with_volumes(volumes, gb), &quota).iter().map(|line| line.over).collect()
    };
    assert_eq!(over(2, 50), [0, 0]);
    assert_eq!(over(3, 34), [1, 2]);
}
