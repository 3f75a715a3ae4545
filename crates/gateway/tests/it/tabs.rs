//! What a new tab learns about the browser's sessions: everything it needs to continue them, and never a token.

use std::path::Path;

use axum::body::Body;
use axum::response::Response;
use gateway::config::Config;
use http::Method;
use serde_json::{Value, json};

use crate::browser::{Browser, COMPUTE, SECRET, SESSIONS, cloud, password, settings, token_of, whole};
use crate::harness::{Answer, Cloud, config, site};

/// The handle in place of the token in a sign-in's response of either version.
fn handle_of(answer: &Answer) -> String {
    assert!(answer.status.is_success(), "{}", whole(answer));
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let old = body.pointer("/access/token/id").and_then(Value::as_str);
    answer.header("x-subject-token").or(old).expect("a handle").to_owned()
}

/// Opens a session with the password, or with another session.
async fn enter(browser: &mut Browser, cloud: &Cloud, v3: bool, by: Option<&str>, project: &str) -> String {
    let (path, body) = match (v3, by) {
        (true, None) => ("v3/auth/tokens", password("right", project)),
        (false, None) => (
            "v2.0/tokens",
            json!({ "auth": { "tenantId": project, "passwordCredentials": { "username": "me@u.test" } } }),
        ),
        (true, Some(handle)) => {
            let identity = json!({ "methods": ["token"], "token": { "id": handle } });
            let scope = json!({ "project": { "id": project } });
            ("v3/auth/tokens", json!({ "auth": { "identity": identity, "scope": scope } }))
        }
        (false, Some(handle)) => ("v2.0/tokens", json!({ "auth": { "tenantId": project, "token": { "id": handle } } })),
    };
    let id = if v3 { "new" } else { "old" };
    let path = format!("/proxy/{}/{path}", cloud.address);
    handle_of(&browser.ask(Method::POST, &path, &[("x-maru-session", id)], body).await)
}

/// A browser, and a cloud of each version.
async fn two() -> (Browser, Cloud, Cloud) {
    let (new, old) = (cloud().await, cloud().await);
    let browser = Browser::new(settings(&[("new", &new, "v3"), ("old", &old, "v2.0")])).await;
    (browser, new, old)
}

fn handles(sessions: &[Value]) -> Vec<&str> {
    let mut handles: Vec<_> = sessions.iter().filter_map(|session| session["handle"].as_str()).collect();
    handles.sort_unstable();
    handles
}

#[tokio::test]
async fn a_new_tab_is_told_whose_sessions_there_are_and_no_token() {
    let (mut browser, new, old) = two().await;
    assert_eq!(browser.sessions().await, Vec::<Value>::new());
    let first = enter(&mut browser, &new, true, None, "p").await;
    let second = enter(&mut browser, &old, false, None, "q").await;
    let asked = (new.seen().len(), old.seen().len());
    let answer = browser.ask(Method::GET, SESSIONS, &[("x-maru-session", "list")], Value::Null).await;
    assert!(!whole(&answer).contains(SECRET) && !whole(&answer).contains("metering"), "{}", whole(&answer));
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.header("content-security-policy").is_some_and(|policy| policy.contains("sandbox")));
    assert_eq!((answer.header("set-cookie"), answer.header("x-content-type-options")), (None, Some("nosniff")));
    assert_eq!((new.seen().len(), old.seen().len()), asked, "no cloud is asked");

    let domain = json!({ "id": "default", "name": "Default" });
    let of = |handle: &str| {
        let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
        let sessions = body["sessions"].as_array().expect("a list").clone();
        assert_eq!(sessions.len(), 2);
        let mut session = sessions.into_iter().find(|session| session["handle"] == handle).expect("this one");
        let [started, ends] = ["started", "ends"].map(|name| session[name].as_i64().expect("milliseconds"));
        assert_eq!(ends - started, 12 * 60 * 60 * 1000, "longest_h");
        // The token would last for years; it ends with the session.
        assert_eq!(session["expires"], json!(ends));
        let fields = session.as_object_mut().expect("an object");
        fields.retain(|name, _| !["started", "ends", "expires"].contains(&name.as_str()));
        session
    };
    let url = format!("http://{COMPUTE}/v2.1");
    let expect = json!({
        "handle": first, "cloud": "new", "identity": "v3", "idle": false,
        "user": { "id": "u", "name": "User", "domain": domain },
        "project": { "id": "p", "name": "Project p", "domain": domain },
        "catalog": [{ "type": "compute", "region": "R", "url": url }],
    });
    assert_eq!(of(&first), expect);
    let url = format!("http://{COMPUTE}/v2/q");
    let expect = json!({
        "handle": second, "cloud": "old", "identity": "v2.0", "idle": false,
        // As it was typed: NHN's response has an id as the name.
        "user": { "id": "u", "name": "me@u.test", "domain": null },
        "project": { "id": "q", "name": "Project q", "domain": null },
        "catalog": [{ "type": "compute", "region": "R", "url": url }],
    });
    assert_eq!(of(&second), expect);
    for (cloud, handle, token) in [(&new, &first, format!("{SECRET}-p")), (&old, &second, format!("{SECRET}-v2-q"))] {
        let path = format!("/proxy/{}/v2.1/servers", cloud.address);
        assert_eq!(browser.ask(Method::GET, &path, &[("x-auth-token", handle)], Value::Null).await.status, 200);
        assert_eq!(token_of(cloud.seen().last().expect("asked")), Some(token.as_str()), "it can be used");
    }
}

#[tokio::test]
async fn what_tells_of_a_session_goes_to_no_other_place() {
    let cloud = cloud().await;
    for (server, name) in
        [("", "maru-about.new."), ("[server]\npublic='https://127.0.0.1'", "__Secure-maru-about.new.")]
    {
        let mut settings = settings(&[("new", &cloud, "v3")]);
        settings.server = config(server).server;
        let mut browser = Browser::new(settings).await;
        let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
        let secure = !server.is_empty();
        let own = if secure { "https://127.0.0.1".to_owned() } else { format!("http://{}", browser.gateway) };
        browser.origin = Some(own);
        let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "new")], password("right", "p")).await;
        let cookies: Vec<_> =
            answer.headers.get_all("set-cookie").iter().map(|line| line.to_str().expect("text")).collect();
        let about = cookies.iter().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{cookies:?}"));
        let attributes = about.split_once("; ").expect("attributes").1;
        assert_eq!(attributes.strip_suffix("; Secure").is_some(), secure, "{about}");
        assert!(attributes.starts_with("Path=/sessions; HttpOnly; SameSite=Strict"), "{about}");
        assert_eq!((cookies.len(), browser.cookies.len(), browser.about.len()), (2, 1, 1));
        assert_eq!(browser.sessions().await.len(), 1);
    }
}

#[tokio::test]
async fn another_project_is_entered_by_a_session_and_ends_with_it() {
    for v3 in [true, false] {
        let (mut browser, new, old) = two().await;
        let cloud = if v3 { &new } else { &old };
        let first = enter(&mut browser, cloud, v3, None, "p").await;
        let second = enter(&mut browser, cloud, v3, Some(&first), "q").await;
        let asked: Value = serde_json::from_slice(&cloud.seen()[1].body).expect("JSON");
        let place = if v3 { "/auth/identity/token/id" } else { "/auth/token/id" };
        let token = if v3 { format!("{SECRET}-p") } else { format!("{SECRET}-v2-p") };
        assert_eq!(asked.pointer(place), Some(&json!(token)), "the token stands where the handle stood");
        let told = browser.sessions().await;
        let mut both = [first.as_str(), &second];
        both.sort_unstable();
        assert_eq!(handles(&told), both);
        let of = |handle: &str, name: &str| {
            told.iter().find(|told| told["handle"] == handle).and_then(|told| told.get(name)).cloned()
        };
        assert_eq!(of(&second, "project").and_then(|project| project.get("id").cloned()), Some(json!("q")));
        assert_eq!((of(&first, "started"), of(&first, "ends")), (of(&second, "started"), of(&second, "ends")));

        let thief =
            Browser { cookies: browser.cookies.clone(), about: browser.about.clone(), ..Browser::at(browser.gateway) };
        let path = format!("/proxy/{}/{}", cloud.address, if v3 { "v3/auth/tokens" } else { "v2.0/tokens" });
        browser.ask(Method::DELETE, &path, &[("x-subject-token", &first)], Value::Null).await;
        assert_eq!((browser.cookies.len(), browser.about.len()), (1, 1), "both of the one that was signed out");
        for mut browser in [browser, thief] {
            assert_eq!(browser.sessions().await, Vec::<Value>::new(), "copies of both included");
            assert_eq!((browser.cookies.len(), browser.about.len()), (0, 0), "what opens nothing is taken away");
        }
    }
}

#[tokio::test]
async fn signing_in_again_tells_of_the_new_sign_in() {
    let (mut browser, new, _) = two().await;
    let handle = enter(&mut browser, &new, true, None, "p").await;
    let (session, about) = (browser.cookies.clone(), browser.about.clone());
    assert_eq!(enter(&mut browser, &new, true, None, "p").await, handle);
    assert_eq!((browser.cookies.len(), browser.about.len()), (1, 1));
    assert_eq!(handles(&browser.sessions().await), [handle.as_str()]);
    let mut mixed = Browser { cookies: browser.cookies.clone(), about, ..Browser::at(browser.gateway) };
    assert_eq!(mixed.sessions().await, Vec::<Value>::new(), "one is of the earlier sign-in");
    assert_eq!((mixed.cookies.len(), mixed.about.len()), (1, 0), "the session itself goes on");
    let mut mixed = Browser { cookies: session, about: browser.about.clone(), ..Browser::at(browser.gateway) };
    assert_eq!(mixed.sessions().await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_catalog_without_end_is_left_for_the_page_to_ask() {
    let endpoint = |at: u32| {
        let url = format!("https://{:x}.example", at.wrapping_mul(2_654_435_761));
        json!({ "interface": "public", "region": format!("R{at}"), "url": url })
    };
    let compute = json!({ "type": "compute", "endpoints": (0..5000).map(endpoint).collect::<Vec<_>>() });
    let token =
        json!({ "token": { "user": { "id": "u" }, "project": { "id": "p" }, "catalog": [compute] } }).to_string();
    let cloud = Cloud::start(move |_| {
        let builder = Response::builder().status(201).header("x-subject-token", "a-token");
        builder.body(Body::from(token.clone())).expect("a response")
    })
    .await;
    let mut browser = Browser::new(settings(&[("new", &cloud, "v3")])).await;
    enter(&mut browser, &cloud, true, None, "p").await;
    let told = browser.sessions().await;
    assert_eq!((told.len(), &told[0]["catalog"], &told[0]["expires"]), (1, &Value::Null, &Value::Null));
    assert!(browser.about[0].1.len() < 300, "{:?}", browser.about);
}

#[tokio::test]
async fn replicas_tell_the_same_with_the_same_keys_and_nothing_with_others() {
    let (cloud, key) = (cloud().await, "0123456789abcdef".repeat(4));
    let folder = site("tabs-keys", &[("index.html", b"page"), ("keys", key.as_bytes())]);
    let keyed = |file: &Path| {
        let session = config(&format!("[session]\nkey_file='{}'\n", file.display())).session;
        Config { session, ..settings(&[("new", &cloud, "v3")]) }
    };
    let file = folder.join("keys");
    let mut browser = Browser::new(keyed(&file)).await;
    let handle = enter(&mut browser, &cloud, true, None, "p").await;
    let started_anew = Browser::new(settings(&[("new", &cloud, "v3")])).await.gateway;
    let replica = Browser::new(keyed(&file)).await.gateway;
    browser.gateway = replica;
    assert_eq!(handles(&browser.sessions().await), [handle.as_str()]);
    browser.gateway = started_anew;
    assert_eq!(browser.sessions().await, Vec::<Value>::new());
    assert_eq!((browser.cookies.len(), browser.about.len()), (0, 0));
}
