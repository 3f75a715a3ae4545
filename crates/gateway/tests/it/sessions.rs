//! Several sessions: of projects, of clouds, and of someone with a copied cookie. Each request belongs to one.

use http::Method;
use serde_json::{Value, json};

use crate::browser::{Browser, SECRET, cloud, password, settings, token_of};

#[tokio::test]
async fn several_projects_and_clouds_are_signed_in_to_at_once() {
    let (one, two) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("one", &one, "v3"), ("two", &two, "v3")])).await;
    let mut handles = Vec::new();
    for (cloud, id, project) in [(&one, "one", "p"), (&one, "one", "q"), (&two, "two", "p")] {
        handles.push((cloud, browser.sign_in(cloud, id, project).await, project));
    }
    assert_eq!(browser.cookies.len(), 3);
    for (cloud, handle, project) in &handles {
        let path = format!("/proxy/{}/v2.1/servers", cloud.address);
        browser.ask(Method::GET, &path, &[("x-auth-token", handle)], Value::Null).await;
        assert_eq!(token_of(cloud.seen().last().expect("asked")), Some(format!("{SECRET}-{project}").as_str()));
    }
    let again = browser.sign_in(&one, "one", "p").await;
    assert_eq!((&again, browser.cookies.len()), (&handles[0].1, 3), "other tabs go on with the new token");
    let seen = two.seen().len();
    let path = format!("/proxy/{}/v2.1/servers", two.address);
    let answer = browser.ask(Method::GET, &path, &[("x-auth-token", &handles[0].1)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "session-of-another-cloud"));
    assert_eq!(two.seen().len(), seen, "a token goes to its own cloud only");
    let forged = handles[0].1.replace("maru:one.", "maru:two.");
    for (name, _) in &mut browser.cookies {
        *name = name.replace("maru.one.", "maru.two.");
    }
    let answer = browser.ask(Method::GET, &path, &[("x-auth-token", &forged)], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"), "a renamed cookie is none");
}

#[tokio::test]
async fn no_handle_in_a_request_may_be_of_another_cloud_or_session() {
    let (one, two) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("one", &one, "v3"), ("two", &two, "v3")])).await;
    let (p, q) = (browser.sign_in(&one, "one", "p").await, browser.sign_in(&one, "one", "q").await);
    let theirs = browser.sign_in(&two, "two", "p").await;
    let invented = "maru:one.000000000000000000000000".to_owned();
    let (tokens, servers) =
        (format!("/proxy/{}/v3/auth/tokens", one.address), format!("/proxy/{}/v2.1/servers", one.address));
    let (cookies, asked) = (browser.cookies.clone(), (one.seen().len(), two.seen().len()));
    let (auth, subject, session) = ("x-auth-token", "x-subject-token", ("x-maru-session", "one"));
    let by = |id: &str| json!({ "auth": { "identity": { "methods": ["token"], "token": { "id": id } } } });
    let both =
        |id: &str, old: &str| json!({ "auth": { "identity": { "token": { "id": id } }, "token": { "id": old } } });
    let (another, several) = ("session-of-another-cloud", "several-sessions");
    for (method, path, headers, body, code) in [
        (Method::DELETE, &tokens, vec![(auth, &*invented), (subject, &theirs)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &p), (subject, &theirs)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &theirs), (subject, &p)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &p), (subject, &q)], Value::Null, several),
        (Method::DELETE, &tokens, vec![(auth, &theirs), (subject, &theirs)], Value::Null, another),
        (Method::DELETE, &tokens, vec![(auth, "a pasted token"), (subject, &theirs)], Value::Null, another),
        (Method::GET, &tokens, vec![(auth, &p), (subject, &theirs)], Value::Null, several),
        (Method::GET, &servers, vec![(subject, &theirs)], Value::Null, another),
        (Method::GET, &servers, vec![(auth, &p), (auth, &theirs)], Value::Null, several),
        (Method::GET, &servers, vec![(auth, "a pasted token"), (auth, &theirs)], Value::Null, several),
        (Method::POST, &tokens, vec![session], by(&theirs), another),
        (Method::POST, &tokens, vec![session, (auth, &theirs)], by(&p), another),
        (Method::POST, &tokens, vec![session, (auth, &q)], by(&p), several),
        (Method::POST, &tokens, vec![session], both(&p, &q), several),
        (Method::POST, &tokens, vec![session], both(&p, &theirs), several),
        (Method::POST, &tokens, vec![session, (auth, &theirs)], password("right", "p"), another),
    ] {
        let answer = browser.ask(method.clone(), path, &headers, body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, code), "{method} {path} {headers:?}");
    }
    assert_eq!((one.seen().len(), two.seen().len()), asked, "nothing was sent");
    assert_eq!(browser.cookies, cookies, "and no cookie was touched");
}

#[tokio::test]
async fn a_handle_beside_a_sign_in_is_not_sent_on() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let handle = browser.sign_in(&cloud, "c", "p").await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let headers = [("x-maru-session", "c"), ("x-auth-token", handle.as_str())];
    assert_eq!(browser.ask(Method::POST, &path, &headers, password("right", "q")).await.status, 201);
    assert_eq!(token_of(&cloud.seen()[1]), None);
}

#[tokio::test]
async fn another_project_is_entered_with_the_same_sign_in() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let first = browser.sign_in(&cloud, "c", "p").await;
    let identity = json!({ "methods": ["token"], "token": { "id": first } });
    let body = json!({ "auth": { "identity": identity, "scope": { "project": { "id": "q" } } } });
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "c")], body).await;
    let second = answer.header("x-subject-token").expect("a handle");
    assert!(second.starts_with("maru:c.") && second != first);
    let asked: Value = serde_json::from_slice(&cloud.seen()[1].body).expect("JSON");
    assert_eq!(asked.pointer("/auth/identity/token/id"), Some(&json!(format!("{SECRET}-p"))));
}

#[tokio::test]
async fn a_copied_cookie_is_worth_nothing_after_signing_out() {
    for version in ["v3", "v2.0"] {
        let cloud = cloud().await;
        let mut browser = Browser::new(settings(&[("c", &cloud, version)])).await;
        let tokens = format!("/proxy/{}/{version}{}/tokens", cloud.address, if version == "v3" { "/auth" } else { "" });
        let answer = browser.ask(Method::POST, &tokens, &[("x-maru-session", "c")], password("right", "p")).await;
        let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
        let old = body.pointer("/access/token/id").and_then(Value::as_str);
        let handle = answer.header("x-subject-token").or(old).expect("a handle").to_owned();
        let servers = format!("/proxy/{}/v2.1/servers", cloud.address);
        let mut thief = Browser { cookies: browser.cookies.clone(), ..Browser::at(browser.gateway) };
        let used = thief.ask(Method::GET, &servers, &[("x-auth-token", &handle)], Value::Null).await;
        assert_eq!(used.status, 200, "{version}: the copy is a good one");
        // Another session, made from the copy before it became worthless.
        let by = json!({ "methods": ["token"], "token": { "id": handle } });
        let by = json!({ "auth": { "identity": by, "scope": { "project": { "id": "q" } } } });
        let answer = thief.ask(Method::POST, &tokens, &[("x-maru-session", "c")], by.clone()).await;
        let derived = answer.header("x-subject-token").unwrap_or(&handle).to_owned();
        browser.ask(Method::DELETE, &tokens, &[("x-subject-token", &handle)], Value::Null).await;
        let asked = cloud.seen().len();
        for handle in [&handle, &derived] {
            for headers in [[("x-auth-token", handle.as_str())], [("x-subject-token", handle.as_str())]] {
                let answer = thief.ask(Method::GET, &servers, &headers, Value::Null).await;
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"), "{version}");
            }
        }
        let answer = thief.ask(Method::POST, &tokens, &[("x-maru-session", "c")], by).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "session-ended"), "{version}");
        assert_eq!(cloud.seen().len(), asked, "{version}: nothing was sent");
        let answer = browser.ask(Method::POST, &tokens, &[("x-maru-session", "c")], password("right", "p")).await;
        assert!(answer.status.is_success());
        let again = browser.ask(Method::GET, &servers, &[("x-auth-token", &handle)], Value::Null).await;
        assert_eq!(
            again.status, 200,
            "{version}: signing in again, in the same second and with the same token, is new"
        );
    }
}
