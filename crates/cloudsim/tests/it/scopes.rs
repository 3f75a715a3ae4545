//! Two clouds, two regions, two projects: nothing of one scope is visible in another, except what the cloud itself shares.

use std::collections::{BTreeMap, BTreeSet};

use cloudsim::{Cloud, DEMO_PASSWORD, DEMO_TENANT, Options, Request, Response};
use serde_json::{Value, json};

use crate::sim::{ORIGIN, START};

const SECOND: &str = "4a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";

/// One of the eight scopes.
#[derive(Clone, Debug)]
struct Scope {
    region: &'static str,
    tenant: &'static str,
    token: String,
    stock: bool,
}

fn all(cloud: &mut Cloud) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for (user, regions) in [("demo", ["kr1", "kr2"]), ("stock", ["regionone", "regiontwo"])] {
        for tenant in [DEMO_TENANT, SECOND] {
            let credentials = json!({ "username": format!("{user}@maru.test"), "password": DEMO_PASSWORD });
            let body = json!({ "auth": { "tenantId": tenant, "passwordCredentials": credentials } });
            let answer = cloud.handle(&Request::new("POST", "/identity/v2.0/tokens").json(&body), START).value();
            let token = answer["access"]["token"]["id"].as_str().expect("a token").to_owned();
            for region in regions {
                scopes.push(Scope { region, tenant, token: token.clone(), stock: user == "stock" });
            }
        }
    }
    scopes
}

impl Scope {
    fn path(&self, path: &str) -> String {
        let volume = if self.stock { "v3" } else { "v2" };
        let (service, rest) = path.split_once('/').unwrap_or((path, ""));
        let region = self.region;
        match service {
            "compute" => format!("/{region}/compute/v2/{}/{rest}", self.tenant),
            "volume" => format!("/{region}/volume/{volume}/{}/{rest}", self.tenant),
            "network" => format!("/{region}/network/v2.0/{rest}"),
            _ => format!("/{region}/image/v2/{rest}"),
        }
    }

    fn send(&self, cloud: &mut Cloud, method: &str, path: &str, body: &Value) -> Response {
        let request = Request::new(method, &self.path(path)).token(&self.token);
        cloud.handle(&if body.is_null() { request } else { request.json(body) }, START)
    }

    /// The rows of a list.
    fn list(&self, cloud: &mut Cloud, path: &str, key: &str) -> Vec<Value> {
        let answer = self.send(cloud, "GET", path, &Value::Null);
        assert_eq!(answer.status, 200, "{self:?} {path}: {}", answer.body);
        answer.value()[key].as_array().cloned().unwrap_or_default()
    }
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// List, its key, and the field that identifies its rows.
const OWN: [(&str, &str, &str); 12] = [
    ("compute/servers", "servers", "id"),
    ("compute/servers/detail", "servers", "id"),
    ("compute/os-server-groups", "server_groups", "id"),
    ("network/networks", "networks", "id"),
    ("network/subnets", "subnets", "id"),
    ("network/ports", "ports", "id"),
    ("network/security-groups", "security_groups", "id"),
    ("network/security-group-rules", "security_group_rules", "id"),
    ("network/floatingips", "floatingips", "id"),
    ("network/floatingips", "floatingips", "floating_ip_address"),
    ("volume/volumes/detail", "volumes", "id"),
    ("volume/snapshots/detail", "snapshots", "id"),
];
/// Only one of the two dialects has these.
const NHN: [(&str, &str, &str); 2] = [("network/vpcs", "vpcs", "id"), ("network/vpcsubnets", "vpcsubnets", "id")];
const STOCK: [(&str, &str, &str); 1] = [("network/routers", "routers", "id")];

#[test]
fn no_row_is_in_two_scopes() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    let scopes = all(&mut cloud);
    assert_eq!(scopes.len(), 8);
    for (path, key, id) in OWN.into_iter().chain(NHN).chain(STOCK) {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut rows = 0;
        for scope in &scopes {
            let elsewhere = if scope.stock { &NHN[..] } else { &STOCK[..] };
            if elsewhere.iter().any(|(other, ..)| *other == path) {
                continue;
            }
            let here = format!("{}/{}", scope.region, scope.tenant);
            let list = scope.list(&mut cloud, path, key);
            rows += list.len();
            for row in list {
                // Both clouds begin with the same public addresses, because they are independent.
                let of = if id == "id" { "all" } else { ["nhn", "stock"][usize::from(scope.stock)] };
                if let Some(other) = seen.insert(format!("{of} {}", text(&row, id)), here.clone()) {
                    panic!("{path}: {} is in {here} and in {other}", text(&row, id));
                }
            }
        }
        assert!(rows >= 2, "{path} has nothing in it anywhere");
    }
}

#[test]
fn what_a_region_shares_is_the_same_in_its_projects_and_in_no_other_region() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    let scopes = all(&mut cloud);
    for (path, key) in
        [("compute/flavors/detail", "flavors"), ("volume/types", "volume_types"), ("image/images", "images")]
    {
        let mut regions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut private = BTreeSet::new();
        for scope in &scopes {
            let rows = scope.list(&mut cloud, path, key);
            let open = |row: &&Value| key != "images" || text(row, "visibility") == "public";
            let ids: BTreeSet<String> = rows.iter().filter(open).map(|row| text(row, "id").to_owned()).collect();
            assert_eq!(*regions.entry(scope.region).or_insert_with(|| ids.clone()), ids, "{scope:?} {path}");
            for row in rows.iter().filter(|row| !open(row)) {
                assert!(private.insert(text(row, "id").to_owned()), "{scope:?} {path}: {row}");
            }
        }
        assert_eq!(regions.len(), 4);
        let together: usize = regions.values().map(BTreeSet::len).sum();
        assert_eq!(regions.into_values().flatten().collect::<BTreeSet<_>>().len(), together, "{path}");
    }
}

#[test]
fn key_pairs_are_the_users_in_each_region() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    let scopes = all(&mut cloud);
    let keys = |cloud: &mut Cloud, scope: &Scope| {
        let list = scope.list(cloud, "compute/os-keypairs", "keypairs");
        list.iter().map(|row| text(&row["keypair"], "fingerprint").to_owned()).collect::<BTreeSet<_>>()
    };
    let made = json!({ "keypair": { "name": "made-in-the-second" } });
    assert_eq!(scopes[2].send(&mut cloud, "POST", "compute/os-keypairs", &made).status, 200);
    assert_eq!(scopes[0].send(&mut cloud, "DELETE", "compute/os-keypairs/dev-laptop", &Value::Null).status, 202);
    for scope in &scopes {
        let sisters = scopes.iter().filter(|other| other.region == scope.region);
        for sister in sisters {
            assert_eq!(keys(&mut cloud, scope), keys(&mut cloud, sister), "{scope:?} {sister:?}");
        }
        let names = scope.list(&mut cloud, "compute/os-keypairs", "keypairs");
        let has = |name: &str| names.iter().any(|row| text(&row["keypair"], "name") == name);
        assert_eq!((has("made-in-the-second"), has("dev-laptop")), (scope.region == "kr1", scope.region != "kr1"));
    }
    let regions: BTreeSet<_> = scopes.iter().map(|scope| keys(&mut cloud, scope)).collect();
    assert_eq!(regions.len(), 4);
}

/// A request in one scope for another scope's resource is refused and changes nothing.
#[test]
fn no_action_crosses_scopes() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    let scopes = all(&mut cloud);
    let state = |cloud: &mut Cloud| {
        let whole =
            |scope: &Scope| OWN.map(|(path, key, _)| scope.send(cloud, "GET", path, &Value::Null).value()[key].clone());
        scopes.iter().map(whole).collect::<Vec<_>>()
    };
    let before = state(&mut cloud);
    let mut first = |scope: &Scope, path: &str, key: &str| text(&scope.list(&mut cloud, path, key)[0], "id").to_owned();
    let ids: Vec<[String; 4]> = scopes
        .iter()
        .map(|scope| {
            [
                first(scope, "compute/servers", "servers"),
                first(scope, "volume/volumes/detail", "volumes"),
                first(scope, "network/security-groups", "security_groups"),
                first(scope, "network/floatingips", "floatingips"),
            ]
        })
        .collect();
    for (at, scope) in scopes.iter().enumerate() {
        for [server, volume, group, floating] in
            ids.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, ids)| ids)
        {
            for (method, path, body) in [
                ("GET", format!("compute/servers/{server}"), Value::Null),
                ("DELETE", format!("compute/servers/{server}"), Value::Null),
                ("POST", format!("compute/servers/{server}/action"), json!({ "os-stop": null })),
                ("PUT", format!("compute/servers/{server}"), json!({ "server": { "name": "mine" } })),
                ("DELETE", format!("volume/volumes/{volume}"), Value::Null),
                ("DELETE", format!("network/security-groups/{group}"), Value::Null),
                ("DELETE", format!("network/floatingips/{floating}"), Value::Null),
            ] {
                assert_eq!(scope.send(&mut cloud, method, &path, &body).status, 404, "{scope:?} {method} {path}");
            }
        }
        // The other project's own address does not work either.
        let tenant = if scope.tenant == SECOND { DEMO_TENANT } else { SECOND };
        let other = Scope { tenant, ..scope.clone() };
        for path in ["compute/servers", "volume/volumes"] {
            assert_eq!(other.send(&mut cloud, "GET", path, &Value::Null).status, 400, "{other:?} {path}");
        }
    }
    assert_eq!(state(&mut cloud), before);
}

#[test]
fn the_second_project_has_names_of_the_first_in_other_states() {
    let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
    let scopes = all(&mut cloud);
    let mut states = |name: &str| {
        let mut of = |scope: &Scope| {
            let list = scope.list(&mut cloud, "compute/servers/detail", "servers");
            list.iter().find(|row| text(row, "name") == name).map(|row| text(row, "status").to_owned())
        };
        scopes.iter().map(|scope| of(scope).unwrap_or("-".to_owned())).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(states("web-prod-01"), "ACTIVE - SHUTOFF ACTIVE ACTIVE - SHUTOFF ACTIVE");
    assert_eq!(states("legacy-erp"), "PAUSED PAUSED - ACTIVE PAUSED PAUSED - ACTIVE");
    let limits = |cloud: &mut Cloud, scope: &Scope| {
        scope.send(cloud, "GET", "compute/limits", &Value::Null).value()["limits"]["absolute"]["maxTotalInstances"]
            .clone()
    };
    assert_ne!(limits(&mut cloud, &scopes[0]), limits(&mut cloud, &scopes[2]));
}

/// A fault in one region, by the user's name or set by a test, does not affect the other.
#[test]
fn a_region_in_trouble_is_alone() {
    let by_name = |word: &str| (format!("stock+{word}"), Value::Null);
    let asked = |fault: Value| ("stock".to_owned(), fault);
    for ((user, fault), status, ms, body) in [
        (by_name("second-region-down"), 503, 0, "currently unavailable"),
        (by_name("second-region-hangs"), 0, 3_600_000, ""),
        (by_name("second-region-garbage"), 200, 0, "<<<"),
        (by_name("second-region-slow"), 200, 2_000, "servers"),
        (asked(json!({ "region": "RegionTwo", "status": 503, "body": "closed" })), 503, 0, "closed"),
        (asked(json!({ "region": "RegionTwo", "hang": true })), 0, 3_600_000, ""),
        (asked(json!({ "region": "RegionTwo", "truncate": 9 })), 200, 0, "{\"servers"),
        (asked(json!({ "region": "RegionTwo", "delay_ms": 900 })), 200, 900, "servers"),
    ] {
        let mut cloud = Cloud::new(Options::default(), ORIGIN.to_owned(), START);
        let credentials = json!({ "username": format!("{user}@maru.test"), "password": DEMO_PASSWORD });
        let auth = json!({ "auth": { "tenantId": DEMO_TENANT, "passwordCredentials": credentials } });
        let answer = cloud.handle(&Request::new("POST", "/identity/v2.0/tokens").json(&auth), START).value();
        let token = answer["access"]["token"]["id"].as_str().unwrap_or_default().to_owned();
        if !fault.is_null() {
            assert_eq!(cloud.handle(&Request::new("POST", "/_sim/faults").json(&fault), START).status, 200);
        }
        let mut ask = |region: &'static str| {
            let scope = Scope { region, tenant: DEMO_TENANT, token: token.clone(), stock: true };
            scope.send(&mut cloud, "GET", "compute/servers", &Value::Null)
        };
        let (good, bad) = (ask("regionone"), ask("regiontwo"));
        assert_eq!((good.status, good.delay_ms, good.gone), (200, 0, false), "{user} {fault}");
        assert!(good.value()["servers"].is_array());
        assert_eq!((if bad.gone { 0 } else { bad.status }, bad.delay_ms), (status, ms), "{user} {fault}");
        assert!(bad.body.contains(body), "{user} {fault}: {}", bad.body);
        let journal = Request { query: "region=RegionTwo".to_owned(), ..Request::new("GET", "/_sim/requests") };
        assert_eq!(cloud.handle(&journal, START).value()["requests"].as_array().map(Vec::len), Some(1));
    }
}
