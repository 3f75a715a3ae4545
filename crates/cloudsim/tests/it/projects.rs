//! The projects of one user: listed, and changed by exchanging tokens. Answers and refusals are those of Keystone 22 to the
//! same requests, except for v2.0, which it no longer has.

use cloudsim::{Cloud, DEMO_PASSWORD, DEMO_TENANT, Options, Request, Response};
use serde_json::{Value, json};

use crate::asks::column;
use crate::sim::{ORIGIN, START};

/// The demo user's second project.
const SECOND: &str = "4a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";
const AUTH: &str = "/identity/v3/auth/tokens";

fn new() -> Cloud {
    Cloud::new(Options::default(), ORIGIN.to_owned(), START)
}

fn post(cloud: &mut Cloud, path: &str, body: &Value) -> Response {
    cloud.handle(&Request::new("POST", path).json(body), START)
}

fn password(user: &str, scope: &Value) -> Value {
    let user = json!({ "name": format!("{user}@maru.test"), "domain": { "id": "default" }, "password": DEMO_PASSWORD });
    let mut auth = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": user } } } });
    if !scope.is_null() {
        auth["auth"]["scope"] = scope.clone();
    }
    auth
}

fn exchange(token: &str, scope: &Value) -> Value {
    let mut auth = json!({ "auth": { "identity": { "methods": ["token"], "token": { "id": token } } } });
    if !scope.is_null() {
        auth["auth"]["scope"] = scope.clone();
    }
    auth
}

fn named(name: &str) -> Value {
    json!({ "project": { "name": name, "domain": { "id": "default" } } })
}

fn with_id(id: &str) -> Value {
    json!({ "project": { "id": id } })
}

fn token(response: &Response) -> String {
    assert_eq!(response.status, 201, "{}", response.body);
    response.header("x-subject-token").expect("a token").to_owned()
}

fn sign_in(cloud: &mut Cloud, user: &str, scope: &Value) -> String {
    token(&post(cloud, AUTH, &password(user, scope)))
}

fn get(cloud: &mut Cloud, path: &str, token: &str) -> Response {
    cloud.handle(&Request::new("GET", path).token(token), START)
}

#[test]
fn a_token_of_any_scope_lists_the_users_projects() {
    let mut cloud = new();
    let scoped = sign_in(&mut cloud, "stock", &named("demo"));
    let unscoped = sign_in(&mut cloud, "stock", &json!("unscoped"));
    let many = sign_in(&mut cloud, "stock+projects-3+closed-project", &named("demo"));
    let me = get(&mut cloud, "/identity/v3/auth/tokens", &scoped);
    assert_eq!(me.status, 404, "no subject");
    for (token, names, enabled) in [
        (&scoped, vec!["demo", "staging"], vec![true, true]),
        (&unscoped, vec!["demo", "staging"], vec![true, true]),
        (&many, vec!["demo", "staging", "batch", "search"], vec![true, true, true, false]),
    ] {
        let answer = get(&mut cloud, "/identity/v3/auth/projects", token).value();
        assert_eq!(column(&answer, "projects", "name"), names);
        let projects = answer["projects"].as_array().cloned().unwrap_or_default();
        assert_eq!(projects.iter().map(|one| one["enabled"] == json!(true)).collect::<Vec<_>>(), enabled);
        assert_eq!(answer["projects"][1]["id"], SECOND);
        let user = answer_of(&mut cloud, token)["user"]["id"].as_str().unwrap_or_default().to_owned();
        let own = get(&mut cloud, &format!("/identity/v3/users/{user}/projects"), token).value();
        assert_eq!(own["projects"], answer["projects"]);
    }
    let foreign = format!("/identity/v3/users/{}/projects", "0".repeat(32));
    assert_eq!(get(&mut cloud, &foreign, &scoped).status, 403);
    assert_eq!(get(&mut cloud, "/identity/v3/auth/projects", "made-up").status, 401);
    assert_eq!(get(&mut cloud, "/identity/v3/auth/catalog", &unscoped).status, 403);
    assert_eq!(get(&mut cloud, &format!("/identity/v3/projects/{SECOND}"), &scoped).status, 403);
}

/// What identity answers about a token.
fn answer_of(cloud: &mut Cloud, token: &str) -> Value {
    let request = Request::new("GET", AUTH).token(token).with_header("x-subject-token", token);
    cloud.handle(&request, START).value()["token"].clone()
}

#[test]
fn a_token_is_changed_for_one_of_another_project() {
    let mut cloud = new();
    let first = sign_in(&mut cloud, "stock", &named("demo"));
    let before = answer_of(&mut cloud, &first);
    let mut last = first.clone();
    for scope in [with_id(SECOND), named("staging"), named("demo"), with_id(DEMO_TENANT)] {
        let answer = post(&mut cloud, AUTH, &exchange(&last, &scope));
        last = token(&answer);
        let body = answer.value()["token"].clone();
        let id = body["project"]["id"].as_str().unwrap_or_default();
        assert!([&body["project"]["name"], &json!(id)].contains(&scope["project"].get("name").unwrap_or(&json!(id))));
        assert_eq!(body["methods"], json!(["password", "token"]));
        assert_eq!(body["user"], before["user"]);
        assert_eq!(body["expires_at"], before["expires_at"], "no token lives longer than the one it was got with");
        assert_eq!(body["audit_ids"][1], before["audit_ids"][0], "the chain goes back to the sign-in");
        let servers = format!("/regionone/compute/v2/{id}/servers");
        assert_eq!(get(&mut cloud, &servers, &last).status, 200);
        let other = if id == SECOND { DEMO_TENANT } else { SECOND };
        assert_eq!(get(&mut cloud, &format!("/regionone/compute/v2/{other}/servers"), &last).status, 400);
    }
    // The first token is not needed any more.
    let revoke = Request::new("DELETE", AUTH).token(&first).with_header("x-subject-token", &first);
    assert_eq!(cloud.handle(&revoke, START).status, 204);
    assert_eq!(get(&mut cloud, "/identity/v3/auth/projects", &last).status, 200);
    assert_eq!(post(&mut cloud, AUTH, &exchange(&first, &named("demo"))).status, 404);
}

#[test]
fn a_token_of_no_project_leads_to_one() {
    let mut cloud = new();
    for (user, scope) in [("stock", json!("unscoped")), ("stock+no-project", Value::Null)] {
        let answer = post(&mut cloud, AUTH, &password(user, &scope));
        let unscoped = token(&answer);
        for key in ["project", "catalog", "roles"] {
            assert_eq!(answer.value()["token"].get(key), None, "{user}: {key}");
        }
        assert_eq!(get(&mut cloud, "/regionone/compute/v2.1/servers", &unscoped).status, 403);
        let scoped = post(&mut cloud, AUTH, &exchange(&unscoped, &named("staging")));
        assert_eq!(scoped.value()["token"]["project"]["id"], SECOND);
        let again = post(&mut cloud, AUTH, &exchange(&token(&scoped), &Value::Null));
        assert_eq!(again.value()["token"].get("project"), None, "a token never falls back to the default project");
    }
    // A user with a default project gets a token for it.
    let answer = post(&mut cloud, AUTH, &password("stock", &Value::Null));
    assert_eq!(answer.value()["token"]["project"]["id"], DEMO_TENANT);
}

#[test]
fn what_keystone_refuses() {
    let mut cloud = new();
    let good = sign_in(&mut cloud, "stock+projects-3+closed-project", &named("demo"));
    let closed = named("search");
    let credential = json!({ "auth": { "identity": { "methods": ["application_credential"], "application_credential":
        { "id": "stock@maru.test", "secret": DEMO_PASSWORD } } } });
    let delegated = token(&post(&mut cloud, AUTH, &credential));
    let mut scoped = credential.clone();
    scoped["auth"]["scope"] = with_id(SECOND);
    let authentication = "The request you have made requires authentication.";
    for (body, status, words) in [
        (exchange(&good, &closed), 401, authentication),
        (exchange(&good, &with_id(&"0".repeat(32))), 401, authentication),
        (exchange(&good, &named("nobody")), 401, authentication),
        (exchange(&good, &json!({ "project": { "name": "staging", "domain": { "id": "no" } } })), 401, authentication),
        (exchange(&good, &json!({ "domain": { "id": "default" } })), 401, authentication),
        (exchange(&good, &json!({ "project": { "name": "staging" } })), 400, "Expecting to find domain in project."),
        (exchange(&good, &json!({ "project": {} })), 400, "id or name must be present."),
        (exchange("made-up", &named("demo")), 404, "Could not recognize Fernet token"),
        (exchange("", &named("demo")), 404, "No token in the request"),
        (json!({ "auth": { "identity": { "methods": ["token"] } } }), 400, "Expecting to find token in identity."),
        (json!({ "auth": { "identity": { "methods": ["token"], "token": {} } } }), 400, "'id' is a required property"),
        (json!({ "auth": { "identity": { "methods": [] } } }), 401, authentication),
        (password("stock", &named("nobody")), 401, authentication),
        (exchange(&delegated, &named("staging")), 403, "Using a delegated token to create another token"),
        (scoped, 401, "Application credentials cannot request a scope."),
    ] {
        let answer = post(&mut cloud, AUTH, &body);
        assert_eq!(answer.status, status, "{body}: {}", answer.body);
        assert!(answer.body.contains(words), "{body}: {}", answer.body);
    }
}

#[test]
fn version_2_lists_tenants_where_it_is_no_nhn() {
    const TOKENS: &str = "/identity/v2.0/tokens";
    let mut cloud = new();
    let by_password = |user: &str, tenant: &Value| {
        let credentials = json!({ "username": format!("{user}@maru.test"), "password": DEMO_PASSWORD });
        json!({ "auth": { "passwordCredentials": credentials, "tenantId": tenant } })
    };
    let of = |answer: &Response| answer.value()["access"]["token"]["id"].as_str().unwrap_or_default().to_owned();
    for (body, project) in [
        (by_password("stock", &json!(DEMO_TENANT)), json!(DEMO_TENANT)),
        (by_password("stock", &Value::Null), Value::Null),
    ] {
        let answer = post(&mut cloud, TOKENS, &body);
        assert_eq!(answer.value()["access"]["token"]["tenant"]["id"], project);
        let token = of(&answer);
        let tenants = get(&mut cloud, "/identity/v2.0/tenants", &token).value();
        assert_eq!(column(&tenants, "tenants", "name"), ["demo", "staging"]);
        for to in [json!({ "tenantName": "staging" }), json!({ "tenantId": SECOND })] {
            let mut body = json!({ "auth": { "token": { "id": token } } });
            body["auth"].as_object_mut().expect("a map").extend(to.as_object().cloned().unwrap_or_default());
            let other = post(&mut cloud, TOKENS, &body);
            assert_eq!(other.value()["access"]["token"]["tenant"]["id"], SECOND, "{}", other.body);
            let list = get(&mut cloud, &format!("/regionone/compute/v2/{SECOND}/servers"), &of(&other));
            assert_eq!(list.status, 200);
        }
        let nobodys = json!({ "auth": { "token": { "id": token }, "tenantName": "nobody" } });
        assert_eq!(post(&mut cloud, TOKENS, &nobodys).status, 401);
    }
    // NHN: its guide requires the password for each tenant.
    let answer = post(&mut cloud, TOKENS, &by_password("demo", &json!(DEMO_TENANT)));
    let token = of(&answer);
    assert_eq!(get(&mut cloud, "/identity/v2.0/tenants", &token).status, 404);
    let other = json!({ "auth": { "token": { "id": token }, "tenantId": SECOND } });
    assert_eq!(post(&mut cloud, TOKENS, &other).status, 401);
    assert_eq!(post(&mut cloud, TOKENS, &by_password("demo", &Value::Null)).status, 401);
    assert_eq!(post(&mut cloud, TOKENS, &by_password("demo", &json!(SECOND))).status, 200);
}

#[test]
fn a_test_with_its_own_project_has_a_second_one_of_its_own() {
    let mut cloud = new();
    let own = "f".repeat(32);
    let token = sign_in(&mut cloud, &format!("stock+{own}"), &json!("unscoped"));
    let projects = get(&mut cloud, "/identity/v3/auth/projects", &token).value();
    let second = format!("e{}", &own[1..]);
    assert_eq!(column(&projects, "projects", "id"), [own.as_str(), second.as_str()]);
    assert_eq!(column(&projects, "projects", "name"), [own.as_str(), "staging"]);
    let answer = post(&mut cloud, AUTH, &exchange(&token, &named("staging")));
    assert_eq!(answer.value()["token"]["project"]["id"], second);
    // They share a clock.
    let advance = json!({ "tenant": own, "advance_ms": 86_400_000 });
    post(&mut cloud, "/_sim/clock", &advance);
    assert_eq!(post(&mut cloud, AUTH, &exchange(&token, &with_id(&second))).status, 404, "it has ended");
}
