//! Images like NHN's: Linux and Windows, one with a database, and a private one without a name.

use std::collections::BTreeMap;

use cloud::Timestamp;

use super::Plan;
use crate::clock::later;
use crate::model::coming::Coming;
use crate::model::{Image, Project};
use crate::rng::named;

struct Row {
    name: &'static str,
    os: (&'static str, &'static str, &'static str),
    login: &'static str,
    min_disk_gb: u64,
    min_ram_mb: u64,
    size_mib: u64,
    age_days: i64,
}

const TABLE: [Row; 8] = [
    Row {
        name: "Ubuntu Server 24.04.3 LTS (2026.08.19)",
        os: ("linux", "ubuntu", "Server 24.04 LTS"),
        login: "ubuntu",
        min_disk_gb: 20,
        min_ram_mb: 0,
        size_mib: 2_048,
        age_days: 60,
    },
    Row {
        name: "Ubuntu Server 22.04.5 LTS (2026.08.19)",
        os: ("linux", "ubuntu", "Server 22.04 LTS"),
        login: "ubuntu",
        min_disk_gb: 20,
        min_ram_mb: 0,
        size_mib: 1_900,
        age_days: 61,
    },
    Row {
        name: "Rocky Linux 9.6 (2026.08.19)",
        os: ("linux", "rocky", "9.6"),
        login: "rocky",
        min_disk_gb: 20,
        min_ram_mb: 0,
        size_mib: 1_700,
        age_days: 62,
    },
    Row {
        name: "Debian 12.11 Bookworm (2026.08.19)",
        os: ("linux", "debian", "12.11"),
        login: "debian",
        min_disk_gb: 10,
        min_ram_mb: 0,
        size_mib: 900,
        age_days: 63,
    },
    Row {
        name: "Windows 2022 STD (2026.08.19) KO",
        os: ("windows", "windows", "2022 STD"),
        login: "Administrator",
        min_disk_gb: 50,
        min_ram_mb: 2_048,
        size_mib: 14_000,
        age_days: 64,
    },
    Row {
        name: "Windows 2019 STD (2026.08.19) EN",
        os: ("windows", "windows", "2019 STD"),
        login: "Administrator",
        min_disk_gb: 50,
        min_ram_mb: 2_048,
        size_mib: 12_500,
        age_days: 65,
    },
    Row {
        name: "Windows 2019 STD with MS-SQL 2019 Standard (2026.08.19) EN",
        os: ("windows", "windows", "2019 STD"),
        login: "Administrator",
        min_disk_gb: 100,
        min_ram_mb: 4_096,
        size_mib: 18_000,
        age_days: 66,
    },
    Row {
        name: "",
        os: ("linux", "ubuntu", "Server 22.04 LTS"),
        login: "ubuntu",
        min_disk_gb: 20,
        min_ram_mb: 1_024,
        size_mib: 2_600,
        age_days: 12,
    },
];

/// An image that instances still reference although it was deleted.
pub(super) fn gone() -> String {
    named(0, "image", "CentOS 7.8 (2021.03.23)")
}

pub(super) fn all(plan: &Plan<'_>) -> Vec<Image> {
    TABLE.iter().map(|row| image(plan, row)).collect()
}

fn image(plan: &Plan<'_>, row: &Row) -> Image {
    // The one without a name is private: each project has its own.
    let own = plan.number > 0 && row.name.is_empty();
    let of = if own { format!("of {}", plan.tenant) } else { row.name.to_owned() };
    Image {
        id: plan.shared("image", &of),
        name: (!row.name.is_empty()).then(|| row.name.to_owned()),
        public: !row.name.is_empty(),
        protected: !row.name.is_empty(),
        status: "active",
        coming: Coming::default(),
        min_disk_gb: row.min_disk_gb,
        min_ram_mb: row.min_ram_mb,
        size: row.size_mib << 20,
        os_type: row.os.0,
        os_distro: row.os.1,
        os_version: row.os.2,
        login: row.login,
        properties: BTreeMap::new(),
        tags: Vec::new(),
        made: None,
        created: later(plan.now, -row.age_days * 86_400_000),
    }
}

/// Private images, one of them protected.
pub(super) fn own(project: &mut Project, now: Timestamp) {
    for (name, of, protected, age_days) in [("web-prod-golden", 1, false, 20), ("erp-백업-보관", 3, true, 200)] {
        let Some(source) = project.images.get(of).cloned() else { continue };
        project.images.push(Image {
            id: project.rng.uuid(),
            name: Some(name.to_owned()),
            public: false,
            protected,
            min_disk_gb: 50,
            properties: BTreeMap::from([("image_type".to_owned(), "snapshot".to_owned())]),
            created: later(now, -age_days * 86_400_000),
            ..source
        });
    }
}
