//! Networks, subnets, routers and tags created on the stock cloud: what is accepted, and what is refused with Neutron's
//! messages.

use cloud::catalog::Service;
use serde_json::{Value, json};

use crate::asks::{Asks, column, text};
use crate::sim::message;

const NOBODY: &str = "5a3c0f1e-9b7d-4c2a-8e6f-0d1b2c3a4e5f";

struct Net {
    asks: Asks,
    network: String,
    subnet: String,
    public: String,
}

impl Net {
    fn new() -> Self {
        let mut asks = Asks::new("stock@maru.test", Service::Network);
        let network = text(&asks.make("/networks", "network", json!({ "name": "lab" })), "id");
        let body = json!({ "network_id": network, "ip_version": 4, "cidr": "10.97.0.0/28" });
        let subnet = text(&asks.make("/subnets", "subnet", body), "id");
        let public = asks.id("/networks", "networks", "public_network");
        Self { asks, network, subnet, public }
    }

    fn router(&mut self) -> String {
        text(&self.asks.make("/routers", "router", json!({ "name": "lab" })), "id")
    }

    fn put(&mut self, path: &str, body: &Value) -> Value {
        let answer = self.asks.ask("PUT", path, body);
        assert_eq!(answer.status, 200, "{path} {body}: {}", answer.body);
        answer.value()
    }

    fn refused(&mut self, method: &str, path: &str, body: &Value, status: u16, words: &str) {
        self.asks.refused(method, path, body, status, words);
    }
}

#[test]
fn a_network_goes_with_its_subnets_and_not_while_a_port_is_on_it() {
    let mut net = Net::new();
    let (network, subnet) = (net.network.clone(), net.subnet.clone());
    let port = net.asks.make("/ports", "port", json!({ "network_id": network }));
    assert_eq!(port["fixed_ips"], json!([{ "subnet_id": subnet, "ip_address": "10.97.0.2" }]));
    let id = text(&port, "id");
    let words = format!("There are one or more ports still in use on the network, id for these ports is: {id}.");
    net.refused("DELETE", &format!("/networks/{network}"), &Value::Null, 409, &words);
    net.refused("DELETE", &format!("/subnets/{subnet}"), &Value::Null, 409, "One or more ports have an IP allocation");
    net.asks.taken("DELETE", &format!("/ports/{id}"), &Value::Null, 204);
    net.asks.taken("DELETE", &format!("/networks/{network}"), &Value::Null, 204);
    net.refused("GET", &format!("/subnets/{subnet}"), &Value::Null, 404, "could not be found.");
}

#[test]
fn a_member_makes_no_network_for_others_and_changes_none_of_theirs() {
    let mut net = Net::new();
    for key in ["shared", "router:external"] {
        let words = format!("(rule:create_network and rule:create_network:{key}) is disallowed by policy");
        net.refused("POST", "/networks", &json!({ "network": { key: true } }), 403, &words);
    }
    let public = format!("/networks/{}", net.public);
    let words = "rule:update_network is disallowed by policy";
    net.refused("PUT", &public, &json!({ "network": { "name": "mine" } }), 403, words);
    net.refused("DELETE", &public, &Value::Null, 403, "rule:delete_network is disallowed by policy");
    let body = json!({ "port": { "network_id": net.public } });
    net.refused("POST", "/ports", &body, 403, "not allowed to create port on this network");
    for (body, words) in [
        (json!({ "foo": 1 }), "Unrecognized attribute(s) 'foo'"),
        (json!({ "id": NOBODY }), "Attribute 'id' not allowed in POST"),
        (json!({ "admin_state_up": "maybe" }), "'maybe' cannot be converted to boolean."),
        (json!({ "name": "x".repeat(256) }), "exceeds maximum length of 255."),
    ] {
        net.refused("POST", "/networks", &json!({ "network": body }), 400, words);
    }
}

#[test]
fn ranges_that_no_subnet_can_have() {
    let mut net = Net::new();
    for (network, more, status, words) in [
        ("lab", json!({}), 400, "a subnetpool must be specified in the absence of a cidr."),
        ("lab", json!({ "cidr": "nonsense" }), 400, "nonsense is not in a CIDR format."),
        ("lab", json!({ "cidr": "10.97.0.8/29" }), 400, "overlaps with another subnet."),
        ("lab", json!({ "cidr": "10.0.0.0/32" }), 400, "incompatible with DHCP service enabled."),
        ("lab", json!({ "cidr": "10.0.0.0/24", "ip_version": 6 }), 400, "does not match the ip_version '6'."),
        ("nobody", json!({ "cidr": "10.0.0.0/24" }), 400, "'nobody' is not a valid UUID."),
        (NOBODY, json!({ "cidr": "10.0.0.0/24" }), 404, "could not be found."),
        ("public", json!({ "cidr": "10.0.0.0/24" }), 403, "not allowed to create subnet on this network"),
    ] {
        let id = match network {
            "lab" => net.network.clone(),
            "public" => net.public.clone(),
            other => other.to_owned(),
        };
        let mut body = json!({ "network_id": id, "ip_version": 4 });
        body.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        net.refused("POST", "/subnets", &json!({ "subnet": body }), status, words);
    }
    for (pool, gateway, status, words) in [
        (["10.1.1.1", "10.1.1.5"], "10.95.0.1", 400, "spans beyond the subnet cidr 10.95.0.0/29."),
        (["10.95.0.5", "10.95.0.3"], "10.95.0.1", 400, "is not valid."),
        (["10.95.0.2", "10.95.0.4"], "10.95.0.3", 409, "Gateway ip 10.95.0.3 conflicts with allocation pool"),
    ] {
        let body = json!({ "network_id": net.network, "ip_version": 4, "cidr": "10.95.0.0/29", "gateway_ip": gateway,
                           "allocation_pools": [{ "start": pool[0], "end": pool[1] }] });
        net.refused("POST", "/subnets", &json!({ "subnet": body }), status, words);
    }
}

#[test]
fn a_gateway_amid_its_range_is_given_to_nobody() {
    let mut net = Net::new();
    let body = json!({ "network_id": net.network, "ip_version": 4, "cidr": "10.95.0.5/29", "gateway_ip": "10.95.0.2" });
    let subnet = net.asks.make("/subnets", "subnet", body);
    assert_eq!(subnet["cidr"], "10.95.0.0/29");
    let pools = json!([{ "start": "10.95.0.1", "end": "10.95.0.1" }, { "start": "10.95.0.3", "end": "10.95.0.6" }]);
    assert_eq!(subnet["allocation_pools"], pools);
    let wanted = json!({ "network_id": net.network, "fixed_ips": [{ "subnet_id": subnet["id"] }] });
    let given: Vec<Value> =
        (0..5).map(|_| net.asks.make("/ports", "port", wanted.clone())["fixed_ips"][0]["ip_address"].clone()).collect();
    assert_eq!(json!(given), json!(["10.95.0.1", "10.95.0.3", "10.95.0.4", "10.95.0.5", "10.95.0.6"]));
    net.refused("POST", "/ports", &json!({ "port": wanted }), 409, "No more IP addresses available on network");
}

#[test]
fn an_address_is_given_once_and_only_where_it_belongs() {
    let mut net = Net::new();
    let port = |address: &str, subnet: Option<&str>| {
        let mut ip = json!({ "ip_address": address });
        if let Some(subnet) = subnet {
            ip["subnet_id"] = json!(subnet);
        }
        json!({ "network_id": net.network, "fixed_ips": [ip] })
    };
    let (taken, again) = (port("10.97.0.7", None), port("10.97.0.7", Some(&net.subnet)));
    let (outside, nowhere) = (port("10.1.2.3", Some(&net.subnet)), port("10.1.2.3", None));
    let first = net.asks.make("/ports", "port", taken);
    assert_eq!(first["fixed_ips"][0]["ip_address"], "10.97.0.7");
    for (body, status, words) in [
        (again, 409, "IP address 10.97.0.7 already allocated in subnet"),
        (outside, 400, "IP address 10.1.2.3 is not a valid IP for the specified subnet."),
        (nowhere, 400, "is not a valid IP for any of the subnets on the specified network."),
    ] {
        net.refused("POST", "/ports", &json!({ "port": body }), status, words);
    }
}

#[test]
fn a_floating_ip_needs_a_router_to_the_outside_and_holds_it() {
    let mut net = Net::new();
    let (router, subnet, public) = (net.router(), net.subnet.clone(), net.public.clone());
    let port = text(&net.asks.make("/ports", "port", json!({ "network_id": net.network })), "id");
    let wanted = json!({ "floatingip": { "floating_network_id": public, "port_id": port } });
    let unreachable = format!("External network {public} is not reachable from subnet {subnet}.");
    net.refused("POST", "/floatingips", &wanted, 404, &unreachable);
    let (add, remove) =
        (format!("/routers/{router}/add_router_interface"), format!("/routers/{router}/remove_router_interface"));
    let end = json!({ "subnet_id": subnet });
    net.put(&add, &end);
    net.refused("POST", "/floatingips", &wanted, 404, &unreachable);
    let path = format!("/routers/{router}");
    let out = json!({ "router": { "external_gateway_info": { "network_id": public } } });
    let gateway = net.put(&path, &out)["router"]["external_gateway_info"].clone();
    assert_eq!((&gateway["network_id"], &gateway["enable_snat"]), (&json!(public), &json!(true)));
    // Repeating it changes nothing.
    assert_eq!(net.put(&path, &out)["router"]["external_gateway_info"], gateway);
    let ip = net.asks.make("/floatingips", "floatingip", wanted["floatingip"].clone());
    assert_ne!(ip["floating_ip_address"], gateway["external_fixed_ips"][0]["ip_address"], "one address, one owner");
    assert_eq!((&ip["router_id"], &ip["port_details"]["network_id"]), (&json!(router), &json!(net.network)));
    let none = json!({ "router": { "external_gateway_info": null } });
    net.refused("PUT", &path, &none, 409, "is required by one or more floating IPs.");
    net.refused("PUT", &remove, &end, 409, "cannot be deleted, as it is required by one or more floating IPs.");
    // An update without the port leaves it attached.
    let path_ip = format!("/floatingips/{}", text(&ip, "id"));
    let described = net.put(&path_ip, &json!({ "floatingip": { "description": "door" } }));
    assert_eq!(
        (&described["floatingip"]["description"], &described["floatingip"]["port_id"]),
        (&json!("door"), &json!(port))
    );
    net.asks.taken("DELETE", &path_ip, &Value::Null, 204);
    assert_eq!(net.put(&path, &none)["router"]["external_gateway_info"], Value::Null);
    net.put(&remove, &end);
    net.asks.taken("DELETE", &path, &Value::Null, 204);
}

#[test]
fn a_port_on_a_network_without_a_subnet_has_no_address_and_takes_no_instance() {
    let mut net = Net::new();
    let bare = text(&net.asks.make("/networks", "network", json!({})), "id");
    let port = net.asks.make("/ports", "port", json!({ "network_id": bare }));
    assert_eq!(port["fixed_ips"], json!([]));
    let (flavor, image) = (net.asks.sim.flavor("m2.c1m2"), net.asks.sim.image("Debian"));
    let server = json!({ "name": "x", "flavorRef": flavor, "imageRef": image, "networks": [{ "port": port["id"] }] });
    let answer = net.asks.sim.compute("POST", "/servers", &json!({ "server": server }));
    assert_eq!(answer.status, 400);
    assert!(message(&answer).ends_with("requires a FixedIP in order to be used."), "{}", answer.body);
    net.asks.taken("DELETE", &format!("/ports/{}", text(&port, "id")), &Value::Null, 204);
}

#[test]
fn a_router_that_asks_too_much_is_refused() {
    let mut net = Net::new();
    let path = format!("/routers/{}", net.router());
    let gateway = |info: Value| json!({ "router": { "external_gateway_info": info } });
    for (body, status, words) in [
        (gateway(json!({ "network_id": "nobody" })), 400, "'nobody' is not a valid UUID."),
        (gateway(json!({ "network_id": NOBODY })), 404, "could not be found."),
        (gateway(json!({ "network_id": net.network })), 400, "is not an external network."),
        (gateway(json!({ "network_id": net.public, "enable_snat": false })), 403, "enable_snat))) is disallowed"),
        (
            json!({ "router": { "routes": [{ "destination": "10.0.0.0/8", "nexthop": "10.1.1.1" }] } }),
            400,
            "the nexthop is not connected with router",
        ),
    ] {
        net.refused("PUT", &path, &body, status, words);
    }
    let (hop, subnet) = (json!({ "destination": "10.0.0.0/8", "nexthop": "10.97.0.9" }), net.subnet.clone());
    net.put(&format!("{path}/add_router_interface"), &json!({ "subnet_id": subnet }));
    let routes = net.put(&path, &json!({ "router": { "routes": [hop] } }))["router"]["routes"].clone();
    assert_eq!(routes, json!([hop]));
    net.refused("POST", &path, &json!({}), 405, "could not comply with the request");
}

#[test]
fn a_router_with_interfaces_stays_and_so_do_they() {
    let mut net = Net::new();
    let (router, subnet) = (net.router(), net.subnet.clone());
    let path = format!("/routers/{router}");
    let add = format!("{path}/add_router_interface");
    for (body, status, words) in [
        (json!({}), 400, "Either subnet_id or port_id must be specified."),
        (json!({ "subnet_id": "nobody" }), 400, "Bad router request: 'nobody' is not a valid UUID."),
        (json!({ "subnet_id": NOBODY }), 404, "could not be found."),
    ] {
        net.refused("PUT", &add, &body, status, words);
    }
    let port = text(&net.put(&add, &json!({ "subnet_id": subnet })), "port_id");
    let shown = net.asks.get(&format!("/ports?device_id={router}"))["ports"][0].clone();
    assert_eq!(shown["fixed_ips"][0]["ip_address"], "10.97.0.1", "the subnet's gateway");
    assert_eq!(shown["device_owner"], "network:router_interface");
    net.refused("PUT", &add, &json!({ "subnet_id": subnet }), 400, "Router already has a port on subnet");
    net.refused("DELETE", &path, &Value::Null, 409, &format!("has ports still attached: {port}"));
    net.refused("DELETE", &format!("/ports/{port}"), &Value::Null, 409, "has device owner network:router_interface.");
    // An instance cannot use it either.
    let (flavor, image) = (net.asks.sim.flavor("m2.c1m2"), net.asks.sim.image("Debian"));
    let server = json!({ "name": "x", "flavorRef": flavor, "imageRef": image, "networks": [{ "port": port }] });
    assert_eq!(net.asks.sim.compute("POST", "/servers", &json!({ "server": server })).status, 400);
    let remove = format!("{path}/remove_router_interface");
    net.refused("PUT", &remove, &json!({ "port_id": NOBODY }), 404, "does not have an interface with id");
    net.put(&remove, &json!({ "port_id": port }));
    net.refused("PUT", &remove, &json!({ "subnet_id": subnet }), 404, "has no interface on subnet");
    net.refused("PUT", "/routers/nobody", &json!({ "router": {} }), 404, "Router nobody could not be found");
}

#[test]
fn tags_are_set_added_and_taken_away_on_every_kind_of_thing() {
    let mut net = Net::new();
    let router = net.router();
    let ip = net.asks.make("/floatingips", "floatingip", json!({ "floating_network_id": net.public }));
    let server = net.asks.sim.id("web-prod-01");
    let port = text(&net.asks.get(&format!("/ports?device_id={server}"))["ports"][0], "id");
    let group = net.asks.id("/security-groups", "security_groups", "web");
    for (list, id) in [
        ("networks", net.network.clone()),
        ("subnets", net.subnet.clone()),
        ("routers", router),
        ("floatingips", text(&ip, "id")),
        ("ports", port),
        ("security-groups", group),
    ] {
        let tags = format!("/{list}/{id}/tags");
        assert_eq!(net.put(&tags, &json!({ "tags": ["b", "a"] })), json!({ "tags": ["a", "b"] }), "{list}");
        net.asks.taken("PUT", &format!("{tags}/c"), &Value::Null, 201);
        net.asks.taken("DELETE", &format!("{tags}/a"), &Value::Null, 204);
        net.refused("DELETE", &format!("{tags}/a"), &Value::Null, 404, "Tag a could not be found.");
        let plural = list.replace('-', "_");
        for (query, found) in [
            ("tags=b,c", true),
            ("tags=b,a", false),
            ("tags-any=a,b", true),
            ("not-tags=b", false),
            ("not-tags-any=a", true),
        ] {
            let ids = column(&net.asks.get(&format!("/{list}?{query}")), &plural, "id");
            assert_eq!(ids.contains(&id), found, "{list} {query}");
        }
        net.asks.taken("DELETE", &tags, &Value::Null, 204);
        assert_eq!(net.asks.get(&tags), json!({ "tags": [] }), "{list}");
    }
    net.refused("GET", "/networks/nobody/tags", &Value::Null, 404, "Resource networks nobody could not be found.");
    for (body, words) in [
        (json!({}), "Invalid tags body."),
        (json!({ "tags": "x" }), "'x' is not a list."),
        (json!({ "tags": ["x".repeat(256)] }), "exceeds maximum length of 255."),
    ] {
        net.refused("PUT", "/networks/nobody/tags", &body, 400, words);
    }
}

#[test]
fn what_is_used_shows_in_the_quota_and_what_is_full_is_refused() {
    let mut net = Net::new();
    let details = |net: &mut Net| net.asks.get(&format!("/quotas/{}/details", cloudsim::DEMO_TENANT))["quota"].clone();
    let used = details(&mut net)["router"].clone();
    assert_eq!(used, json!({ "limit": 10, "used": 1, "reserved": 0 }));
    for _ in 0..9 {
        net.router();
    }
    net.refused("POST", "/routers", &json!({ "router": {} }), 409, "Quota exceeded for resources: ['router'].");
    assert_eq!(details(&mut net)["router"]["used"], 10);
}

#[test]
fn with_two_networks_an_instance_has_to_say_which() {
    let mut net = Net::new();
    let (flavor, image) = (net.asks.sim.flavor("m2.c1m2"), net.asks.sim.image("Debian"));
    let mut server = json!({ "server": { "name": "x", "flavorRef": flavor, "imageRef": image } });
    let answer = net.asks.sim.compute("POST", "/servers", &server);
    assert_eq!(answer.status, 409);
    assert_eq!(message(&answer), "Multiple possible networks found, use a Network ID to be more specific.");
    server["server"]["networks"] = json!([{ "uuid": net.network }]);
    assert_eq!(net.asks.sim.compute("POST", "/servers", &server).status, 202);
}

#[test]
fn nhn_makes_none_of_it() {
    let mut nhn = Asks::new("demo@maru.test", Service::Network);
    for (method, path) in [
        ("POST", "/networks"),
        ("POST", "/subnets"),
        ("GET", "/routers"),
        ("GET", "/extensions"),
        ("PUT", "/floatingips/x/tags"),
    ] {
        nhn.refused(method, path, &json!({}), 404, "The resource could not be found.");
    }
    let ports = nhn.get("/ports")["ports"].clone();
    assert_eq!(ports[0].get("created_at"), None);
}
