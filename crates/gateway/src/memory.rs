//! Computes the most memory that the gateway can use from its own limits. A container or unit that exceeds its memory
//! limit is killed, and strangers must not be able to cause that. `docs/security.md` contains the sum, and a test
//! compares it with the limits in `deploy/`.

use crate::config::Config;
use crate::proxy::{self, CLOUD_BUFFER, CLOUD_RECEIVE, CLOUD_SEND};
use crate::serve::{STREAM_SEND, SYSTEM_RECEIVE, SYSTEM_SEND, TLS_SEND, WINDOW};
use crate::{log, session, site, site_log};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// The program, its threads, CA certificates, an empty allocator: a generous estimate. docs/performance.md has the
/// memory under load.
const BASE: u64 = 48 * MIB;

/// What a connection or request needs besides its buffers: tasks, timers, header maps.
const BOOKKEEPING: u64 = 16 * KIB;

/// The TLS library buffers received bytes: a record, or a handshake message.
const TLS_RECEIVE: u64 = 64 * KIB;

/// The TLS library's own limit on bytes waiting to be encrypted for a cloud.
const TLS_TO_CLOUD: u64 = 64 * KIB;

/// An idle connection to a cloud.
const IDLE_CLOUD: u64 = 96 * KIB;

/// One remembered client or ended session, including the map's spare capacity.
const REMEMBERED: u64 = 112;

/// A log line without its path.
const LINE: u64 = KIB;

/// One kind of memory use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// What it is.
    pub what: &'static str,
    /// The maximum number.
    pub count: u64,
    /// Bytes of the program's memory for each.
    pub own: u64,
    /// Bytes of kernel memory for each, which count if a container or unit has a memory limit.
    pub system: u64,
}

/// Everything that strangers can make the gateway allocate.
pub fn parts(config: &Config) -> Vec<Part> {
    let (server, limits) = (&config.server, &config.proxy);
    let header = bytes(server.max_header_bytes);
    let part = |what, count: usize, own, system| Part { what, count: bytes(count), own, system };
    // The first request of an HTTP/2 connection is included; each further one takes a place of its own.
    let connection = 2 * header
        + u64::from(WINDOW)
        + bytes(STREAM_SEND)
        + 2 * bytes(site::CHUNK)
        + TLS_RECEIVE
        + bytes(TLS_SEND)
        + BOOKKEEPING;
    let passed_on = header
        + 4 * bytes(CLOUD_BUFFER)
        + bytes(proxy::WHOLE)
        + bytes(proxy::MAX_SIGN_IN)
        + TLS_TO_CLOUD
        + TLS_RECEIVE
        + BOOKKEEPING;
    let line = LINE + 2 * bytes(limits.max_path_bytes.max(site_log::LOGGED_PATH));
    let remembered = proxy::MOST_CLIENTS + session::MOST_ENDED;
    let hosts = config.allow.origins().count();
    vec![
        part("the program", 1, BASE, 0),
        part(
            "connections, and concurrent requests that share one (`max_connections`)",
            server.max_connections,
            connection,
            doubled(SYSTEM_SEND) + doubled(SYSTEM_RECEIVE),
        ),
        part(
            "requests forwarded to clouds (`max_concurrent`)",
            limits.max_concurrent,
            passed_on,
            doubled(CLOUD_SEND) + doubled(CLOUD_RECEIVE),
        ),
        part("idle connections to clouds", hosts * proxy::idle_per_host(limits), IDLE_CLOUD, 0),
        // The bytes, and the same again as text without the token.
        part(
            "responses with a token, while they are read",
            proxy::issued_at_once(config),
            2 * bytes(session::MAX_TOKEN_ANSWER),
            0,
        ),
        part("remembered clients and ended sessions", remembered, REMEMBERED, 0),
        part("queued log lines", log::WAITING_LINES, line, 0),
    ]
}

/// The sum, with an eighth more for what is allocated, because allocation sizes are rounded up.
pub fn worst_case(config: &Config) -> u64 {
    let sum = |of: fn(&Part) -> u64| parts(config).iter().map(|part| part.count * of(part)).sum::<u64>();
    let own = sum(|part| part.own);
    own + own / 8 + sum(|part| part.system)
}

/// The lists in `docs/security.md`: one for each configuration, with its title.
pub fn markdown(configs: &[(&str, &Config)]) -> String {
    let mut text = String::new();
    for (name, config) in configs {
        text.push_str(&format!("\n{name}:\n\n"));
        for Part { what, count, own, system } in parts(config) {
            let all = (count * (own + system)).div_ceil(MIB);
            let of_it = if system > 0 { format!(", {} of it the kernel's", size(system)) } else { String::new() };
            text.push_str(&format!("* {what}: {count} × {}{of_it} = {all} MiB\n", size(own + system)));
        }
        let sum = worst_case(config).div_ceil(MIB);
        text.push_str(&format!("* **total, with an eighth more for the part that is not the kernel's: {sum} MiB**\n"));
    }
    text
}

fn bytes(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn size(bytes: u64) -> String {
    if bytes < KIB { format!("{bytes} B") } else { format!("{} KiB", bytes.div_ceil(KIB)) }
}

/// Linux doubles a configured socket buffer for its own bookkeeping.
fn doubled(buffer: u32) -> u64 {
    2 * u64::from(buffer)
}
