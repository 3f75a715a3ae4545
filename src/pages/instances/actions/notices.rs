//! What came of an action, as notices in the corner: under way, then how it ended, in the same place.

use cloud::FailureKind;
use cloud::create::answer_lost;
use cloud::rules::lifecycle::Action;
use sync::{FollowId, Operation, Outcome};

use crate::data::{Notice, Stage, on_notice};
use crate::extras::EXTRAS;
use crate::locales::{Text, Words, filled, tx};
use crate::ui::toast::{self, About};

/// Shows what the data layer tells. Called once, by the app.
pub fn listen() {
    on_notice(|notice| EXTRAS.with(move |extras| (extras.tell)(notice)));
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
    match notice.stage {
        Stage::Accepted(id) => toast::under_way(about(id), say(begun)),
        Stage::Late(id) => toast::under_way(about(id), say(|t| t.actions().late)),
        Stage::Ended(id, Outcome::Done) => toast::ended(about(id), say(done), true),
        Stage::Ended(id, Outcome::Failed(None)) if notice.operation == Operation::Act(Action::Resize) => {
            toast::ended(about(id), say(|t| t.actions().resize_failed), false);
        }
        Stage::Ended(id, outcome) => toast::ended(about(id), bad(outcome, name), false),
        Stage::Parted(id) => toast::withdraw(id.0),
        // The sign-in stands over the page already; once it is done, "sign in again" would be wrong.
        Stage::Refused(failure) if failure.kind == FailureKind::Unauthenticated => {
            toast::bad(say(|t| t.actions().session_was_over));
        }
        // It may have been done: the state of the instance, which is asked for again, will show.
        Stage::Refused(failure) if answer_lost(&failure) => toast::failed(say(|t| t.actions().unsure), *failure),
        Stage::Refused(failure) => toast::failed(say(|t| t.actions().refused), *failure),
    }
}

fn bad(outcome: Outcome, name: Text) -> Text {
    match outcome {
        Outcome::Failed(Some(fault)) if !fault.message.is_empty() => {
            filled(|t| t.actions().failed_with, [("name", name), ("reason", fault.message.into())])
        }
        Outcome::Failed(_) => filled(|t| t.actions().failed, [("name", name)]),
        Outcome::Vanished => filled(|t| t.actions().vanished, [("name", name)]),
        Outcome::GivenUp | Outcome::UnderWay | Outcome::Done => filled(|t| t.actions().given_up, [("name", name)]),
    }
}

/// What is said at the beginning, and when it went well.
fn of(operation: Operation) -> (Words, Words) {
    match operation {
        Operation::Create => (|t| t.actions().creating, |t| t.actions().created),
        Operation::Act(Action::Start) => (|t| t.actions().starting, |t| t.actions().started),
        Operation::Act(Action::Stop) => (|t| t.actions().stopping, |t| t.actions().stopped),
        Operation::Act(Action::SoftReboot | Action::HardReboot) => {
            (|t| t.actions().rebooting, |t| t.actions().rebooted)
        }
        Operation::Act(Action::Restore) => (|t| t.actions().restoring, |t| t.actions().restored),
        Operation::Act(Action::Delete | Action::ForceDelete) => (|t| t.actions().deleting, |t| t.actions().deleted),
        Operation::Act(Action::Rename) => (|t| t.actions().rename, |t| t.actions().renamed),
        Operation::Act(Action::Resize) => (|t| t.actions().resizing, |t| t.actions().resized),
        Operation::Act(Action::ConfirmResize) => (|t| t.actions().confirming_resize, |t| t.actions().confirmed_resize),
        Operation::Act(Action::RevertResize) => (|t| t.actions().reverting_resize, |t| t.actions().reverted_resize),
        Operation::Act(Action::Shelve | Action::ShelveOffload) => {
            (|t| t.actions().shelving, |t| t.actions().was_shelved)
        }
        Operation::Act(Action::Unshelve) => (|t| t.actions().unshelving, |t| t.actions().unshelved),
        Operation::Act(Action::Pause) => (|t| t.actions().pausing, |t| t.actions().was_paused),
        Operation::Act(Action::Unpause) => (|t| t.actions().unpausing, |t| t.actions().unpaused),
        Operation::Act(Action::Suspend) => (|t| t.actions().suspending, |t| t.actions().was_suspended),
        Operation::Act(Action::Resume) => (|t| t.actions().resuming, |t| t.actions().resumed),
        Operation::Act(Action::Rescue) => (|t| t.actions().rescuing, |t| t.actions().rescued),
        Operation::Act(Action::Unrescue) => (|t| t.actions().unrescuing, |t| t.actions().unrescued),
        Operation::Act(Action::Lock) => (|t| t.actions().locking, |t| t.actions().was_locked),
        Operation::Act(Action::Unlock) => (|t| t.actions().unlocking, |t| t.actions().unlocked),
        Operation::Act(Action::Rebuild) => (|t| t.actions().rebuilding, |t| t.actions().rebuilt),
        // Done as soon as the cloud has answered: volumes, groups, addresses, interfaces, metadata. The rest only reads.
        Operation::Act(_) => (|t| t.actions().changing, |t| t.actions().changed),
    }
}
