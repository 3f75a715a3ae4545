//! The outcome of actions as notices: first that it has begun, then, in the same place, how it ended.

use ::view::scope;
use cloud::create::answer_lost;
use cloud::rules::lifecycle::Action;
use cloud::{FailureKind, Scope};
use sync::{FollowId, Operation, Outcome};

use super::entries;
use crate::data::{self, Notice, Stage, on_notice};
use crate::locales::{Text, Words, filled, tx};
use crate::pages::instances::late::LATE_LIST;
use crate::routes::{self, Route};
use crate::ui::toast::{self, About};
use leptos::prelude::*;

/// Shows the notices of the data layer. Called once, by the app.
pub fn listen() {
    on_notice(|notice| LATE_LIST.with(move |late| (late.tell)(notice)));
}

/// Shows a notice.
pub fn tell(notice: Notice) {
    // The image itself is followed by `flows::saving`; for the instance only failures are shown.
    let told_elsewhere = notice.operation == Operation::Act(Action::CreateImage);
    if told_elsewhere && !matches!(notice.stage, Stage::Refused(_) | Stage::Ended(_, Outcome::Failed(_))) {
        return;
    }
    let name = if notice.name.is_empty() { tx(|t| t.instances().unnamed) } else { notice.name.clone().into() };
    let project = elsewhere(&notice.scope);
    let name = match project.clone() {
        Some(project) => super::in_scope(name, &notice.scope, project),
        None => name,
    };
    // If it is another project's, the notice links there.
    let page = project
        .zip(notice.server.clone())
        .map(|(project, server)| routes::href_in(&notice.scope, &project, &Route::Instance(server)));
    let end = |about: About, words: Text, well: bool| match page.clone() {
        Some(href) => toast::ended_elsewhere(about, words, tx(|t| t.all_projects().see), href, well),
        None => toast::ended(about, words, well),
    };
    let (begun, done) = of(notice.operation);
    let subject = notice.server.map(|id| [scope::to_word(&notice.scope).as_str(), id.as_str()].join("/"));
    let about = |id: FollowId| About { operation: id.0, subject: subject.clone() };
    let say = |words: Words| filled(words, [("name", name.clone())]);
    let tell = |text: Text| text.with([("name", name.clone())]);
    match notice.stage {
        Stage::Accepted(id) => toast::under_way(about(id), tell(begun)),
        Stage::Late(id) => toast::under_way(about(id), say(|t| t.outcomes().late)),
        Stage::Ended(id, Outcome::Done) => end(about(id), tell(done), true),
        Stage::Ended(id, Outcome::Failed(None)) if notice.operation == Operation::Act(Action::Resize) => {
            end(about(id), say(|t| t.outcomes().resize_failed), false);
        }
        Stage::Ended(id, outcome) => end(about(id), bad(outcome, name), false),
        Stage::Parted(id) => toast::withdraw(id.0),
        // The sign-in is already shown over the page, and after it "sign in again" would be wrong.
        Stage::Refused(failure) if failure.kind == FailureKind::Unauthenticated => {
            toast::bad(say(|t| t.outcomes().session_was_over));
        }
        // It may have been done: the instance is read again and will show it.
        Stage::Refused(failure) if answer_lost(&failure) => toast::failed(say(|t| t.outcomes().unsure), *failure),
        Stage::Refused(failure) => toast::failed(say(|t| t.outcomes().refused), *failure),
    }
}

/// The name of the project, if the notice is of another scope than the page.
fn elsewhere(scope: &Scope) -> Option<String> {
    let here = data::session().with_untracked(|state| state.session().is_some_and(|session| session.scope == *scope));
    if here && data::worked_in().is_none() {
        return None;
    }
    let open = data::open_sessions().get_untracked();
    open.into_iter().find(|open| open.session.scope == *scope).map(|open| open.session.tenant_name.clone())
}

fn bad(outcome: Outcome, name: Text) -> Text {
    match outcome {
        Outcome::Failed(Some(fault)) if !fault.message.is_empty() => {
            filled(|t| t.outcomes().failed_with, [("name", name), ("reason", fault.message.into())])
        }
        Outcome::Failed(_) => filled(|t| t.outcomes().failed, [("name", name)]),
        Outcome::Vanished => filled(|t| t.outcomes().vanished, [("name", name)]),
        Outcome::GivenUp | Outcome::UnderWay | Outcome::Done => filled(|t| t.outcomes().given_up, [("name", name)]),
    }
}

/// The texts for the beginning and for success.
fn of(operation: Operation) -> (Text, Text) {
    match operation {
        Operation::Create => (tx(|t| t.outcomes().creating), tx(|t| t.outcomes().created)),
        Operation::Act(action) => match entries::of(action) {
            Some(entry) => (entry.begun(), entry.done()),
            // Done as soon as the cloud has answered: volumes, groups, addresses, interfaces, metadata. The others only
            // read.
            None => (tx(|t| t.outcomes().changing), tx(|t| t.outcomes().changed)),
        },
    }
}
