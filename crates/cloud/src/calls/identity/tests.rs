use serde_json::{Value, json};

use super::*;

const HEX: &str = "53699ecf4ecf4465a84b6fb21daccf23";

fn v3(domain: &str, project: &str) -> Credentials {
    v3_across(domain, project, domain)
}

fn v3_across(domain: &str, project: &str, project_domain: &str) -> Credentials {
    let text = str::to_owned;
    Credentials::V3 {
        user: text("me"),
        password: text("secret"),
        domain: text(domain),
        project: text(project),
        project_domain: text(project_domain),
    }
}

fn check(credentials: &Credentials, path: &str, body: Value) {
    let request = issue(credentials).request;
    assert_eq!((request.path.as_str(), request.service), (path, Service::Identity));
    let sent: Value = serde_json::from_str(request.body.as_deref().unwrap_or_default()).expect("JSON");
    assert_eq!(sent, body);
    let shown = format!("{request:?} {credentials:?}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn v2() {
    let v2 = |tenant: &str| Credentials::V2 { tenant: tenant.into(), user: "me".into(), password: "secret".into() };
    let password = json!({"username": "me", "password": "secret"});
    check(&v2(HEX), "/tokens", json!({"auth": {"tenantId": HEX, "passwordCredentials": password}}));
    check(&v2(""), "/tokens", json!({"auth": {"passwordCredentials": password}}));
}

/// Domain and project may be typed as id or name.
#[test]
fn v3_with_ids_and_names() {
    let cases = [
        ("default", "demo", json!({"id": "default"}), Some(json!({"name": "demo", "domain": {"id": "default"}}))),
        ("", "demo", json!({"id": "default"}), Some(json!({"name": "demo", "domain": {"id": "default"}}))),
        ("Default", "demo", json!({"name": "Default"}), Some(json!({"name": "demo", "domain": {"name": "Default"}}))),
        (HEX, HEX, json!({"id": HEX}), Some(json!({"id": HEX}))),
        ("Default", "", json!({"name": "Default"}), None),
    ];
    for (domain, project, domain_sent, project_sent) in cases {
        let user = json!({"name": "me", "password": "secret", "domain": domain_sent});
        let mut auth = json!({"identity": {"methods": ["password"], "password": {"user": user}}});
        if let Some(project) = project_sent {
            auth["scope"] = json!({"project": project});
        }
        check(&v3(domain, project), "/auth/tokens", json!({"auth": auth}));
    }
}

#[test]
fn user_and_project_of_different_domains() {
    let user = json!({"name": "me", "password": "secret", "domain": {"name": "CORP"}});
    let project = json!({"name": "web", "domain": {"id": "default"}});
    let identity = json!({"methods": ["password"], "password": {"user": user}});
    let body = json!({"auth": {"identity": identity, "scope": {"project": project}}});
    check(&v3_across("CORP", "web", "default"), "/auth/tokens", body);
}

#[test]
fn application_credential() {
    let body = json!({"auth": {"identity": {
        "methods": ["application_credential"], "application_credential": {"id": "i", "secret": "secret"}}}});
    check(&Credentials::AppCredential { id: "i".into(), secret: "secret".into() }, "/auth/tokens", body);
}

#[test]
fn another_project_by_the_same_token() {
    let by_token = |v3| Credentials::Token { token: "secret".into(), project: HEX.into(), v3 };
    let identity = json!({"methods": ["token"], "token": {"id": "secret"}});
    let body = json!({"auth": {"identity": identity, "scope": {"project": {"id": HEX}}}});
    check(&by_token(true), "/auth/tokens", body);
    check(&by_token(false), "/tokens", json!({"auth": {"token": {"id": "secret"}, "tenantId": HEX}}));
}

#[test]
fn projects_of_either_version() {
    for (v3, path, body) in [
        (
            true,
            "/auth/projects",
            r#"{"projects": [{"id": "a", "name": "shop", "enabled": true}, {"id": "b", "enabled": false}]}"#,
        ),
        (
            false,
            "/tenants",
            r#"{"tenants": [{"id": "a", "name": "shop"}, {"name": "no id"}, {"id": "b", "enabled": false}]}"#,
        ),
    ] {
        let call = projects(v3);
        assert_eq!(call.request.path, path);
        let reply = Reply { status: 200, headers: Default::default(), body: body.to_owned() };
        let told: Vec<_> =
            call.finish(&reply).expect("projects").into_iter().map(|it| (it.id.0, it.name, it.enabled)).collect();
        assert_eq!(told, [("a".to_owned(), "shop".to_owned(), true), ("b".to_owned(), String::new(), false)]);
    }
}

/// v2.0 has no such request: only a gateway that keeps the token answers it.
#[test]
fn signing_out() {
    let handle = format!("{HANDLE}nhn-kr.0123456789abcdef01234567");
    for (v3, token, path) in [
        (true, "gAAAAA", Some("/auth/tokens")),
        (true, handle.as_str(), Some("/auth/tokens")),
        (false, handle.as_str(), Some("/tokens")),
        (false, "gAAAAA", None),
    ] {
        let sent = revoke(v3, token).map(|call| (call.request.method, call.request.path));
        assert_eq!(sent, path.map(|path| (crate::Method::Delete, path.to_owned())), "{v3} {token}");
    }
}
