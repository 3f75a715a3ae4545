//! Tokens of both versions and their catalogs (rows S31, N01).

use cloud::calls::identity::{Credentials, issue};
use cloud::catalog::Service;
use cloud::{TenantId, Timestamp};
use cloudsim::{Cloud, DEMO_PASSWORD, DEMO_TENANT, Options, Request, Response};
use serde_json::{Value, json};

use crate::sim::{ORIGIN, START, Sim, reply};

fn new() -> Cloud {
    Cloud::new(Options::default(), ORIGIN.to_owned(), START)
}

fn v3(user: &str, project: &str) -> Credentials {
    Credentials::V3 {
        user: user.to_owned(),
        password: DEMO_PASSWORD.to_owned(),
        domain: "default".to_owned(),
        project: project.to_owned(),
        project_domain: "default".to_owned(),
    }
}

/// Signs in with the request of `cloud`, at the version's endpoint.
fn sign_in(cloud: &mut Cloud, credentials: &Credentials) -> (Response, Result<cloud::wire::Token, cloud::Failure>) {
    let call = issue(credentials);
    let base = if credentials.is_v3() { "/identity/v3" } else { "/identity/v2.0" };
    let body: Value = serde_json::from_str(call.request.body.as_deref().unwrap_or_default()).expect("JSON");
    let request = Request::new("POST", &format!("{base}{}", call.request.path)).json(&body);
    let response = cloud.handle(&request, START);
    let token = call.finish(&reply(&response));
    (response, token)
}

#[test]
fn every_way_in_gives_a_token_with_a_catalog() {
    let v2 = |user: &str| Credentials::V2 {
        tenant: DEMO_TENANT.to_owned(),
        user: user.to_owned(),
        password: DEMO_PASSWORD.to_owned(),
    };
    let credential = Credentials::AppCredential { id: "demo@maru.test".to_owned(), secret: DEMO_PASSWORD.to_owned() };
    for (credentials, status, regions) in [
        (v2("demo@maru.test"), 200, vec!["KR1", "KR2"]),
        (v3("demo@maru.test", "demo"), 201, vec!["KR1", "KR2"]),
        (v3("stock@maru.test", DEMO_TENANT), 201, vec!["RegionOne", "RegionTwo"]),
        (v3("stock+one-region@maru.test", DEMO_TENANT), 201, vec!["RegionOne"]),
        (credential, 201, vec!["KR1", "KR2"]),
    ] {
        let mut cloud = new();
        let (response, token) = sign_in(&mut cloud, &credentials);
        assert_eq!(response.status, status, "{}", response.body);
        let token = token.expect("the answer decodes");
        assert_eq!(token.tenant_id, TenantId::from(DEMO_TENANT));
        assert_eq!(token.catalog.regions().iter().map(|region| region.as_str()).collect::<Vec<_>>(), regions);
        let expires = token.expires.expect("an end");
        assert_eq!(expires, Timestamp(START.0 + 43_133_000), "about half a day");
        let endpoints = token.catalog.endpoints(&regions[0].into(), &token.tenant_id);
        for service in [Service::Compute, Service::Image, Service::Network, Service::Volume] {
            let base = endpoints.base(service).unwrap_or_else(|| panic!("no {service:?}"));
            assert!(base.starts_with(ORIGIN), "{base}");
        }
    }
}

#[test]
fn a_stock_catalog_is_worded_as_openstacks() {
    let (response, _) = sign_in(&mut new(), &v3("stock@maru.test", "demo"));
    let body = response.value();
    let catalog = body.pointer("/token/catalog").and_then(Value::as_array).cloned().unwrap_or_default();
    let kinds: Vec<&str> = catalog.iter().filter_map(|service| service.get("type")?.as_str()).collect();
    assert_eq!(kinds, ["image", "compute_legacy", "compute", "volumev3", "network", "identity"]);
    let interfaces = catalog.first().and_then(|service| service.get("endpoints")?.as_array());
    assert_eq!(interfaces.map(Vec::len), Some(6), "three of each region");
}

#[test]
fn both_compute_endpoints_of_a_stock_cloud_answer() {
    let mut sim = Sim::user("stock@maru.test");
    for path in ["/regionone/compute/v2.1".to_owned(), format!("/regionone/compute/v2/{DEMO_TENANT}")] {
        let response = sim.send(Request::new("GET", &format!("{path}/servers/detail?limit=1")));
        assert_eq!(response.status, 200, "{path}");
        let body = response.value();
        let href = body.pointer("/servers/0/links/0/href").and_then(Value::as_str).unwrap_or_default();
        assert!(href.starts_with(&format!("{ORIGIN}{path}/servers/")), "{href}");
        let versioned = response.header("openstack-api-version").is_some();
        assert_eq!(versioned, path.ends_with("v2.1"), "/v2 sends no version");
    }
}

#[test]
fn a_token_is_inspected_and_revoked() {
    let mut sim = Sim::user("demo@maru.test");
    let subject = sim.token.clone();
    let about = |method: &str, subject: &str| {
        Request::new(method, "/identity/v3/auth/tokens").with_header("x-subject-token", subject)
    };
    let inspected = sim.send(about("GET", &subject));
    assert_eq!(inspected.status, 200);
    assert_eq!(inspected.header("x-subject-token"), Some(subject.as_str()));
    assert_eq!(sim.send(about("GET", "made-up")).status, 404);
    assert_eq!(sim.send(about("DELETE", &subject)).status, 204);
    assert_eq!(sim.get("/servers").status, 401);
}

#[test]
fn bad_sign_ins() {
    let mut cloud = new();
    for (path, body, status) in [
        ("/identity/v2.0/tokens", json!({}), 400),
        ("/identity/v2.0/tokens", json!({ "auth": {} }), 401),
        ("/identity/v3/auth/tokens", json!({ "auth": { "identity": { "methods": ["saml"] } } }), 401),
        ("/identity/v1/tokens", json!({}), 404),
    ] {
        let response = cloud.handle(&Request::new("POST", path).json(&body), START);
        assert_eq!(response.status, status, "{path} {body}");
    }
    let (response, _) = sign_in(&mut cloud, &v3("demo@maru.test", "no-such-project"));
    assert_eq!(response.status, 401);
}

#[test]
fn every_project_has_its_own_world() {
    let mut cloud = new();
    let (_, one) = sign_in(&mut cloud, &v3("demo@maru.test", &"1".repeat(32)));
    let (_, two) = sign_in(&mut cloud, &v3("demo@maru.test", &"2".repeat(32)));
    let (one, two) = (one.expect("in"), two.expect("in"));
    let mut send = |method: &str, tenant: &str, path: &str, token: &str| {
        let target = format!("/kr1/compute/v2/{tenant}{path}");
        cloud.handle(&Request::new(method, &target).token(token), START)
    };
    assert_eq!(send("DELETE", one.tenant_id.as_str(), "/os-keypairs/dev-laptop", &one.id).status, 202);
    assert_eq!(send("GET", one.tenant_id.as_str(), "/os-keypairs/dev-laptop", &one.id).status, 404);
    assert_eq!(send("GET", two.tenant_id.as_str(), "/os-keypairs/dev-laptop", &two.id).status, 200);
}

/// Properties of catalogs seen on real clouds, and the services that result.
#[test]
fn odd_catalogs_lead_to_the_same_services() {
    for (user, expect) in [
        ("stock+every-region", [true; 4]),
        ("stock+no-versions", [true; 4]),
        ("stock+old-first", [true; 4]),
        // Only one region has compute, so services elsewhere belong to it.
        ("stock+one-region+images-elsewhere", [true; 4]),
        ("images-elsewhere", [true, false, true, true]),
    ] {
        let mut cloud = new();
        let (_, token) = sign_in(&mut cloud, &v3(&format!("{user}@maru.test"), "demo"));
        let token = token.expect("a token");
        let region = token.catalog.regions().first().cloned().expect("a region");
        let mut catalog = token.catalog.clone();
        for (service, url) in catalog.unversioned(&region) {
            let path = url.strip_prefix(ORIGIN).expect("its own host").to_owned() + "/";
            let answer = cloud.handle(&Request::new("GET", &path), START);
            catalog.settle(&url, &cloud::versions::chosen(service, &reply(&answer)));
        }
        let endpoints = catalog.endpoints(&region, &token.tenant_id);
        let mut answers = |service: Service, path: &str| {
            let Some(base) = endpoints.base(service) else { return false };
            let path = base.strip_prefix(ORIGIN).expect("its own host").to_owned() + path;
            cloud.handle(&Request::new("GET", &path).token(&token.id), START).status == 200
        };
        let lists = [
            answers(Service::Compute, "/servers/detail"),
            answers(Service::Image, "/images"),
            answers(Service::Network, "/security-groups"),
            answers(Service::Volume, "/volumes/detail"),
        ];
        assert_eq!(lists, expect, "{user}");
    }
}

#[test]
fn odd_sign_ins_say_what_is_missing() {
    let mut cloud = new();
    let (_, refused) = sign_in(&mut cloud, &v3("second-factor@maru.test", "demo"));
    let refused = refused.expect_err("a second factor");
    assert_eq!((refused.kind, refused.message.as_str()), (cloud::FailureKind::SecondFactor, "password + totp"));
    let (_, token) = sign_in(&mut cloud, &v3("no-project@maru.test", ""));
    let token = token.expect("a token");
    assert_eq!((token.tenant_id.as_str(), token.catalog.entries.len()), ("", 0));
    let across = |domain: &str, project_domain: &str| Credentials::V3 {
        user: "two-domains@maru.test".to_owned(),
        password: DEMO_PASSWORD.to_owned(),
        domain: domain.to_owned(),
        project: "demo".to_owned(),
        project_domain: project_domain.to_owned(),
    };
    for (domain, project_domain, status) in
        [("CORP", "Default", 201), ("CORP", "CORP", 401), ("Default", "Default", 401)]
    {
        assert_eq!(sign_in(&mut cloud, &across(domain, project_domain)).0.status, status, "{domain} {project_domain}");
    }
}

#[test]
fn a_colleague_has_another_id_in_the_same_project() {
    let mut cloud = new();
    let mut id = |user: &str| sign_in(&mut cloud, &v3(user, "demo")).1.expect("a token").user_id.expect("an id");
    assert_eq!(id("demo@maru.test"), id("slow@maru.test"));
    assert_ne!(id("demo@maru.test"), id("demo+colleague@maru.test"));
}
