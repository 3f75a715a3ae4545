//! Flavors of every family. On NHN only U2 has its own disk; on a stock cloud all have.

use cloud::config::RuleSet;

use super::Plan;
use crate::model::Flavor;

/// Name, vCPUs, RAM in GiB, disk in GB on NHN.
const TABLE: [(&str, u32, u64, u64); 22] = [
    ("u2.c1m1", 1, 1, 20),
    ("u2.c1m2", 1, 2, 20),
    ("u2.c2m4", 2, 4, 40),
    ("u2.c4m8", 4, 8, 60),
    ("u2.c8m16", 8, 16, 100),
    ("t2.c1m1", 1, 1, 0),
    ("t2.c1m2", 1, 2, 0),
    ("m2.c1m2", 1, 2, 0),
    ("m2.c2m4", 2, 4, 0),
    ("m2.c4m8", 4, 8, 0),
    ("m2.c8m16", 8, 16, 0),
    ("m2.c16m32", 16, 32, 0),
    ("c2.c2m2", 2, 2, 0),
    ("c2.c4m4", 4, 4, 0),
    ("c2.c8m8", 8, 8, 0),
    ("r2.c2m8", 2, 8, 0),
    ("r2.c4m32", 4, 32, 0),
    ("r2.c8m64", 8, 64, 0),
    ("x1.c16m128", 16, 128, 0),
    ("x1.c32m256", 32, 256, 0),
    ("x1.c64m512", 64, 512, 0),
    ("m1.c2m4", 2, 4, 0),
];

/// A generation that is no longer sold.
const DISABLED: &str = "m1.c2m4";
/// Disk of other flavors on a stock cloud, GB.
const STOCK_DISK_GB: u64 = 50;

pub(super) fn all(plan: &Plan<'_>, rules: RuleSet) -> Vec<Flavor> {
    TABLE.iter().map(|row| flavor(plan, rules, *row)).collect()
}

fn flavor(plan: &Plan<'_>, rules: RuleSet, (name, vcpus, ram_gib, disk_gb): (&str, u32, u64, u64)) -> Flavor {
    let specs = match name.split('.').next().unwrap_or_default() {
        "x1" => vec![("flavor_type", "general"), ("performance", "high")],
        "u2" => vec![("flavor_type", "local")],
        _ => vec![("flavor_type", "general")],
    };
    Flavor {
        id: plan.shared("flavor", name),
        name: name.to_owned(),
        vcpus,
        ram_mb: ram_gib * 1024,
        disk_gb: if disk_gb == 0 && rules == RuleSet::OpenStack { STOCK_DISK_GB } else { disk_gb },
        disabled: name == DISABLED,
        specs,
    }
}
