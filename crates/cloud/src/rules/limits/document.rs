//! The limits as the page of the documents that lists them.

use super::{LimitRow, Unit, rows};

/// What stands above the table.
const HEAD: &str = "\
# Limits

Written by a test from the one table that the form, the simulated cloud and this page read
(`crates/cloud/src/rules/limits.rs`); to renew it: `MARU_BLESS=1 cargo test -p maru-cloud --test limits`. What an image, a
flavor or a quota demands comes on top of these. A dash: the rule set has no such limit, the cloud itself decides.

| limit | row | `nhn` | `openstack` | in the code |
|---|---|---|---|---|
";

/// `docs/limits.md`, to the last byte.
pub fn limits_markdown() -> String {
    let mut page = HEAD.to_owned();
    for row in rows() {
        let LimitRow { id, row: of, what, unit, nhn, openstack } = row;
        page.push_str(&format!("| {what} | {of} | {} | {} | `{id}` |\n", said(nhn, unit), said(openstack, unit)));
    }
    page
}

fn said(limit: Option<u64>, unit: Unit) -> String {
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
