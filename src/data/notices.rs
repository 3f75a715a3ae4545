//! The outcome of intents, for toasts.

use std::cell::RefCell;
use std::rc::Rc;

use cloud::{Failure, ServerId};
use sync::{FollowId, Followed, Operation, Outcome, Scope};

/// Something the person who started an operation should know.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// Where it was started: perhaps not in the project that is shown.
    pub scope: Scope,
    /// The operation.
    pub operation: Operation,
    /// The instance's name (for a batch, the common part).
    pub name: String,
    /// The instance, once it is known.
    pub server: Option<ServerId>,
    /// The state of the operation.
    pub stage: Stage,
}

/// The state of an operation.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage {
    /// The cloud accepted it and it is followed; notices with the same id come later.
    Accepted(FollowId),
    /// It ended; the `Outcome` is never `UnderWay`.
    Ended(FollowId, Outcome),
    /// It takes unusually long.
    Late(FollowId),
    /// It is no longer followed as one: its instances are known now, and each is followed.
    Parted(FollowId),
    /// The cloud refused it or did not respond.
    Refused(Box<Failure>),
}

type Listener = Rc<dyn Fn(Notice)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Sets who shows notices: the shell.
pub fn on_notice(listener: impl Fn(Notice) + 'static) {
    LISTENER.with_borrow_mut(|slot| *slot = Some(Rc::new(listener)));
}

/// Sends a notice.
pub(super) fn tell(notice: Notice) {
    let listener = LISTENER.with_borrow(|slot| slot.clone());
    if let Some(listener) = listener {
        listener(notice);
    }
}

/// Sends notices for what changed in the list of followed operations.
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
