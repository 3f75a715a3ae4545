//! Who may ask for a browser's sessions, forged cookies, and how many sessions there can be.

use axum::body::Body;
use http::{Method, Request};
use serde_json::Value;

use crate::browser::{Browser, SESSIONS, cloud, password, settings, v3};
use crate::harness::{Cloud, config, raw, send};

#[tokio::test]
async fn only_the_sites_own_pages_are_told_of_sessions() {
    let cloud = cloud().await;
    let mut settings = settings(&[("c", &cloud, "v3")]);
    settings.cors = config("[cors]\norigins=['http://listed.example']").cors;
    let mut browser = Browser::new(settings).await;
    browser.sign_in(&cloud, "c", "p").await;
    let (host, own) = (browser.gateway.to_string(), format!("http://{}", browser.gateway));
    let check = async |method: Method, headers: &[(&str, &str)], expect: Result<usize, (u16, &str)>| {
        let builder = Request::builder().method(&method).uri(SESSIONS).header("cookie", browser.cookie(SESSIONS));
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        let answer = send(browser.gateway, builder.body(Body::empty()).expect("a request")).await;
        for name in ["access-control-allow-origin", "access-control-allow-headers", "set-cookie"] {
            assert_eq!(answer.header(name), None, "{method} {headers:?}");
        }
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{method} {headers:?}");
        let told = match answer.status.as_u16() {
            200 => {
                let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
                Ok(body["sessions"].as_array().expect("a list").len())
            }
            status if method == Method::HEAD => Err((status, String::new())),
            status => Err((status, answer.code())),
        };
        let expect = expect.map_err(|(status, code)| (status, code.to_owned()));
        assert_eq!(told, expect, "{method} {headers:?}");
    };
    let (host, list, same) = (("host", host.as_str()), ("x-maru-session", "list"), ("sec-fetch-site", "same-origin"));
    let own = ("origin", own.as_str());
    check(Method::GET, &[host, list, same], Ok(1)).await;
    check(Method::GET, &[host, list, same, own], Ok(1)).await;
    check(Method::GET, &[host, list], Ok(1)).await;

    let other_site = Err((403, "session-of-another-site"));
    for site in ["cross-site", "same-site", "none"] {
        check(Method::GET, &[host, list, ("sec-fetch-site", site)], other_site).await;
    }
    for origin in ["http://other.example", "http://listed.example", "https://127.0.0.1", "null"] {
        check(Method::GET, &[host, list, ("origin", origin)], other_site).await;
        check(Method::GET, &[host, list, same, ("origin", origin)], other_site).await;
    }
    check(Method::GET, &[("host", "rebound.example"), list, same], Err((421, "not-the-sites-name"))).await;
    for wanted in ["", "c", "List", "list,list"] {
        check(Method::GET, &[host, same, ("x-maru-session", wanted)], Err((400, "session-not-here"))).await;
    }
    check(Method::GET, &[host, same], Err((400, "session-not-here"))).await;
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
        check(method, &[host, list, same, own], Err((405, "method-not-allowed"))).await;
    }
    check(Method::HEAD, &[host, list, same], Err((405, ""))).await;
    let preflight = [("origin", "http://listed.example"), ("access-control-request-method", "GET")];
    let asks = ("access-control-request-headers", "x-maru-session");
    check(Method::OPTIONS, &[&[host, asks], &preflight[..]].concat(), Err((405, "method-not-allowed"))).await;
}

#[tokio::test]
async fn without_sessions_there_are_none_to_tell_of() {
    let cloud = cloud().await;
    let mut off = settings(&[("c", &cloud, "v3")]);
    off.session.enabled = false;
    let mut browser = Browser::new(off).await;
    let answer = browser.ask(Method::GET, SESSIONS, &[("x-maru-session", "list")], Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "sessions-off"));
}

#[tokio::test]
async fn forged_exchanged_and_half_cookies_tell_nothing_and_are_taken_away() {
    let (one, two) = (cloud().await, cloud().await);
    let mut browser = Browser::new(settings(&[("one", &one, "v3"), ("two", &two, "v3")])).await;
    for (cloud, id, project) in [(&one, "one", "p"), (&one, "one", "q"), (&two, "two", "p")] {
        browser.sign_in(cloud, id, project).await;
    }
    assert_eq!(browser.sessions().await.len(), 3);
    let check = async |what: &str, change: &dyn Fn(&mut Browser), told: usize, left: (usize, usize)| {
        let (cookies, about) = (browser.cookies.clone(), browser.about.clone());
        let mut other = Browser { cookies, about, ..Browser::at(browser.gateway) };
        change(&mut other);
        assert_eq!(other.sessions().await.len(), told, "{what}");
        assert_eq!((other.cookies.len(), other.about.len()), left, "{what}");
    };
    let exchange = |cookies: &mut [(String, String)], one: usize, other: usize| {
        let value = cookies[one].1.clone();
        cookies[one].1 = std::mem::replace(&mut cookies[other].1, value);
    };
    check("as they are", &|_| {}, 3, (3, 3)).await;
    check("of another session", &|browser| exchange(&mut browser.about, 0, 1), 1, (3, 1)).await;
    check("of another cloud", &|browser| exchange(&mut browser.about, 0, 2), 1, (3, 1)).await;
    check("sessions exchanged", &|browser| exchange(&mut browser.cookies, 0, 1), 1, (1, 1)).await;
    check(
        "renamed to another cloud",
        &|browser| {
            for (name, _) in browser.cookies.iter_mut().chain(&mut browser.about) {
                *name = name.replace(".one.", ".three.");
            }
        },
        1,
        (1, 1),
    )
    .await;
    check("one as the other", &|browser| browser.about[0].1.clone_from(&browser.cookies[0].1), 2, (3, 2)).await;
    check("the other as one", &|browser| browser.cookies[0].1.clone_from(&browser.about[0].1), 2, (2, 2)).await;
    check("changed", &|browser| browser.about[0].1.replace_range(20..21, "!"), 2, (3, 2)).await;
    check("without what tells of it, as before an update", &|browser| browser.about.clear(), 0, (3, 0)).await;
    check("without the session", &|browser| browser.cookies.clear(), 0, (0, 0)).await;
    check(
        "one more of the same name",
        &|browser| {
            let planted = (browser.about[0].0.clone(), "planted".to_owned());
            browser.about.insert(0, planted);
        },
        3,
        (3, 4),
    )
    .await;
    check(
        "what others set",
        &|browser| {
            browser.cookies.push(("theme".to_owned(), "dark".to_owned()));
            browser.cookies.push(("maru.".to_owned(), "x".to_owned()));
            browser.about.push(("maru-about.x".to_owned(), "x=y".to_owned()));
        },
        3,
        (5, 4),
    )
    .await;
}

#[tokio::test]
async fn a_browser_holds_as_many_sessions_as_fit_into_its_requests() {
    // As long as Keystone's longest tokens.
    let cloud = Cloud::start(|seen| {
        let mut answer = v3(seen);
        answer.headers_mut().insert("x-subject-token", "gAAAAABl-_0x".repeat(21).parse().expect("a header"));
        answer
    })
    .await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    let path = format!("/proxy/{}/v3/auth/tokens", cloud.address);
    let mut handles = Vec::new();
    for at in 0..20 {
        handles.push(browser.sign_in(&cloud, "c", &format!("p{at}")).await);
    }
    for at in 20..30 {
        let body = password("right", &format!("p{at}"));
        let answer = browser.ask(Method::POST, &path, &[("x-maru-session", "c")], body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "too-many-sessions"), "{at}");
    }
    assert_eq!((browser.cookies.len(), browser.about.len()), (20, 20));
    assert_eq!(browser.sessions().await.len(), 20);
    assert_eq!(browser.sign_in(&cloud, "c", "p7").await, handles[7], "one of them again");
    let answer = browser.ask(Method::DELETE, &path, &[("x-subject-token", &handles[3])], Value::Null).await;
    assert!(answer.status.is_success());
    browser.sign_in(&cloud, "c", "p20").await;
    assert_eq!(browser.sessions().await.len(), 20);
    // The size of the cookies: nginx and others refuse a line of more than 8 KiB by default.
    let (everywhere, here) = (browser.cookie("/").len(), browser.cookie(SESSIONS).len());
    assert!(everywhere < 8 * 1024 && here < 20 * 1024, "{everywhere} and {here} bytes");
}

#[tokio::test]
async fn what_opens_nothing_is_taken_away_when_somebody_signs_in() {
    let cloud = cloud().await;
    let mut browser = Browser::new(settings(&[("c", &cloud, "v3")])).await;
    for at in 0..20 {
        browser.sign_in(&cloud, "c", &format!("p{at}")).await;
    }
    // The other gateway has other keys.
    browser.gateway = Browser::new(settings(&[("c", &cloud, "v3")])).await.gateway;
    browser.sign_in(&cloud, "c", "p0").await;
    assert_eq!((browser.cookies.len(), browser.about.len()), (1, 1), "and none of them counts");
    assert_eq!(browser.sessions().await.len(), 1);
}

#[tokio::test]
async fn a_flood_of_made_up_cookies_is_answered_in_few_bytes() {
    let cloud = cloud().await;
    let gateway = Browser::new(settings(&[("c", &cloud, "v3")])).await.gateway;
    let cookies: Vec<_> = (0..700).map(|at| format!("maru.c.{at:024x}=x")).collect();
    let request = format!(
        "GET {SESSIONS} HTTP/1.1\r\nHost: {gateway}\r\nX-Maru-Session: list\r\nCookie: {}\r\nConnection: close\r\n\r\n",
        cookies.join("; ")
    );
    let answer = raw(gateway, request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("{\"sessions\":[]}"), "{answer}");
    assert!(answer.len() < 16 * 1024 && answer.len() < request.len(), "{} bytes", answer.len());
}
