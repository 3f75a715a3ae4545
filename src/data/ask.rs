//! Turns what `sync` or an intent wants into a request, and its reply into a typed answer.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::calls::network::NetworkDialect;
use cloud::calls::servers;
use cloud::catalog::Service;
use cloud::config::{CloudConfig, RuleSet};
use cloud::exchange::{Call, Method, Reply, Request};
use cloud::wire::{Page, Row};
use cloud::{Failure, FailureKind, ServerId};
use sync::{Answer, Ask, Key, Scope, Value};

use super::app_config;
use super::late::Waiting;
use super::odd::ODD;
use super::raw;
use super::session::{self, Session};
use crate::browser::requests::Abort;
use crate::http;

/// Turns a reply into an [`Answer`]; boxed, so that all calls share the compiled code.
type Read = Box<dyn FnOnce(&Reply) -> Result<Answer, Failure>>;

/// A request, and how its reply becomes an [`Answer`].
pub struct Prepared {
    request: Request,
    read: Read,
    otherwise: Option<Box<Prepared>>,
}

/// A resource to read that is not an instance.
pub struct Want<'a> {
    /// Its key.
    pub key: &'a Key,
    /// The pages read so far, when the next one is wanted.
    pub so_far: Option<&'a Value>,
    /// How often the page size is to be halved.
    pub halvings: u32,
    /// How many rows the list had last time.
    pub rows: usize,
    /// Which paths of the network service to use.
    pub dialect: NetworkDialect,
}

impl Want<'_> {
    /// The page size: `usual`, or enough for all rows in one request.
    pub fn page_rows(&self, usual: u32) -> u32 {
        let all = u32::try_from(self.rows).unwrap_or(u32::MAX) / ROWS_STEP + 1;
        usual.max(all.saturating_mul(ROWS_STEP)).min(ROWS_MAX) >> self.halvings
    }
}

/// Leaves room for new rows, so that each does not cause a second request.
const ROWS_STEP: u32 = 100;

/// The largest page that services return.
const ROWS_MAX: u32 = 1000;

/// Sends the request for a key. For networks and subnets the paths that last worked are used, and the others if those fail.
pub async fn ask(session: &Session, key: &Key, ask: &Ask, abort: &Abort) -> Result<Answered, Failure> {
    let dialect = dialect_of(session);
    let first = run(session, prepare(key, ask, dialect), abort).await;
    let speaks_of_networks = matches!(key, Key::Networks(_) | Key::Subnets(_));
    match first {
        Err(failure) if speaks_of_networks && unknown_words(&failure) => {
            let other = other_dialect(dialect);
            let second = run(session, prepare(key, ask, other), abort).await;
            if second.is_ok() {
                LEARNED.set(Some((session.cloud.id.clone(), other)));
            }
            second
        }
        answer => answer,
    }
}

/// Sends a request with the session's token to the session's endpoint. A 401 in the result means that the session is over;
/// if only this service refuses the token, the result is a failure.
pub async fn exchange(session: &Session, request: &Request, abort: Option<&Abort>) -> Result<Reply, Failure> {
    let reply = unjudged(session, request, abort).await?;
    if reply.status != 401 {
        return Ok(reply);
    }
    // Only worth finding out for a session that is still in use.
    let present = session::of(&session.scope).filter(|present| std::ptr::eq(&**present, session));
    let (Some(session), Some(odd)) = (present, ODD.get().await) else { return Ok(reply) };
    match (odd.not_accepted)(session, request.clone(), reply.clone()).await {
        Some(failure) => Err(failure),
        None => Ok(reply),
    }
}

/// [`exchange`] without finding out what a 401 means.
pub async fn unjudged(session: &Session, request: &Request, abort: Option<&Abort>) -> Result<Reply, Failure> {
    let Some(base) = session.endpoints.base(request.service) else {
        let elsewhere = session.catalog.elsewhere(request.service);
        let regions = elsewhere.iter().map(|region| region.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Failure::no_reply(request, FailureKind::NoService(request.service), regions));
    };
    let headers = [("X-Auth-Token", session.token.as_str())];
    to(&session.cloud, base, request, &headers, abort).await
}

/// Sends a request to a cloud's identity service.
pub async fn identity(cloud: &CloudConfig, request: &Request, headers: &http::Headers<'_>) -> Result<Reply, Failure> {
    to(cloud, &cloud.identity, request, headers, None).await
}

/// The version to append to an endpoint that contains none; the usual one if it cannot be found out.
pub async fn version(cloud: &CloudConfig, service: Service, url: &str) -> String {
    match ODD.get().await {
        Some(odd) => (odd.version)(cloud.clone(), service, url.to_owned()).await,
        None => cloud::versions::usual(service).to_owned(),
    }
}

/// Sends a request without a token to a URL of a cloud.
pub async fn root(cloud: &CloudConfig, url: &str, request: &Request) -> Result<Reply, Failure> {
    to(cloud, url, request, &[], None).await
}

async fn to(
    cloud: &CloudConfig,
    base: &str,
    request: &Request,
    headers: &http::Headers<'_>,
    abort: Option<&Abort>,
) -> Result<Reply, Failure> {
    let config = app_config::present().unwrap_or_default();
    let url = cloud::address::address(base, &request.path, config.proxy_of(cloud))
        .map_err(|bad| Failure::no_address(request, bad))?;
    let patience = if request.method == Method::Get { config.read_timeout_ms() } else { config.write_timeout_ms() };
    let waiting = Waiting::begin();
    let reply = http::send(request, &url, headers, config.keeps_tokens_of(cloud), patience, abort).await?;
    drop(waiting);
    if reply.status == 401 {
        let token = headers.iter().find(|(name, _)| *name == "X-Auth-Token");
        token.into_iter().for_each(|(_, token)| session::note_refusal(token, &reply));
    }
    Ok(reply)
}

/// The failure of a request that was not sent.
pub fn unsent(kind: FailureKind) -> Failure {
    Failure::no_reply(&Request::get(Service::Compute, String::new()), kind, String::new())
}

/// A cloud's answer, decoded and as it was received.
pub struct Answered {
    /// The decoded answer.
    pub answer: Answer,
    /// The path of the request.
    pub path: String,
    /// The reply as received.
    pub reply: Reply,
}

async fn run(session: &Session, prepared: Option<Prepared>, abort: &Abort) -> Result<Answered, Failure> {
    // Every function that reads a resource has called [`offer`] before.
    let Some(mut prepared) = prepared else {
        return Err(unsent(FailureKind::Other));
    };
    loop {
        let reply = exchange(session, &prepared.request, Some(abort)).await;
        let answer = reply.and_then(|reply| Ok(((prepared.read)(&reply)?, reply)));
        match (answer, prepared.otherwise) {
            (Err(failure), Some(otherwise)) if failure.kind == FailureKind::NotFound => prepared = *otherwise,
            (answer, _) => {
                return answer.map(|(answer, reply)| Answered { answer, path: prepared.request.path, reply });
            }
        }
    }
}

/// The request for a key as it would be sent now.
pub fn prepare_for(session: &Session, key: &Key, ask: &Ask) -> Option<Prepared> {
    prepare(key, ask, dialect_of(session))
}

/// Instances are requested here, everything else by the function that reads it ([`offer`]).
fn prepare(key: &Key, ask: &Ask, dialect: NetworkDialect) -> Option<Prepared> {
    match ask {
        Ask::Servers(query) => Some(Prepared::new(servers::list(query), Answer::Servers)),
        Ask::Server(id) => Some(one_server(key.scope().clone(), id.clone())),
        Ask::Value { so_far, halvings, rows } => {
            let want = Want { key, so_far: so_far.as_ref(), halvings: *halvings, rows: *rows, dialect };
            OFFERED.with_borrow(|offered| offered.iter().find_map(|prepare| prepare(&want)))
        }
    }
}

/// Prepares the request for the keys it is responsible for.
pub type Prepare = fn(&Want<'_>) -> Option<Prepared>;

thread_local! {
    static OFFERED: RefCell<Vec<Prepare>> = const { RefCell::new(Vec::new()) };
}

/// Registers how a resource is requested and decoded. Its code is then only in the parts whose pages show it.
pub fn offer(prepare: Prepare) {
    OFFERED.with_borrow_mut(|offered| {
        if !offered.iter().any(|known| std::ptr::fn_addr_eq(*known, prepare)) {
            offered.push(prepare);
        }
    });
}

impl Prepared {
    /// A call, and how its result becomes an answer.
    pub fn new<T: 'static>(call: Call<T>, wrap: impl FnOnce(T) -> Answer + 'static) -> Self {
        let request = call.request.clone();
        Self { request, read: Box::new(move |reply| call.finish(reply).map(wrap)), otherwise: None }
    }

    /// Decodes a reply that another tab received; `None` if that fails.
    pub fn read(self, reply: &Reply) -> Option<Answer> {
        (self.read)(reply).ok()
    }

    /// The request with this path: this one, or one of its alternatives.
    pub fn by_path(self, path: &str) -> Option<Self> {
        if self.request.path == path { Some(self) } else { self.otherwise?.by_path(path) }
    }

    /// Adds the request to send if the cloud answers 404 to this one.
    pub fn or(self, otherwise: Self) -> Self {
        Self { otherwise: Some(Box::new(otherwise)), ..self }
    }

    /// A list that the cloud may split into pages: its first page, or the one that the last page links to. `moves` returns
    /// whether a row is about to change.
    pub fn list<T: ListRow>(call: Call<Page<T>>, so_far: Option<&Value>, moves: fn(&T) -> bool) -> Self {
        let before: Arc<[T]> = so_far.and_then(Value::get).unwrap_or_default();
        let call = match so_far.and_then(Value::next) {
            Some(next) => call.from_page(next, &before),
            None => call,
        };
        Self::page(call, before, moves)
    }

    /// One page of a list, appended to the rows before it.
    pub fn page<T: ListRow>(call: Call<Page<T>>, before: Arc<[T]>, moves: fn(&T) -> bool) -> Self {
        Self::new(call, move |page| {
            let next = page.next.clone();
            let all = page.after(&before);
            let moving = all.iter().any(moves);
            Answer::Value { more: next.is_some(), value: Value::pages(all, next), moving }
        })
    }
}

/// What the rows of a list must implement.
pub trait ListRow: Row + Clone + PartialEq + Send + Sync + 'static {}

impl<T: Row + Clone + PartialEq + Send + Sync + 'static> ListRow for T {}

/// Also stores the body, for the raw JSON.
fn one_server(scope: Scope, id: ServerId) -> Prepared {
    let call = servers::get(&id);
    let request = call.request.clone();
    let read = move |reply: &Reply| {
        let server = call.finish(reply)?;
        raw::keep(&scope, &id, &reply.body);
        Ok(Answer::Server(Box::new(server)))
    };
    Prepared { request, read: Box::new(read), otherwise: None }
}

thread_local! {
    /// The cloud whose network service uses other paths than its rule set suggests, and which.
    static LEARNED: RefCell<Option<(String, NetworkDialect)>> = const { RefCell::new(None) };
}

fn dialect_of(session: &Session) -> NetworkDialect {
    let learned = LEARNED.with_borrow(|learned| {
        learned.as_ref().filter(|(cloud, _)| *cloud == session.cloud.id).map(|(_, dialect)| *dialect)
    });
    learned.unwrap_or(match session.cloud.rules {
        RuleSet::Nhn => NetworkDialect::Nhn,
        RuleSet::OpenStack => NetworkDialect::Neutron,
    })
}

fn other_dialect(dialect: NetworkDialect) -> NetworkDialect {
    match dialect {
        NetworkDialect::Nhn => NetworkDialect::Neutron,
        NetworkDialect::Neutron => NetworkDialect::Nhn,
    }
}

/// A network service answers 404 to paths it does not know; a proxy in front of it may answer 403.
fn unknown_words(failure: &Failure) -> bool {
    matches!(failure.kind, FailureKind::NotFound | FailureKind::Forbidden)
}
