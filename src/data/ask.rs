//! From what `sync` or an intent wants to a request on its way, and back to a typed answer.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::calls::network::NetworkDialect;
use cloud::calls::servers;
use cloud::catalog::Service;
use cloud::config::{CloudConfig, RuleSet};
use cloud::exchange::{Call, Method, Reply, Request};
use cloud::wire::{Page, Row};
use cloud::{Failure, FailureKind, ServerId};
use sync::{Answer, Ask, Key, Value};

use super::app_config;
use super::late::Waiting;
use super::odd::ODD;
use super::raw;
use super::session::{self, Session};
use crate::browser::abort::Abort;
use crate::http;

/// Makes an [`Answer`] of a reply; a box, so that all calls share one piece of generated code.
type Read = Box<dyn FnOnce(&Reply) -> Result<Answer, Failure>>;

/// A request and what makes an [`Answer`] of its reply.
pub struct Prepared {
    request: Request,
    read: Read,
    otherwise: Option<Box<Prepared>>,
}

/// What is wanted of something that is no instance.
pub struct Want<'a> {
    /// What.
    pub key: &'a Key,
    /// The pages that have come, where another one follows.
    pub so_far: Option<&'a Value>,
    /// How often the rows of a page are to be halved.
    pub halvings: u32,
    /// How many rows there were the last time.
    pub rows: usize,
    /// The words to ask the network service in.
    pub dialect: NetworkDialect,
}

impl Want<'_> {
    /// Rows of a page: `usual`, or as many as bring all in one request.
    pub fn page_rows(&self, usual: u32) -> u32 {
        let all = u32::try_from(self.rows).unwrap_or(u32::MAX) / ROWS_STEP + 1;
        usual.max(all.saturating_mul(ROWS_STEP)).min(ROWS_MAX) >> self.halvings
    }
}

/// Some room for new rows, and no other request for each of them.
const ROWS_STEP: u32 = 100;

/// What services give at the most.
const ROWS_MAX: u32 = 1000;

/// Asks for it. The network service is asked in the words it last understood, and in the others when it does not.
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

/// Sends a request with the session's token to the session's endpoint. A 401 that comes back means that the session is
/// over; where a service refuses a session that goes on, that is the failure.
pub async fn exchange(session: &Session, request: &Request, abort: Option<&Abort>) -> Result<Reply, Failure> {
    let reply = unjudged(session, request, abort).await?;
    if reply.status != 401 {
        return Ok(reply);
    }
    // Only of a session that is in use it is worth asking.
    let present = session::of(&session.scope).filter(|present| std::ptr::eq(&**present, session));
    let (Some(session), Some(odd)) = (present, ODD.get().await) else { return Ok(reply) };
    match (odd.not_accepted)(session, request.clone(), reply.clone()).await {
        Some(failure) => Err(failure),
        None => Ok(reply),
    }
}

/// As [`exchange`], whatever a 401 means.
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

/// The version to append to an endpoint that names none; the usual one where it cannot be found out.
pub async fn version(cloud: &CloudConfig, service: Service, url: &str) -> String {
    match ODD.get().await {
        Some(odd) => (odd.version)(cloud.clone(), service, url.to_owned()).await,
        None => cloud::versions::usual(service).to_owned(),
    }
}

/// Sends a request without a token to an address of a cloud.
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
        session::note_refusal(&reply);
    }
    Ok(reply)
}

/// Why nothing was sent at all.
pub fn unsent(kind: FailureKind) -> Failure {
    Failure::no_reply(&Request::get(Service::Compute, String::new()), kind, String::new())
}

/// What the cloud answered, read and as it came.
pub struct Answered {
    /// What it means.
    pub answer: Answer,
    /// The path that was asked.
    pub path: String,
    /// As it came.
    pub reply: Reply,
}

async fn run(session: &Session, prepared: Option<Prepared>, abort: &Abort) -> Result<Answered, Failure> {
    // Whoever wants something has offered the way to it before.
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

/// How it would be asked now.
pub fn prepare_for(session: &Session, key: &Key, ask: &Ask) -> Option<Prepared> {
    prepare(key, ask, dialect_of(session))
}

/// Instances are asked for here, all else by whoever shows it ([`offer`]).
fn prepare(key: &Key, ask: &Ask, dialect: NetworkDialect) -> Option<Prepared> {
    match ask {
        Ask::Servers(query) => Some(Prepared::new(servers::list(query), Answer::Servers)),
        Ask::Server(id) => Some(one_server(id.clone())),
        Ask::Value { so_far, halvings, rows } => {
            let want = Want { key, so_far: so_far.as_ref(), halvings: *halvings, rows: *rows, dialect };
            OFFERED.with_borrow(|offered| offered.iter().find_map(|prepare| prepare(&want)))
        }
    }
}

/// Prepares what it knows.
pub type Prepare = fn(&Want<'_>) -> Option<Prepared>;

thread_local! {
    static OFFERED: RefCell<Vec<Prepare>> = const { RefCell::new(Vec::new()) };
}

/// Takes on how something is asked and read. Its code is then only where the pages are that show it.
pub fn offer(prepare: Prepare) {
    OFFERED.with_borrow_mut(|offered| {
        if !offered.iter().any(|known| std::ptr::fn_addr_eq(*known, prepare)) {
            offered.push(prepare);
        }
    });
}

impl Prepared {
    /// A call, and what its answer is.
    pub fn new<T: 'static>(call: Call<T>, wrap: impl FnOnce(T) -> Answer + 'static) -> Self {
        let request = call.request.clone();
        Self { request, read: Box::new(move |reply| call.finish(reply).map(wrap)), otherwise: None }
    }

    /// Reads an answer that somebody else was given; `None`: it makes no sense.
    pub fn read(self, reply: &Reply) -> Option<Answer> {
        (self.read)(reply).ok()
    }

    /// The one of its ways that asks this path.
    pub fn by_path(self, path: &str) -> Option<Self> {
        if self.request.path == path { Some(self) } else { self.otherwise?.by_path(path) }
    }

    /// What is asked where the cloud does not know the first.
    pub fn or(self, otherwise: Self) -> Self {
        Self { otherwise: Some(Box::new(otherwise)), ..self }
    }

    /// A list that the cloud may cut into pages: its first one, or the one that the last one's link leads to.
    /// `moves`: a row that is about to change.
    pub fn list<T: ListRow>(call: Call<Page<T>>, so_far: Option<&Value>, moves: fn(&T) -> bool) -> Self {
        let before: Arc<[T]> = so_far.and_then(Value::get).unwrap_or_default();
        let call = match so_far.and_then(Value::next) {
            Some(next) => call.from_page(next, &before),
            None => call,
        };
        Self::page(call, before, moves)
    }

    /// One page of a list, after the rows that have come before.
    pub fn page<T: ListRow>(call: Call<Page<T>>, before: Arc<[T]>, moves: fn(&T) -> bool) -> Self {
        Self::new(call, move |page| {
            let next = page.next.clone();
            let all = page.after(&before);
            let moving = all.iter().any(moves);
            Answer::Value { more: next.is_some(), value: Value::pages(all, next), moving }
        })
    }
}

/// What a list's rows can do.
pub trait ListRow: Row + Clone + PartialEq + Send + Sync + 'static {}

impl<T: Row + Clone + PartialEq + Send + Sync + 'static> ListRow for T {}

/// Keeps the body beside: the page shows it as it came.
fn one_server(id: ServerId) -> Prepared {
    let call = servers::get(&id);
    let request = call.request.clone();
    let read = move |reply: &Reply| {
        let server = call.finish(reply)?;
        raw::keep(&id, &reply.body);
        Ok(Answer::Server(Box::new(server)))
    };
    Prepared { request, read: Box::new(read), otherwise: None }
}

thread_local! {
    /// The words the network service of a cloud understood, when they are not those expected of its rule set.
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

/// A network service answers 404 to words it does not know, and 403 where a gateway before it lets only known ones in.
fn unknown_words(failure: &Failure) -> bool {
    matches!(failure.kind, FailureKind::NotFound | FailureKind::Forbidden)
}
