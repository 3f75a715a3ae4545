//! The reference of `gateway.toml`: every key with its default and meaning. `docs/gateway.md` is generated from this table, and a
//! test compares the table with the keys that the parser accepts.

use super::{Config, Log};

/// One key.
pub struct Key {
    /// Its table as written in the file: `[[cloud]]`, `[proxy]`.
    pub table: &'static str,
    pub name: &'static str,
    /// The type of its value.
    pub kind: &'static str,
    pub default: Default,
    pub what: &'static str,
}

/// The default of a key.
pub enum Default {
    Required,
    /// A description.
    Words(&'static str),
    /// A value as written in the file.
    Value(String),
}

/// The tables with their descriptions.
pub const TABLES: [(&str, &str); 6] = [
    ("[[cloud]]", "One for each cloud, in display order."),
    ("[server]", "How the gateway listens."),
    ("[proxy]", "Limits and timeouts of the proxy."),
    ("[session]", "How the gateway keeps tokens for the page, so that no script ever has one (docs/decisions/0004)."),
    ("[page]", "Settings for the page, passed on in `/config.json`."),
    ("[cors]", "Pages from other servers."),
];

/// All keys, table by table.
#[rustfmt::skip] // one paragraph for each key
pub fn all() -> Vec<Key> {
    use Default::{Required, Words};
    let Config { server, proxy, session, page, .. } = Config::empty();
    let value = |value: &dyn ToString| Default::Value(value.to_string());
    let seconds = |time: std::time::Duration| Default::Value(time.as_secs().to_string());
    let log = |log: Log| value(&match log { Log::All => "\"all\"", Log::Failures => "\"failures\"", Log::Off => "\"off\"" });
    let nets = server.metrics_from.iter().map(|net| format!("\"{net}\"")).collect::<Vec<_>>().join(", ");
    let idle_m = session.idle.map_or(0, |idle| idle.as_secs() / 60);
    let (flag, logs, list) = ("true, false", "`\"all\"`, `\"failures\"`, `\"off\"`", "[]");
    let key = |table, name, kind, default, what| Key { table, name, kind, default, what };
    let cloud = |name, kind, default, what| key("[[cloud]]", name, kind, default, what);
    let server_ = |name, kind, default, what| key("[server]", name, kind, default, what);
    let proxy_ = |name, kind, default, what| key("[proxy]", name, kind, default, what);
    let session_ = |name, kind, default, what| key("[session]", name, kind, default, what);
    vec![
        cloud("id", "a-z, 0-9, `-`", Required,
            "Part of URLs and storage keys: do not change it, or bookmarks break."),
        cloud("name", "text", Required, "Display name."),
        cloud("identity", "address", Required, "Identity with its version, e.g. `https://cloud.example:5000/v3`."),
        cloud("regions", "list of texts", value(&list), "Regions in display order; empty: as in the catalog."),
        cloud("rules", "`\"nhn\"`, `\"openstack\"`", value(&"\"nhn\""),
            "Which limits apply: those of NHN Cloud's guide, or only what the cloud itself reports."),
        cloud("max_root_disk_gb", "GB", Words("as the rules say"), "If the provider has raised your limit."),
        cloud("direct", flag, value(&false),
            "The cloud sends CORS headers for this site: the page talks to it without the proxy."),
        cloud("hosts", "list of addresses", value(&list),
            "The services: scheme, host and port, each matched exactly, and optionally a path prefix. The proxy connects only to \
             these and to identity's host. Identity's host is allowed with all its paths, unless an entry here contains a path of \
             it: then each path must be listed."),

        server_("public", "address, or list of them", Words("IP addresses and `localhost`"),
            "The site's own origins as browsers see them, e.g. `https://console.example`. Requests with another `Host` are refused, \
             except for `/healthz` and `/metrics` by IP address, and everything by `localhost` from the same machine."),
        server_("tls_cert", "file", Words("no TLS"), "Certificate chain (PEM): the gateway itself speaks TLS 1.2 and 1.3."),
        server_("tls_key", "file", Words("no TLS"), "The certificate's key (PEM)."),
        server_("trusted_proxies", "list of ranges", value(&list),
            "Servers in front whose `X-Forwarded-For` contains the client's address. From others the header is ignored."),
        server_("metrics_from", "list of ranges", value(&format!("[{nets}]")),
            "Clients that may read `/metrics`; others get a 404."),
        server_("log", logs, log(server.log),
            "Which proxied requests get a JSON line on stderr. `--verbose` means all."),
        server_("log_users", flag, value(&server.log_users),
            "A cloud's refusal of a password is logged with the client's address and the cloud, unless `log` is off. This adds the \
             user name as typed."),
        server_("log_site", logs, log(server.log_site),
            "Which other requests are logged: for files of the site, `/config.json`, `/healthz` and `/metrics`, and requests with a \
             foreign host name. Failures are 5xx."),
        server_("hsts_days", "days", value(&server.hsts),
            "With `tls_cert`: how long browsers use only TLS, on every port of this host name (`Strict-Transport-Security`); 0: no \
             header."),
        server_("max_connections", "number", value(&server.max_connections),
            "Open connections, and concurrent requests that share one (HTTP/2); more wait. Each may take half a megabyte: see the \
             sum in docs/security.md."),
        server_("max_connections_per_client", "number", value(&server.max_connections_per_client),
            "Of these, from one client address (IPv6: one /64); more are closed at once. Servers in `trusted_proxies` are not \
             counted."),
        server_("max_headers", "number", value(&server.max_headers), "Header lines of a request; more get a 431."),
        server_("max_header_bytes", "bytes", value(&server.max_header_bytes),
            "Request line and headers together; more gets a 431. Of the default, 12 KiB are for session cookies, of which a browser can \
             have 20, and 17 KiB for the cookies about them in a request for `/sessions`; other values are divided in proportion."),
        server_("header_timeout_s", "seconds", seconds(server.header_timeout),
            "For receiving a request's headers; also how long an idle connection stays open."),
        server_("send_timeout_s", "seconds", seconds(server.send_timeout),
            "How long a client may take no data of a response before its connection is cut. Linux accepts more data only after a third \
             of its buffer (some 43 KiB) was taken, so slower clients are cut, too."),
        server_("shutdown_s", "seconds", seconds(server.shutdown),
            "How long running requests may take after SIGTERM or Ctrl-C. A second signal ends them at once."),

        proxy_("connect_timeout_s", "seconds", seconds(proxy.connect_timeout),
            "For connecting to a cloud: name resolution, TCP and TLS."),
        proxy_("read_timeout_s", "seconds", seconds(proxy.read_timeout),
            "For the beginning of a cloud's response, and between two pieces of it."),
        proxy_("total_timeout_s", "seconds", seconds(proxy.total_timeout), "For a request and its complete response."),
        proxy_("max_path_bytes", "bytes", value(&proxy.max_path_bytes), "Path and query; more gets a 414."),
        proxy_("max_body_bytes", "bytes", value(&proxy.max_body_bytes), "A request's body; more gets a 413."),
        proxy_("max_concurrent", "number", value(&proxy.max_concurrent),
            "Concurrent requests; more get a 429 with `Retry-After`."),
        proxy_("max_concurrent_per_client", "number", value(&proxy.max_concurrent_per_client),
            "Of these, from one client address (IPv6: one /64)."),
        proxy_("max_sign_in_failures", "number", value(&proxy.max_sign_in_failures),
            "Sign-ins of one client that clouds refuse per minute; then it gets a 429. Each process counts for itself."),
        proxy_("private", "list of ranges", value(&list),
            "Private, link-local and loopback addresses that a name in `hosts` may resolve to; others are refused. An IP address in \
             `hosts` needs no entry here."),
        proxy_("ca_file", "file", Words("the usual authorities"),
            "CA certificates (PEM) to trust in addition. TLS is always verified."),

        session_("enabled", flag, value(&session.enabled),
            "Tokens stay in a sealed cookie that scripts cannot read. Otherwise the page holds them in memory."),
        session_("key_file", "file", Words("a key generated at start"),
            "Keys of 64 hexadecimal digits (`openssl rand -hex 32`), one per line; the first seals, all of them open. Or in the \
             environment: `MARU_SESSION_KEYS`. Several replicas need the same keys; a generated key ends with the process."),
        session_("idle_m", "minutes", value(&idle_m), "A session without activity for this long is locked; 0: never."),
        session_("longest_h", "hours", value(&(session.longest.as_secs() / 3600)), "Maximum length of a session."),

        key("[page]", "read_timeout_s", "seconds", seconds(page.read_timeout), "Timeout of the page's reads."),
        key("[page]", "write_timeout_s", "seconds", seconds(page.write_timeout),
            "Timeout of its writes. Keep it below `read_timeout_s` of [proxy]."),

        key("[cors]", "origins", "list of addresses", value(&list),
            "Other sites that may use this gateway, e.g. Maru on a static host."),
    ]
}

/// The text above the tables.
const HEAD: &str = "\
# The gateway's configuration

Generated from the table in `crates/gateway/src/config/keys.rs`; to update it:
`MARU_BLESS=1 cargo test -p maru-gateway --test it reference`. `crates/gateway/gateway.example.toml` is an example. Unknown keys are
errors, and errors name line and key. The gateway reads the file when it starts, and again at SIGHUP.
";

/// The exact content of `docs/gateway.md`.
pub fn markdown() -> String {
    let mut page = HEAD.to_owned();
    for (table, about) in TABLES {
        page.push_str(&format!(
            "\n## `{table}`\n\n{about}\n\n| key | value | default | meaning |\n|---|---|---|---|\n"
        ));
        for Key { name, kind, default, what, .. } in all().iter().filter(|key| key.table == table) {
            let default = match default {
                Default::Required => "required".to_owned(),
                Default::Words(words) => (*words).to_owned(),
                Default::Value(value) => format!("`{value}`"),
            };
            page.push_str(&format!("| `{name}` | {kind} | {default} | {what} |\n"));
        }
    }
    page
}
