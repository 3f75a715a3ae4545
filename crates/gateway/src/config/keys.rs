//! Every key of `gateway.toml`: what it is, what holds when it is left out, what it is for. The reference
//! `docs/gateway.md` is made of this table, and a test compares the table with what the reader takes.

use super::{Config, Log};

/// One key.
pub struct Key {
    /// The table it stands in, as typed: `[[cloud]]`, `[proxy]`.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What may be written.
    pub kind: &'static str,
    /// What holds when it is left out, as it would be typed; in words when it cannot be typed.
    pub default: Otherwise,
    /// What it is for.
    pub what: &'static str,
}

/// What holds when a key is left out.
pub enum Otherwise {
    /// It must be there.
    Required,
    /// In words.
    Words(&'static str),
    /// A value.
    Value(String),
}

/// The tables, with what each is about.
pub const TABLES: [(&str, &str); 6] = [
    ("[[cloud]]", "One for each cloud, in the order to offer them."),
    ("[server]", "How the gateway listens."),
    ("[proxy]", "What the proxy lets through to the clouds, and how long it waits."),
    ("[session]", "How the gateway keeps tokens for its pages, so that no script ever has one (docs/decisions/0004)."),
    ("[page]", "What the page is told, in `/config.json`."),
    ("[cors]", "Pages that other servers serve."),
];

fn required(table: &'static str, name: &'static str, kind: &'static str, what: &'static str) -> Key {
    Key { table, name, kind, default: Otherwise::Required, what }
}

fn words(table: &'static str, name: &'static str, kind: &'static str, other: &'static str, what: &'static str) -> Key {
    Key { table, name, kind, default: Otherwise::Words(other), what }
}

fn value(table: &'static str, name: &'static str, kind: &'static str, value: impl ToString, what: &'static str) -> Key {
    Key { table, name, kind, default: Otherwise::Value(value.to_string()), what }
}

/// All of them, table by table.
pub fn all() -> Vec<Key> {
    let Config { server, proxy, session, page, .. } = Config::empty();
    clouds()
        .into_iter()
        .chain(of_server(&server))
        .chain(of_proxy(&proxy))
        .chain(of_session(&session))
        .chain(of_page(&page))
        .chain(of_cors())
        .collect()
}

fn clouds() -> [Key; 8] {
    let table = "[[cloud]]";
    [
        required(
            table,
            "id",
            "a-z, 0-9, `-`",
            "Stands in addresses and storage keys; keep it once people have bookmarks.",
        ),
        required(table, "name", "text", "What people call the cloud."),
        required(table, "identity", "address", "Identity with its version, e.g. `https://cloud.example:5000/v3`."),
        value(
            table,
            "regions",
            "list of texts",
            "[]",
            "Regions in the order to offer them; empty: as the catalog has them.",
        ),
        value(
            table,
            "rules",
            "`\"nhn\"`, `\"openstack\"`",
            "\"nhn\"",
            "Whose limits apply: those of NHN Cloud's guide, or only what the cloud itself says.",
        ),
        words(table, "max_root_disk_gb", "GB", "as the rules say", "When the provider has raised your limit."),
        value(
            table,
            "direct",
            "true, false",
            false,
            "The cloud sends CORS headers for this site: the page talks to it without the proxy.",
        ),
        value(
            table,
            "hosts",
            "list of addresses",
            "[]",
            "The services: scheme, host and port, each matched exactly, and optionally the path below which it may be \
             asked. The proxy connects to these and to identity's host, and to no other. Identity's host is listed with \
             all its paths, unless an entry here names a path of it: then each path must be listed.",
        ),
    ]
}

fn of_server(server: &super::Server) -> [Key; 16] {
    let table = "[server]";
    let log = |log: Log| match log {
        Log::All => "\"all\"",
        Log::Failures => "\"failures\"",
        Log::Off => "\"off\"",
    };
    let nets: Vec<_> = server.metrics_from.iter().map(|net| format!("\"{net}\"")).collect();
    [
        words(
            table,
            "public",
            "address, or list of them",
            "IP addresses and `localhost`",
            "The site's own origins as browsers see them, e.g. `https://console.example`. Nothing is served by another name \
             in `Host`, but for `/healthz` and `/metrics` by IP address, and all of it by `localhost` from the same machine.",
        ),
        words(
            table,
            "tls_cert",
            "file",
            "no TLS",
            "Certificate chain (PEM): the gateway itself speaks TLS 1.2 and 1.3.",
        ),
        words(table, "tls_key", "file", "no TLS", "The certificate's key (PEM)."),
        value(
            table,
            "trusted_proxies",
            "list of ranges",
            "[]",
            "Servers in front whose `X-Forwarded-For` tells who the client is. From others the header is ignored.",
        ),
        value(
            table,
            "metrics_from",
            "list of ranges",
            format!("[{}]", nets.join(", ")),
            "Clients that may read `/metrics`; others get a 404.",
        ),
        value(
            table,
            "log",
            "`\"all\"`, `\"failures\"`, `\"off\"`",
            log(server.log),
            "Which proxied requests get a JSON line on stderr. `--verbose` means all.",
        ),
        value(
            table,
            "log_users",
            "true, false",
            server.log_users,
            "A cloud's refusal of a password leaves a line with the client's address and the cloud, unless `log` is off. This adds \
             the user's name, as it was typed.",
        ),
        value(
            table,
            "log_site",
            "`\"all\"`, `\"failures\"`, `\"off\"`",
            log(server.log_site),
            "Which other requests get one: for files of the site, `/config.json`, `/healthz` and `/metrics`, and what asks by a name that is not the site's. Failures are 5xx.",
        ),
        value(
            table,
            "hsts_days",
            "days",
            server.hsts,
            "With `tls_cert`: how long browsers come over TLS only, to any port of this host name \
             (`Strict-Transport-Security`); 0: they are not told.",
        ),
        value(
            table,
            "max_connections",
            "number",
            server.max_connections,
            "Connections at a time, and requests at a time that share one (HTTP/2); more wait. Each may take half a \
             megabyte: docs/security.md has the sum.",
        ),
        value(
            table,
            "max_connections_per_client",
            "number",
            server.max_connections_per_client,
            "Of these, from one client address (IPv6: one /64); more are closed at once. Servers in `trusted_proxies` are \
             not counted.",
        ),
        value(table, "max_headers", "number", server.max_headers, "Header lines of a request; more get a 431."),
        value(
            table,
            "max_header_bytes",
            "bytes",
            server.max_header_bytes,
            "Request line and header together; more gets a 431. Of it, 12 KiB are for the cookies of sessions, of which a browser \
             can have 20, and in a request for `/sessions` 17 KiB for the cookies about them; with another number, the same shares.",
        ),
        value(
            table,
            "header_timeout_s",
            "seconds",
            server.header_timeout.as_secs(),
            "Until a request's header is complete, also how long an idle connection stays open.",
        ),
        value(
            table,
            "send_timeout_s",
            "seconds",
            server.send_timeout.as_secs(),
            "Until a client takes more of an answer; then its connection is cut. Linux has room for more only after a third of its buffer (some 43 KiB) was taken: who is slower than that is cut, too.",
        ),
        value(
            table,
            "shutdown_s",
            "seconds",
            server.shutdown.as_secs(),
            "How long running requests may take after SIGTERM or Ctrl-C. A second one ends them at once.",
        ),
    ]
}

fn of_proxy(proxy: &super::Proxy) -> [Key; 10] {
    let table = "[proxy]";
    [
        value(
            table,
            "connect_timeout_s",
            "seconds",
            proxy.connect_timeout.as_secs(),
            "Until a connection stands: the name looked up, TCP and TLS.",
        ),
        value(
            table,
            "read_timeout_s",
            "seconds",
            proxy.read_timeout.as_secs(),
            "Until a cloud's answer begins, and between two pieces of it.",
        ),
        value(
            table,
            "total_timeout_s",
            "seconds",
            proxy.total_timeout.as_secs(),
            "For a request and all of its answer.",
        ),
        value(table, "max_path_bytes", "bytes", proxy.max_path_bytes, "Path and query; more gets a 414."),
        value(table, "max_body_bytes", "bytes", proxy.max_body_bytes, "A request's body; more gets a 413."),
        value(
            table,
            "max_concurrent",
            "number",
            proxy.max_concurrent,
            "Requests under way at a time; more get a 429 with `Retry-After`.",
        ),
        value(
            table,
            "max_concurrent_per_client",
            "number",
            proxy.max_concurrent_per_client,
            "Of these, from one client address (IPv6: one /64).",
        ),
        value(
            table,
            "max_sign_in_failures",
            "number",
            proxy.max_sign_in_failures,
            "Sign-ins of one client that clouds refuse in a minute; then it gets a 429. Each process counts for itself.",
        ),
        value(
            table,
            "private",
            "list of ranges",
            "[]",
            "Private, link-local and loopback addresses that a name in `hosts` may resolve to. Others are refused. An \
             address that stands in `hosts` itself needs no entry here.",
        ),
        words(
            table,
            "ca_file",
            "file",
            "the well-known authorities",
            "Certificates (PEM) of authorities to trust besides them. TLS is always verified.",
        ),
    ]
}

fn of_session(session: &super::Session) -> [Key; 4] {
    let table = "[session]";
    [
        value(
            table,
            "enabled",
            "true, false",
            session.enabled,
            "Tokens stay in a sealed cookie that scripts cannot read. Without it the page holds them in memory.",
        ),
        words(
            table,
            "key_file",
            "file",
            "a key made up at the start",
            "Keys of 64 hexadecimal digits (`openssl rand -hex 32`), one a line; the first seals, all open. Or in the \
             environment: `MARU_SESSION_KEYS`. Several replicas need the same keys; a made-up key ends with the process.",
        ),
        value(
            table,
            "idle_m",
            "minutes",
            session.idle.map_or(0, |idle| idle.as_secs() / 60),
            "Without anybody at work for this long the session is locked; 0: never.",
        ),
        value(table, "longest_h", "hours", session.longest.as_secs() / 3600, "How long a session lasts at most."),
    ]
}

fn of_page(page: &super::Page) -> [Key; 2] {
    let table = "[page]";
    [
        value(
            table,
            "read_timeout_s",
            "seconds",
            page.read_timeout.as_secs(),
            "Until the page gives up a request that only reads.",
        ),
        value(
            table,
            "write_timeout_s",
            "seconds",
            page.write_timeout.as_secs(),
            "Until it gives up one that changes something. Stay below `read_timeout_s` of [proxy].",
        ),
    ]
}

fn of_cors() -> [Key; 1] {
    let what = "Other sites that may use this gateway, e.g. Maru on a plain static host.";
    [value("[cors]", "origins", "list of addresses", "[]", what)]
}

/// What stands above the tables.
const HEAD: &str = "\
# The gateway's configuration

Written by a test from the table that stands beside the reader (`crates/gateway/src/config/keys.rs`); to renew it:
`MARU_BLESS=1 cargo test -p maru-gateway --test it reference`. A file to start from is
`crates/gateway/gateway.example.toml`. A key that is not listed here is an error, and errors name line and field.
The gateway reads the file when it starts, and again at SIGHUP.
";

/// `docs/gateway.md`, to the last byte.
pub fn markdown() -> String {
    let mut page = HEAD.to_owned();
    for (table, about) in TABLES {
        page.push_str(&format!(
            "\n## `{table}`\n\n{about}\n\n| key | value | if left out | what it is for |\n|---|---|---|---|\n"
        ));
        for Key { name, kind, default, what, .. } in all().iter().filter(|key| key.table == table) {
            let default = match default {
                Otherwise::Required => "must be there".to_owned(),
                Otherwise::Words(words) => (*words).to_owned(),
                Otherwise::Value(value) => format!("`{value}`"),
            };
            page.push_str(&format!("| `{name}` | {kind} | {default} | {what} |\n"));
        }
    }
    page
}
