//! Ports, subnets and quotas of the network service (row N03, N09).

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};

fn network(user: &str) -> Asks {
    Asks::new(user, Service::Network)
}

fn free_addresses(asks: &mut Asks, subnet: &str) -> u64 {
    let subnet = asks.get(&format!("/vpcsubnets/{subnet}"));
    subnet["vpcsubnet"]["available_ip_count"].as_u64().expect("a number")
}

#[test]
fn a_port_takes_an_address_and_gives_it_back() {
    let mut asks = network("demo@maru.test");
    let subnet = asks.id("/vpcsubnets", "vpcsubnets", "Default Network");
    let vpc = asks.id("/vpcs", "vpcs", "Default Network");
    let before = free_addresses(&mut asks, &subnet);
    let body = json!({ "network_id": vpc, "fixed_ips": [{ "subnet_id": subnet }], "name": "vip" });
    let port = asks.make("/ports", "port", body);
    assert_eq!((text(&port, "device_id"), text(&port, "name")), (String::new(), "vip".to_owned()));
    assert_eq!(port["security_groups"].as_array().map(Vec::len), Some(1), "the default group");
    assert_eq!(free_addresses(&mut asks, &subnet), before - 1);
    let path = format!("/ports/{}", text(&port, "id"));
    let renamed = asks.ask("PUT", &path, &json!({ "port": { "name": "vip-2" } })).value();
    assert_eq!(renamed["port"]["name"], "vip-2");
    asks.refused("PUT", &path, &json!({ "port": { "device_id": "x" } }), 500, "internal server error");
    asks.taken("DELETE", &path, &Value::Null, 204);
    asks.refused("GET", &path, &Value::Null, 404, "could not be found.");
    assert_eq!(free_addresses(&mut asks, &subnet), before);
}

#[test]
fn ports_that_are_refused() {
    let mut asks = network("demo@maru.test");
    let vpc = asks.id("/vpcs", "vpcs", "Default Network");
    for (body, status, words) in [
        (json!({}), 400, "Required attribute 'network_id' not specified"),
        (json!({ "network_id": "nope" }), 404, "Network nope could not be found."),
        (json!({ "network_id": vpc, "fixed_ips": [{ "subnet_id": "no" }] }), 404, "Subnet no could not be found."),
        (json!({ "network_id": vpc, "security_groups": ["no"] }), 404, "Security group no does not exist"),
    ] {
        asks.refused("POST", "/ports", &json!({ "port": body }), status, words);
    }
    asks.refused("POST", "/ports", &json!({}), 400, "Unable to find 'port' in request body");
    asks.refused("DELETE", "/ports/nope", &Value::Null, 404, "Port nope could not be found.");
    let mut small = network("quota@maru.test");
    let vpc = small.id("/vpcs", "vpcs", "Default Network");
    for _ in 0..3 {
        small.make("/ports", "port", json!({ "network_id": vpc }));
    }
    let body = json!({ "port": { "network_id": vpc } });
    small.refused("POST", "/ports", &body, 409, "Quota exceeded for resources: ['port'].");
}

#[test]
fn the_ports_of_an_instance_go_with_it() {
    let mut asks = network("demo@maru.test");
    let server = asks.sim.id("web-prod-01");
    let subnet = asks.id("/vpcsubnets", "vpcsubnets", "Default Network");
    let before = free_addresses(&mut asks, &subnet);
    let path = format!("/ports?device_id={server}");
    let port = asks.get(&path)["ports"][0].clone();
    assert_eq!(text(&port, "device_owner"), "compute:kr-pub-a");
    let ip = |asks: &mut Asks| {
        let list = asks.get("/floatingips")["floatingips"].clone();
        let found = list.as_array().expect("a list").iter().find(|ip| ip["port_id"] == port["id"]).cloned();
        found.map(|ip| text(&ip, "id"))
    };
    let floating = ip(&mut asks).expect("it has one");
    asks.sim.compute("DELETE", &format!("/servers/{server}"), &Value::Null);
    asks.sim.wait(1_500);
    assert_eq!(asks.get(&path)["ports"], json!([]));
    assert_eq!(free_addresses(&mut asks, &subnet), before + 1);
    // The project keeps the address, which is attached to nothing.
    let left = asks.get(&format!("/floatingips/{floating}"));
    assert_eq!((&left["floatingip"]["port_id"], &left["floatingip"]["status"]), (&Value::Null, &json!("DOWN")));
}

#[test]
fn a_vpc_alone_has_its_subnets() {
    let mut asks = network("demo@maru.test");
    let vpc = asks.id("/vpcs", "vpcs", "Default Network");
    let vpc = asks.get(&format!("/vpcs/{vpc}"));
    assert_eq!(vpc["vpc"]["subnets"].as_array().map(Vec::len), Some(3));
    let ways = vpc["vpc"]["subnets"].as_array().into_iter().flatten();
    let ways: Vec<bool> = ways.map(|subnet| subnet["routingtable"]["gateway_id"].is_null()).collect();
    assert_eq!(ways, [false, true, false], "one subnet has no way out");
    let pool = asks.get("/vpcs?router:external=true");
    assert_eq!(column(&pool, "vpcs", "name"), ["public_network"]);
}

#[test]
fn links_come_only_to_those_who_ask_for_pages() {
    let mut asks = network("stock@maru.test");
    assert_eq!(asks.get("/subnets").get("subnets_links"), None);
    let all = column(&asks.get("/subnets"), "subnets", "id");
    let first = asks.get("/subnets?limit=1");
    let next = text(&first["subnets_links"][0], "href");
    let path = next.split_once("/v2.0").expect("a version").1.to_owned();
    assert_eq!(column(&asks.get(&path), "subnets", "id"), all[1..2]);
}

#[test]
fn quotas_are_upstream_s() {
    let tenant = cloudsim::DEMO_TENANT;
    let mut nhn = network("demo@maru.test");
    nhn.refused("GET", &format!("/quotas/{tenant}"), &Value::Null, 404, "The resource could not be found.");
    let mut stock = network("stock@maru.test");
    assert_eq!(stock.get(&format!("/quotas/{tenant}"))["quota"]["floatingip"], 200);
    let details = stock.get(&format!("/quotas/{tenant}/details"));
    assert_eq!(details["quota"]["floatingip"], json!({ "limit": 200, "used": 3, "reserved": 0 }));
    stock.refused("GET", "/quotas/other", &Value::Null, 404, "The resource could not be found.");
}
