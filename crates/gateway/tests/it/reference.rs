//! `docs/gateway.md` lists what the reader accepts. With `MARU_BLESS` set, the page is written instead of compared.

use std::path::Path;

#[test]
fn the_reference_of_the_configuration_is_what_its_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/gateway.md");
    let page = gateway::config::keys::markdown();
    if std::env::var_os("MARU_BLESS").is_some() {
        std::fs::write(&path, &page).expect("docs/gateway.md");
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == page, "docs/gateway.md is stale: MARU_BLESS=1 cargo test -p maru-gateway --test it reference");
}
