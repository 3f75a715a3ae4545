//! Generates `docs/limits.md` and compares it with the file. With `MARU_BLESS` set, the file is written instead.

use std::path::Path;

use cloud::rules::limits::{LimitRow, Unit, rows};

/// The text above the table.
const HEAD: &str = "\
# Limits

Generated from the table in `crates/cloud/src/rules/limits.rs`, which the form and the simulated cloud use too; to update it:
`MARU_BLESS=1 cargo test -p maru-cloud --test limits`. Requirements of images, flavors and quotas apply in addition. A dash: the
rule set has no such limit, the cloud decides.

| limit | row | `nhn` | `openstack` | in the code |
|---|---|---|---|---|
";

/// The exact content of `docs/limits.md`.
fn limits_markdown() -> String {
    let mut page = HEAD.to_owned();
    for row in rows() {
        let LimitRow { id, row: of, what, unit, nhn, openstack } = row;
        page.push_str(&format!("| {what} | {of} | {} | {} | `{id}` |\n", cell(nhn, unit), cell(openstack, unit)));
    }
    page
}

fn cell(limit: Option<u64>, unit: Unit) -> String {
    match (limit, unit) {
        (None, _) => "–".to_owned(),
        (Some(_), Unit::Holds) => "yes".to_owned(),
        (Some(number), Unit::Characters) => format!("{number} characters"),
        (Some(number), Unit::Bytes) => format!("{number} bytes"),
        (Some(number), Unit::Megabytes) => format!("{number} MB"),
        (Some(number), Unit::Gigabytes) => format!("{number} GB"),
        (Some(number), Unit::Instances) => format!("{number} instances"),
    }
}

#[test]
fn docs_limits_md_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/limits.md");
    let page = limits_markdown();
    if std::env::var_os("MARU_BLESS").is_some() {
        std::fs::write(&path, &page).expect("docs/limits.md");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(current == page, "docs/limits.md is stale: MARU_BLESS=1 cargo test -p maru-cloud --test limits");
}
