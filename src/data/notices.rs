//! What came of an intent, for toasts.

use std::cell::RefCell;
use std::rc::Rc;

use cloud::{Failure, ServerId};
use sync::{FollowId, Followed, Operation, Outcome, Scope};

/// Something a person who started an operation wants to know.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// Where it was started: perhaps in another project than the one that is shown.
    pub scope: Scope,
    /// What was started.
    pub operation: Operation,
    /// The instance's name (a batch: the common one).
    pub name: String,
    /// The instance, as soon as it is known.
    pub server: Option<ServerId>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an operation stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage {
    /// The cloud took it on and it is followed; notices of the same id follow.
    Accepted(FollowId),
    /// It ended; `Outcome` says how, and is never `UnderWay`.
    Ended(FollowId, Outcome),
    /// It takes unusually long.
    Late(FollowId),
    /// It is no longer followed as one: its instances are known now, and each is followed.
    Parted(FollowId),
    /// The cloud refused it, or did not answer.
    Refused(Box<Failure>),
}

type Listener = Rc<dyn Fn(Notice)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Who shows notices: one place, the shell.
pub fn on_notice(listener: impl Fn(Notice) + 'static) {
    LISTENER.with_borrow_mut(|slot| *slot = Some(Rc::new(listener)));
}

/// Tells it.
pub(super) fn tell(notice: Notice) {
    let listener = LISTENER.with_borrow(|slot| slot.clone());
    if let Some(listener) = listener {
        listener(notice);
    }
}

/// Tells what is new in the list of followed operations.
pub(super) fn tell_changes(before: &[Followed], after: &[Followed]) {
    let under_way = before.iter().filter(|was| was.outcome == Outcome::UnderWay);
    for gone in under_way.filter(|was| after.iter().all(|now| now.id != was.id)) {
        tell_one(gone, Stage::Parted(gone.id));
    }
    for now in after {
        let was = before.iter().find(|was| was.id == now.id);
        let stage = match (was, &now.outcome) {
            (None, Outcome::UnderWay) => Stage::Accepted(now.id),
            (Some(was), outcome) if was.outcome != *outcome => Stage::Ended(now.id, outcome.clone()),
            (None, outcome) => Stage::Ended(now.id, outcome.clone()),
            (Some(was), Outcome::UnderWay) if now.late && !was.late => Stage::Late(now.id),
            (Some(_), _) => continue,
        };
        tell_one(now, stage);
    }
}

fn tell_one(one: &Followed, stage: Stage) {
    tell(Notice {
        scope: one.scope.clone(),
        operation: one.operation,
        name: one.name.clone(),
        server: one.server.clone(),
        stage,
    });
}
