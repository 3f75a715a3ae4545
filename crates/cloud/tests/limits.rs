//! `docs/limits.md` says what the code does. With `MARU_BLESS` set, the page is written instead of compared.

use std::path::Path;

use cloud::rules::limits::limits_markdown;

#[test]
fn the_page_of_limits_is_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/limits.md");
    let page = limits_markdown();
    if std::env::var_os("MARU_BLESS").is_some() {
        std::fs::write(&path, &page).expect("docs/limits.md");
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == page, "docs/limits.md is stale: MARU_BLESS=1 cargo test -p maru-cloud --test limits");
}
