//! The path of a proxied request. Only the allow list may decide where it goes.

use gateway::Target;
use gateway::config::Config;

const CONFIG: &str = "[[cloud]]\nid = 'a'\nname = 'A'\nidentity = 'https://cloud.example:5000/v3'\n\
                      hosts = ['https://cloud.example:8774/v2.1', 'http://127.0.0.1:8774', 'http://[::1]:9696']\n";

const ALLOWED: [&str; 4] =
    ["https://cloud.example:5000", "https://cloud.example:8774", "http://127.0.0.1:8774", "http://[::1]:9696"];

/// The raw path and query, as from hyper.
pub fn target(data: &[u8]) {
    let (Ok(raw), Ok(config)) = (std::str::from_utf8(data), Config::from_toml(CONFIG)) else { return };
    let Ok(target) = Target::read(raw, &config.allow, config.proxy.max_path_bytes) else { return };
    assert!(ALLOWED.contains(&target.origin.to_string().as_str()), "{raw} goes to {}", target.origin);
    assert!(target.path_and_query.starts_with('/'), "{raw}");
    let decoded = target.path_and_query.split('?').next().unwrap_or_default().replace("%2e", ".").replace("%2E", ".");
    assert!(!decoded.split('/').any(|part| matches!(part, "." | "..")), "no way out of a listed path: {raw}");
    let below = target.origin.to_string() != "https://cloud.example:8774" || target.path_and_query.starts_with("/v2.1");
    assert!(below, "only what is listed: {raw}");
    let logged = target.loggable_path();
    assert!(!logged.contains('?'), "a query is never logged: {raw}");
    if let Some((_, token)) = logged.split_once("/tokens/") {
        assert!(token == "…", "a token is never logged: {raw}");
    }
    if let Some(uri) = target.uri() {
        let to = uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
        assert!(ALLOWED.iter().any(|allowed| allowed.ends_with(&format!("//{to}"))), "{raw} is sent to {to}");
        assert!(!to.contains('@'), "{raw}");
    }
}
