//! Reads a run.

use cloud::actions::Action;
use cloud::json::{Json, parse};
use cloud::rules::lifecycle::Refusal;
use cloud::rules::resize::NotATarget;
use cloud::wire::Fault;
use cloud::{FlavorId, RequestId, Scope, ServerId, Status, TaskState, Timestamp, VolumeId};
use sync::{Millis, Operation as Followable, Watch};

use super::{HELD_UNTIL, VERSION, failure, how};
use crate::{Doubt, End, Item, Kind, Phase, Reason, Run, Skip};

impl Run {
    /// Reads a stored run; `None` for anything else. What was under way is unknown, and nothing is sent or asked in a scope
    /// before `SessionBack`: the caller passes it for each scope with a session. An item that cannot be read is dropped.
    pub fn from_json(text: &str, now: Millis) -> Option<Self> {
        let json = parse(text).ok()?;
        if json.get("version").count() != Some(VERSION.into()) {
            return None;
        }
        let operation = how::operation(json.get("operation"))?;
        let began = Timestamp(json.get("began_ms").int()?);
        let mut run = Self::empty(json.get("id").filled()?, operation, how::options(json.get("options")), now, began);
        run.continue_at(Millis(json.get("now_ms").count()?));
        run.progress = how::progress(json.get("progress"));
        run.attempts = json.get("attempts").count()?;
        run.tolerated = json.get("tolerated").count().and_then(|count| count.try_into().ok()).unwrap_or(0);
        for row in json.get("scopes").rows() {
            let scope = run.add_scope(scope(row)?, false);
            for (key, service) in HELD_UNTIL {
                if let Some(until) = row.get(key).count() {
                    run.hold(scope, service, Millis(until));
                }
            }
        }
        for row in json.get("items").rows() {
            run.items.extend(item(row, run.operation.kind(), run.now).filter(|item| item.scope < run.scopes.len()));
        }
        run.sort();
        run.drop_doubles();
        run.was_read();
        Some(run)
    }
}

fn scope(row: &Json<'_>) -> Option<Scope> {
    Some(Scope {
        cloud: row.get("cloud").filled()?,
        region: row.get("region").text().as_str().into(),
        tenant: row.get("tenant").filled()?.as_str().into(),
    })
}

fn item(row: &Json<'_>, kind: Option<Kind>, now: Millis) -> Option<Item> {
    let action = Action::of_name(&row.get("action").text())?;
    let small = |key: &str| row.get(key).count().and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
    let flag = |key: &str| row.get(key).flag().unwrap_or(false);
    let time = |key: &str| row.get(key).count().map(|ms| Millis(ms).min(now));
    let why = row.get("why");
    let (phase, was_sent) = match row.get("is").text().as_str() {
        "waiting" => (Phase::Waiting, false),
        "accepted" => (Phase::Unknown(Doubt::Accepted), false),
        "done" => (Phase::Ended(End::Done), false),
        "failed" => (Phase::Ended(End::Failed(reason(why)?)), false),
        "skipped" => (Phase::Ended(End::Skipped(skip(why, action)?)), false),
        "lost" => (Phase::Ended(End::Unknown), false),
        // Any other word may mean that it was sent.
        _ => (Phase::Unknown(Doubt::Lost), true),
    };
    let under_way = matches!(phase, Phase::Unknown(_));
    let refused = match &phase {
        Phase::Ended(End::Failed(Reason::Refused(failure))) => Some(failure.clone()),
        _ => None,
    };
    let mut watch = Watch::new(Followable::Act(action), None);
    watch.before = row.get("before_ms").int().map(Timestamp);
    watch.from = row.get("from").filled().map(FlavorId);
    Some(Item {
        scope: row.get("scope").count()?.try_into().ok()?,
        id: row.get("id").filled()?,
        kind,
        name: row.get("name").text(),
        action,
        root: row.get("root").filled().map(VolumeId),
        server: row.get("server").filled().map(ServerId),
        phase,
        // The wait for a trace begins anew.
        since: time("since_ms").filter(|_| !under_way).unwrap_or(now),
        watch,
        row_at: None,
        against: None,
        asked: None,
        heard: None,
        first_sent: time("first_sent_ms"),
        sent_at: time("sent_ms").unwrap_or_default(),
        attempt: None,
        tries: small("tries"),
        busy_tries: small("busy_tries"),
        was_lost: was_sent || flag("was_lost"),
        retried: flag("retried"),
        failure: failure::read(row.get("failure")).map(Box::new).or(refused),
        request_id: row.get("request_id").filled().map(RequestId),
    })
}

fn reason(why: &Json<'_>) -> Option<Reason> {
    let fault = || Some(Fault { code: None, message: why.get("message").filled()?, created: None });
    match why.get("word").text().as_str() {
        "refused" => failure::read(why.get("failure")).map(|failure| Reason::Refused(Box::new(failure))),
        "ended" => Some(Reason::Ended(fault())),
        "vanished" => Some(Reason::Vanished),
        _ => None,
    }
}

fn skip(why: &Json<'_>, action: Action) -> Option<Skip> {
    let definition = action.definition();
    let needs = why.get("needs").count().unwrap_or(0);
    let refusal = match why.get("word").text().as_str() {
        "busy" => Refusal::Busy(TaskState(why.get("task").text())),
        "status" => Refusal::WrongStatus {
            is: Status::parse(&why.get("status").text()),
            needs: definition.needs.unwrap_or_default(),
        },
        "deleted" => Refusal::Deleted,
        "soft-deleted" => Refusal::SoftDeleted,
        "never-ran" => Refusal::NeverRan,
        "locked" => Refusal::Locked,
        "not-locked" => Refusal::NotLocked,
        "flavor" => Refusal::NotOnThisFlavor(definition.flavor?),
        "feature" => Refusal::NotOffered(definition.feature?),
        "read-only" => Refusal::ReadOnly,
        "same-flavor" => return Some(Skip::NotATarget(NotATarget::Current)),
        "disabled-flavor" => return Some(Skip::NotATarget(NotATarget::Disabled)),
        "from-u2" => return Some(Skip::NotATarget(NotATarget::FromU2)),
        "to-u2" => return Some(Skip::NotATarget(NotATarget::ToU2)),
        "ram" => return Some(Skip::NotATarget(NotATarget::RamTooSmall { needs_mb: needs })),
        "disk" => return Some(Skip::NotATarget(NotATarget::DiskTooSmall { needs_gb: needs })),
        "no-such-flavor" => return Some(Skip::NoSuchFlavor),
        "no-root-volume" => return Some(Skip::NoRootVolume),
        "nothing-to-do" => return Some(Skip::NothingToDo),
        "protected" => return Some(Skip::Protected),
        "no-session" => return Some(Skip::NoSession),
        "other-run" => return Some(Skip::OtherRun),
        "not-now" => return Some(Skip::NotNow),
        "not-possible" => return Some(Skip::NotPossible),
        "stopped" => return Some(Skip::Stopped),
        "after-failures" => return Some(Skip::AfterFailures),
        _ => return None,
    };
    Some(Skip::Refusal(refusal))
}
