//! Tabs of the same session share responses: each sends the others what it received, and one of them, the leader, requests
//! everything. A hidden tab does not lead. Without channels or locks every tab requests for itself.

use std::cell::{Cell, RefCell};

use cloud::calls::servers::ServerQuery;
use cloud::exchange::Reply;
use cloud::json::{Json, parse};
use cloud::{Scope, ServerId, TenantId, Timestamp, UserId};
use sync::{Answer, Ask, Event, Heard, Key};

use super::ask::{self, Answered};
use super::driver::step;
use super::session::{self, Session};
use super::store::store;
use crate::browser::leader::{self, Candidate};
use crate::browser::{channel, clock, random, tab};
use crate::parts::{Content, Part, files};

/// The functions of this part, which the first rows do not need.
pub struct Sharing {
    /// Starts sharing in this tab.
    pub start: fn(),
    /// Sends the other tabs the answer to a request that was sent at this time of the monotonic clock, in ms.
    pub tell: fn(&Session, &Key, &Ask, &Answered, f64),
}

/// See [`Sharing`].
pub static SHARING: Part<Sharing> = files::EXTRAS.part();

impl Content for Sharing {
    const CONTENT: Self = Self { start, tell };
}

const WORD: &str = "answer";

/// A tab that does not lead waits this long for the leader's data, plus a random time up to the same: when the leader is
/// closed, the others must not all send requests at once. In ms.
const LAG_MS: u64 = 1_500;

thread_local! {
    static CANDIDATE: RefCell<Option<Candidate>> = const { RefCell::new(None) };
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

fn start() {
    if STARTED.replace(true) {
        return;
    }
    channel::listen(|text| {
        heard(text);
    });
    follow_visibility();
    tab::on_change(follow_visibility);
}

/// A hidden tab sends nothing, so another one leads.
fn follow_visibility() {
    let stands = CANDIDATE.with_borrow(Option::is_some);
    if tab::visible() && !stands {
        let candidate = leader::stand("leader", || step(Event::Lag(0)));
        if candidate.is_some() {
            step(Event::Lag(LAG_MS + random_below(LAG_MS)));
        }
        CANDIDATE.set(candidate);
    } else if !tab::visible() && stands {
        drop(CANDIDATE.take());
    }
}

fn random_below(end: u64) -> u64 {
    let mut bytes = [0; 2];
    if random::fill(&mut bytes) { u64::from(u16::from_le_bytes(bytes)) % end } else { 0 }
}

/// Who reads: policies show one user what they hide from another. `None`, and nothing is shared, if the cloud did not report
/// the user's id: two names, or two pasted tokens without one, cannot be told apart.
fn reader(session: &Session) -> Option<&str> {
    if session.is_held() { Some(&session.token) } else { session.user_id.as_ref().map(UserId::as_str) }
}

fn tell(session: &Session, key: &Key, ask: &Ask, answered: &Answered, asked: f64) {
    let whole = match (ask, key, &answered.answer) {
        (Ask::Servers(_), Key::Servers(_), _) | (Ask::Server(_), Key::Server(..), _) => true,
        (Ask::Value { so_far: None, .. }, _, Answer::Value { more, .. }) => !more,
        _ => false,
    };
    let Some(reader) = reader(session).filter(|_| whole && channel::is_heard()) else { return };
    let Scope { cloud, region, tenant } = key.scope();
    let reply = &answered.reply;
    let mut told = Json::object([
        ("word", WORD.into()),
        ("reader", reader.into()),
        ("cloud", cloud.into()),
        ("region", region.as_str().into()),
        ("tenant", tenant.as_str().into()),
        ("path", (&answered.path).into()),
        ("took", ((clock::monotonic_ms() - asked) as i64).into()),
        ("headers", reply.headers.iter().flat_map(|(name, value)| [name.into(), value.into()]).collect()),
    ]);
    if let (Ask::Servers(query), Key::Servers(_)) = (ask, key) {
        told.put("marker", query.marker.as_ref().map_or("", |id| id.as_str()).into());
        told.put("since", query.changes_since.map_or(-1, |at| at.0).into());
    }
    channel::tell(&[&told.write(), "\n", &reply.body].concat());
}

fn heard(text: &str) -> Option<()> {
    let (told, body) = text.split_once('\n')?;
    let told = parse(told).ok().filter(|told| told.get("word").is(WORD))?;
    let (region, tenant) = (told.get("region").into(), TenantId::from(told.get("tenant")));
    let scope = Scope { cloud: told.get("cloud").text(), region, tenant };
    let session =
        session::of(&scope).filter(|session| reader(session).is_some_and(|reader| told.get("reader").is(reader)))?;
    let mut headers = told.get("headers").rows().iter().map(Json::text);
    let mut pairs = Vec::new();
    while let (Some(name), Some(value)) = (headers.next(), headers.next()) {
        pairs.push((name, value));
    }
    let reply = Reply { status: 200, headers: pairs, body: body.to_owned() };
    let ago = u64::try_from(told.get("took").int()?).unwrap_or(0);
    if let Some(since) = told.get("since").int() {
        let marker = told.get("marker").filled().map(ServerId);
        let changes_since = (since >= 0).then_some(Timestamp(since));
        let query = ServerQuery { changes_since, marker, ..ServerQuery::default() };
        let key = Key::Servers(scope);
        let answer = ask::prepare_for(&session, &key, &Ask::Servers(query.clone()))?.read(&reply)?;
        step(Event::Heard(Box::new(Heard { key, query: Some(query), ago, answer })));
        return Some(());
    }
    let path = told.get("path").text();
    for key in store().keys_in_use(&scope) {
        let prepared = ask::prepare_for(&session, &key, &alone(&key));
        if let Some(answer) =
            prepared.and_then(|prepared| prepared.by_path(&path)).and_then(|prepared| prepared.read(&reply))
        {
            step(Event::Heard(Box::new(Heard { key, query: None, ago, answer })));
        }
    }
    Some(())
}

/// The request that reads all of it at once.
fn alone(key: &Key) -> Ask {
    match key {
        Key::Server(_, id) => Ask::Server(id.clone()),
        _ => Ask::Value {
            so_far: None,
            halvings: 0,
            rows: store().copy.borrow().value(key).map_or(0, |value| value.rows()),
        },
    }
}
