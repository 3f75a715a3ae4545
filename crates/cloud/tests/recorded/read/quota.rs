//! Limits and quota (row N09).

use cloud::calls::quota;
use cloud::wire::Allowance;

use super::Check;

pub const QUOTA: &[Check] = &[
    ("009-GET-limits.json", |recorded| {
        let quota = recorded.read(&quota::limits());
        assert_eq!(quota.instances, Allowance { limit: Some(3000), used: Some(0) });
        assert_eq!((quota.vcpus.limit, quota.ram_mb.left()), (Some(100_000), Some(400_000_000)));
    }),
    ("010-GET-os-quota-sets-tid.json", |recorded| {
        let quota = recorded.read(&quota::quota_set(&"53699ecf4ecf4465a84b6fb21daccf23".into()));
        assert_eq!((quota.instances.limit, quota.metadata.limit), (Some(3000), Some(128)));
    }),
];
