//! Writes a run.

use cloud::json::Json;
use cloud::rules::lifecycle::Refusal;
use cloud::rules::resize::NotATarget;

use super::{HELD_UNTIL, VERSION, failure, how};
use crate::{Doubt, End, Item, Phase, Reason, Run, Skip};

impl Run {
    /// The run as JSON, to be stored at each [`crate::Effect::Save`].
    pub fn to_json(&self) -> String {
        let scopes = self.scopes.iter().map(|state| {
            let scope = &state.scope;
            let mut json = Json::object([
                ("cloud", (&scope.cloud).into()),
                ("region", scope.region.as_str().into()),
                ("tenant", scope.tenant.as_str().into()),
            ]);
            for (service, until) in state.holds().filter(|(_, until)| *until > self.now) {
                let key = HELD_UNTIL.iter().find(|(_, held)| *held == service);
                key.into_iter().for_each(|(key, _)| json.put(key, number(until.0)));
            }
            json
        });
        Json::object([
            ("version", VERSION.into()),
            ("id", (&self.id).into()),
            ("operation", how::operation_json(&self.operation)),
            ("options", how::options_json(&self.options)),
            ("progress", how::progress_word(self.progress).into()),
            ("began_ms", self.began.0.into()),
            ("now_ms", number(self.now.0)),
            ("attempts", number(self.attempts)),
            ("tolerated", number(self.tolerated as u64)),
            ("scopes", scopes.collect()),
            ("items", self.items.iter().map(item).collect()),
        ])
        .write()
    }
}

/// A count or a time; those of a run are far below the maximum of `i64`.
pub fn number(number: u64) -> Json<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn item(item: &Item) -> Json<'_> {
    let mut json = Json::object([
        ("scope", number(item.scope as u64)),
        ("id", item.id.as_str().into()),
        ("name", (&item.name).into()),
        ("action", item.action.name().into()),
        ("is", word(&item.phase).into()),
        ("since_ms", number(item.since.0)),
    ]);
    if let Some(why) = why(&item.phase) {
        json.put("why", why);
    }
    if let Some(root) = &item.root {
        json.put("root", root.as_str().into());
    }
    if let Some(server) = &item.server {
        json.put("server", server.as_str().into());
    }
    if let Some(before) = item.watch.before {
        json.put("before_ms", before.0.into());
    }
    if let Some(from) = &item.watch.from {
        json.put("from", from.as_str().into());
    }
    if let Some(sent) = item.first_sent {
        json.put("first_sent_ms", number(sent.0));
        json.put("sent_ms", number(item.sent_at.0));
    }
    for (key, count) in [("tries", item.tries), ("busy_tries", item.busy_tries)] {
        if count > 0 {
            json.put(key, count.into());
        }
    }
    for (key, flag) in [("was_lost", item.was_lost), ("retried", item.retried)] {
        if flag {
            json.put(key, flag.into());
        }
    }
    if let Some(id) = &item.request_id {
        json.put("request_id", id.as_str().into());
    }
    // A refusal that ended it stands under `why`.
    if let Some(failure) = item.failure.as_ref().filter(|_| !matches!(item.end(), Some(End::Failed(_)))) {
        json.put("failure", failure::json(failure));
    }
    json
}

fn word(phase: &Phase) -> &'static str {
    match phase {
        Phase::Waiting => "waiting",
        Phase::Sent | Phase::Unknown(Doubt::Lost | Doubt::Unanswered) => "sent",
        Phase::Following | Phase::Unknown(Doubt::Accepted) => "accepted",
        Phase::Ended(End::Done) => "done",
        Phase::Ended(End::Failed(_)) => "failed",
        Phase::Ended(End::Skipped(_)) => "skipped",
        Phase::Ended(End::Unknown) => "lost",
    }
}

fn why(phase: &Phase) -> Option<Json<'_>> {
    let word = |word: &'static str| Json::object([("word", word.into())]);
    Some(match phase {
        Phase::Ended(End::Failed(Reason::Refused(refused))) => {
            let mut json = word("refused");
            json.put("failure", failure::json(refused));
            json
        }
        Phase::Ended(End::Failed(Reason::Ended(fault))) => {
            let mut json = word("ended");
            if let Some(fault) = fault {
                json.put("message", (&fault.message).into());
            }
            json
        }
        Phase::Ended(End::Failed(Reason::Vanished)) => word("vanished"),
        Phase::Ended(End::Skipped(skip)) => skipped(skip),
        Phase::Waiting
        | Phase::Sent
        | Phase::Unknown(_)
        | Phase::Following
        | Phase::Ended(End::Done | End::Unknown) => return None,
    })
}

fn skipped(skip: &Skip) -> Json<'_> {
    let word = |word: &'static str| Json::object([("word", word.into())]);
    match skip {
        Skip::Refusal(Refusal::Busy(task)) => with("busy", "task", task.0.as_str().into()),
        Skip::Refusal(Refusal::WrongStatus { is, .. }) => with("status", "status", is.as_str().into()),
        Skip::Refusal(Refusal::Deleted) => word("deleted"),
        Skip::Refusal(Refusal::SoftDeleted) => word("soft-deleted"),
        Skip::Refusal(Refusal::NeverRan) => word("never-ran"),
        Skip::Refusal(Refusal::Locked) => word("locked"),
        Skip::Refusal(Refusal::NotLocked) => word("not-locked"),
        // Which rule and which feature: the action's definition says it.
        Skip::Refusal(Refusal::NotOnThisFlavor(_)) => word("flavor"),
        Skip::Refusal(Refusal::NotOffered(_)) => word("feature"),
        Skip::Refusal(Refusal::ReadOnly) => word("read-only"),
        Skip::NotATarget(NotATarget::Current) => word("same-flavor"),
        Skip::NotATarget(NotATarget::Disabled) => word("disabled-flavor"),
        Skip::NotATarget(NotATarget::FromU2) => word("from-u2"),
        Skip::NotATarget(NotATarget::ToU2) => word("to-u2"),
        Skip::NotATarget(NotATarget::RamTooSmall { needs_mb }) => with("ram", "needs", number(*needs_mb)),
        Skip::NotATarget(NotATarget::DiskTooSmall { needs_gb }) => with("disk", "needs", number(*needs_gb)),
        Skip::NoSuchFlavor => word("no-such-flavor"),
        Skip::NoRootVolume => word("no-root-volume"),
        Skip::NothingToDo => word("nothing-to-do"),
        Skip::Protected => word("protected"),
        Skip::NoSession => word("no-session"),
        Skip::OtherRun => word("other-run"),
        Skip::NotNow => word("not-now"),
        Skip::NotPossible => word("not-possible"),
        Skip::Stopped => word("stopped"),
        Skip::AfterFailures => word("after-failures"),
    }
}

fn with<'a>(word: &'static str, key: &'static str, value: Json<'a>) -> Json<'a> {
    Json::object([("word", word.into()), (key, value)])
}
