//! The instances of a user's projects after the first. Some have the same names as in the first project and other
//! states, so that mixing up projects is noticed.

use cloud::Timestamp;

use super::instances::{Row, Trait, add, row};
use crate::model::{Project, VmState};

/// In the first region, oldest first.
const FIRST: [Row; 7] = [
    Row { special: Trait::Floating, ..row("batch-gateway", VmState::Active, "m2.c1m2", 3, 5_000) },
    row("주문-데이터베이스", VmState::Stopped, "r2.c2m8", 2, 3_000),
    Row { web: true, zone: 1, ..row("web-prod-01", VmState::Stopped, "m2.c1m2", 0, 1_500) },
    Row { web: true, special: Trait::Floating, ..row("web-test-01", VmState::Active, "m2.c1m2", 0, 900) },
    row("staging-api", VmState::Paused, "u2.c1m2", 0, 160),
    Row { special: Trait::NoHost, ..row("load-test-01", VmState::Error, "x1.c32m256", 0, 20) },
    Row { special: Trait::BuildingNow, ..row("ci-runner-7", VmState::Building, "c2.c2m2", 0, 0) },
];

/// In the second region.
const SECOND: [Row; 2] = [
    row("legacy-erp", VmState::Active, "m2.c1m2", 1, 2_000),
    Row { web: true, ..row("web-prod-01", VmState::Active, "m2.c1m2", 0, 300) },
];

pub(super) fn fill(project: &mut Project, now: Timestamp, first_region: bool) {
    add(project, if first_region { &FIRST } else { &SECOND }, now);
}
