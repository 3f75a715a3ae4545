//! Images (rows N02, N07): order, filters, delete.

use cloud::catalog::Service;
use serde_json::Value;

use crate::asks::{Asks, column, text};

fn images(user: &str) -> Asks {
    Asks::new(user, Service::Image)
}

#[test]
fn filters_and_order() {
    let mut asks = images("demo@maru.test");
    let own = vec!["-", "web-prod-golden", "erp-백업-보관"];
    for (query, expected) in [
        ("visibility=private", own.clone()),
        ("visibility=private&sort_key=created_at&sort_dir=asc", own.into_iter().rev().collect()),
        ("name=web-prod-golden", vec!["web-prod-golden"]),
        ("visibility=private&status=queued", vec![]),
        ("image_type=snapshot", vec!["web-prod-golden", "erp-백업-보관"]),
        ("size_min=18000000000", vec!["Windows 2019 STD with MS-SQL 2019 Standard (2026.08.19) EN"]),
        ("size_max=1000000000&visibility=public", vec!["Debian 12.11 Bookworm (2026.08.19)"]),
    ] {
        assert_eq!(column(&asks.get(&format!("/images?{query}")), "images", "name"), expected, "{query}");
    }
    asks.refused("GET", "/images?limit=x", &Value::Null, 400, "limit param must be an integer");
    asks.refused("GET", "/images?limit=-1", &Value::Null, 400, "limit param must be positive");
    asks.refused("GET", "/images?sort_key=shape", &Value::Null, 400, "Invalid sort key: shape.");
    asks.refused("GET", "/images?marker=nope", &Value::Null, 400, "Invalid marker.");
}

#[test]
fn the_next_page_asks_for_the_same() {
    let mut asks = images("demo@maru.test");
    let page = asks.get("/images?visibility=public&limit=2");
    let last = text(&page["images"][1], "id");
    assert_eq!(text(&page, "next"), format!("/v2/images?visibility=public&limit=2&marker={last}"));
}

#[test]
fn only_own_images_that_are_not_protected_go() {
    let mut asks = images("demo@maru.test");
    for (name, status, words) in [
        ("Debian 12.11 Bookworm (2026.08.19)", 403, "You are not permitted to delete this image."),
        ("erp-백업-보관", 403, "is protected and cannot be deleted."),
        ("web-prod-golden", 204, ""),
    ] {
        let id = asks.id("/images", "images", name);
        asks.refused("DELETE", &format!("/images/{id}"), &Value::Null, status, words);
        let there = asks.ask("GET", &format!("/images/{id}"), &Value::Null).status;
        assert_eq!(there, if status == 204 { 404 } else { 200 }, "{name}");
    }
    asks.refused("DELETE", "/images/nope", &Value::Null, 404, "Failed to find image nope to delete");
}
