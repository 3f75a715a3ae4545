//! Floating IPs (rows S30, N04): every step of attaching one, and its failures.

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};

fn network(user: &str) -> Asks {
    Asks::new(user, Service::Network)
}

fn pool(asks: &mut Asks) -> String {
    text(&asks.get("/networks?router:external=true")["networks"][0], "id")
}

fn port(asks: &mut Asks, server: &str) -> String {
    text(&asks.get(&format!("/ports?device_id={server}"))["ports"][0], "id")
}

fn addresses(asks: &mut Asks, server: &str) -> Vec<String> {
    let server = asks.sim.server(server);
    let all = server["addresses"]["Default Network"].as_array().cloned().unwrap_or_default();
    let floating = all.iter().filter(|address| address["OS-EXT-IPS:type"] == "floating");
    floating.map(|address| text(address, "addr")).collect()
}

#[test]
fn made_associated_and_taken_back() {
    for user in ["demo@maru.test", "stock@maru.test"] {
        let mut asks = network(user);
        let server = asks.sim.id("staging-api");
        let updated = asks.sim.server(&server)["updated"].clone();
        let pool = pool(&mut asks);
        let ip = asks.make("/floatingips", "floatingip", json!({ "floating_network_id": pool, "port_id": null }));
        assert_eq!((text(&ip, "status"), &ip["port_id"]), ("DOWN".to_owned(), &Value::Null));
        let (path, address) = (format!("/floatingips/{}", text(&ip, "id")), text(&ip, "floating_ip_address"));
        let port = port(&mut asks, &server);
        let to = |port: Value| json!({ "floatingip": { "port_id": port } });
        let bound = asks.ask("PUT", &path, &to(json!(port))).value();
        // The answer contains the port and the status DOWN, as does the instance for a moment.
        assert_eq!((&bound["floatingip"]["port_id"], &bound["floatingip"]["status"]), (&json!(port), &json!("DOWN")));
        assert!(bound["floatingip"]["fixed_ip_address"].is_string());
        assert!(addresses(&mut asks, &server).is_empty());
        asks.sim.wait(2_000);
        assert_eq!(asks.get(&path)["floatingip"]["status"], "ACTIVE");
        assert_eq!(addresses(&mut asks, &server), [address]);
        asks.taken("PUT", &path, &to(Value::Null), 200);
        assert_eq!(asks.get(&path)["floatingip"]["status"], "DOWN");
        assert!(addresses(&mut asks, &server).is_empty());
        assert_eq!(asks.sim.server(&server)["updated"], updated, "an address does not touch the instance");
        asks.taken("DELETE", &path, &Value::Null, 204);
        asks.refused("GET", &path, &Value::Null, 404, "could not be found");
    }
}

#[test]
fn a_fresh_instance_has_no_port_yet() {
    let mut asks = network("demo@maru.test");
    let (image, flavor) = (asks.sim.image("Debian"), asks.sim.flavor("u2.c1m2"));
    let body = json!({ "server": { "name": "fresh", "imageRef": image, "flavorRef": flavor } });
    let made = asks.sim.compute("POST", "/servers", &body).value();
    let server = text(&made["server"], "id");
    assert_eq!(asks.get(&format!("/ports?device_id={server}"))["ports"], json!([]), "before it is wired");
    asks.sim.wait(6_000);
    assert_eq!(asks.sim.state(&server), "ACTIVE/-");
    let ip = text(&asks.get("/floatingips?port_id=")["floatingips"][0], "id");
    let port = port(&mut asks, &server);
    let body = json!({ "floatingip": { "port_id": port } });
    asks.refused("PUT", &format!("/floatingips/{ip}"), &body, 404, "could not be found.");
    asks.sim.wait(1_000);
    asks.taken("PUT", &format!("/floatingips/{ip}"), &body, 200);
}

#[test]
fn what_is_refused() {
    let mut asks = network("demo@maru.test");
    let pool = pool(&mut asks);
    let own = asks.id("/networks", "networks", "Default Network");
    for (body, status, words) in [
        (json!({}), 400, "Required attribute 'floating_network_id' not specified"),
        (json!({ "floating_network_id": "nope" }), 404, "Network nope could not be found."),
        (json!({ "floating_network_id": own }), 400, "is not a valid external network."),
        (json!({ "floating_network_id": pool, "port_id": "nope" }), 404, "Port nope could not be found."),
    ] {
        asks.refused("POST", "/floatingips", &json!({ "floatingip": body }), status, words);
    }
    let spare = text(&asks.get("/floatingips?port_id=")["floatingips"][0], "id");
    let path = format!("/floatingips/{spare}");
    let taken = asks.sim.id("web-prod-01");
    let to = |port: &str| json!({ "floatingip": { "port_id": port } });
    let port = port(&mut asks, &taken);
    asks.refused("PUT", &path, &to(&port), 409, "already has a floating IP on external network");
    let subnet = asks.id("/subnets", "subnets", "격리-서브넷");
    let body = json!({ "network_id": own, "fixed_ips": [{ "subnet_id": subnet }] });
    let isolated = text(&asks.make("/ports", "port", body), "id");
    asks.refused("PUT", &path, &to(&isolated), 404, "is not reachable from subnet");
    asks.refused("PUT", "/floatingips/nope", &to(&port), 404, "Floating IP nope could not be found");
    asks.refused("DELETE", "/floatingips/nope", &Value::Null, 404, "Floating IP nope could not be found");
    assert_eq!(asks.get(&path)["floatingip"]["port_id"], Value::Null, "nothing of it happened");
}

#[test]
fn quota_and_addresses_end() {
    let mut asks = network("quota@maru.test");
    let pool = pool(&mut asks);
    let body = json!({ "floatingip": { "floating_network_id": pool } });
    asks.taken("POST", "/floatingips", &body, 201);
    asks.refused("POST", "/floatingips", &body, 409, "Quota exceeded for resources: ['floatingip'].");
    let mut many = network("demo@maru.test");
    for _ in 0..20 {
        many.taken("POST", "/floatingips", &body_of(&mut network("demo@maru.test")), 201);
    }
    let mut addresses = column(&many.get("/floatingips"), "floatingips", "floating_ip_address");
    let count = addresses.len();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), count, "no address twice");
}

/// Equal seeds create equal clouds: the pool has the same id in both.
fn body_of(asks: &mut Asks) -> Value {
    json!({ "floatingip": { "floating_network_id": pool(asks) } })
}
