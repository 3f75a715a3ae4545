//! What came of an action, as notices in the corner: under way, then how it ended, in the same place.

use cloud::FailureKind;
use cloud::create::answer_lost;
use cloud::rules::lifecycle::Action;
use sync::{FollowId, Operation, Outcome};

use super::entries;
use crate::data::{Notice, Stage, on_notice};
use crate::locales::{Text, Words, filled, tx};
use crate::pages::instances::late::LATE_LIST;
use crate::ui::toast::{self, About};

/// Shows what the data layer tells. Called once, by the app.
pub fn listen() {
    on_notice(|notice| LATE_LIST.with(move |late| (late.tell)(notice)));
}

/// Makes a notice of what is told.
pub fn tell(notice: Notice) {
    // The image itself is followed and told of, from beginning to end (`image::follow`); of the instance only what fails.
    let told_elsewhere = notice.operation == Operation::Act(Action::CreateImage);
    if told_elsewhere && !matches!(notice.stage, Stage::Refused(_) | Stage::Ended(_, Outcome::Failed(_))) {
        return;
    }
    let name = if notice.name.is_empty() { tx(|t| t.instances().unnamed) } else { notice.name.clone().into() };
    let (begun, done) = of(notice.operation);
    let subject = notice.server.map(|id| id.0);
    let about = |id: FollowId| About { operation: id.0, subject: subject.clone() };
    let say = |words: Words| filled(words, [("name", name.clone())]);
    let tell = |text: Text| text.with([("name", name.clone())]);
    match notice.stage {
        Stage::Accepted(id) => toast::under_way(about(id), tell(begun)),
        Stage::Late(id) => toast::under_way(about(id), say(|t| t.outcomes().late)),
        Stage::Ended(id, Outcome::Done) => toast::ended(about(id), tell(done), true),
        Stage::Ended(id, Outcome::Failed(None)) if notice.operation == Operation::Act(Action::Resize) => {
            toast::ended(about(id), say(|t| t.outcomes().resize_failed), false);
        }
        Stage::Ended(id, outcome) => toast::ended(about(id), bad(outcome, name), false),
        Stage::Parted(id) => toast::withdraw(id.0),
        // The sign-in stands over the page already; once it is done, "sign in again" would be wrong.
        Stage::Refused(failure) if failure.kind == FailureKind::Unauthenticated => {
            toast::bad(say(|t| t.outcomes().session_was_over));
        }
        // It may have been done: the state of the instance, which is asked for again, will show.
        Stage::Refused(failure) if answer_lost(&failure) => toast::failed(say(|t| t.outcomes().unsure), *failure),
        Stage::Refused(failure) => toast::failed(say(|t| t.outcomes().refused), *failure),
    }
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

/// What is said at the beginning, and when it went well.
fn of(operation: Operation) -> (Text, Text) {
    match operation {
        Operation::Create => (tx(|t| t.outcomes().creating), tx(|t| t.outcomes().created)),
        Operation::Act(action) => match entries::of(action) {
            Some(entry) => (entry.begun(), entry.done()),
            // Done as soon as the cloud has answered: volumes, groups, addresses, interfaces, metadata. The rest only reads.
            None => (tx(|t| t.outcomes().changing), tx(|t| t.outcomes().changed)),
        },
    }
}
