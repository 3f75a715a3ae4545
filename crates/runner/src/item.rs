//! One instance of a run: where it stands, and how it ended.

use cloud::actions::Action;
use cloud::catalog::Service;
use cloud::rules::lifecycle::Refusal;
use cloud::rules::resize::NotATarget;
use cloud::wire::Fault;
use cloud::{Failure, RequestId, ServerId, VolumeId};
use sync::{Millis, Watch};

use crate::Kind;
use crate::operation::service_of;

/// The position of an item in its run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ItemNo(pub usize);

/// Identifies one request of a run, also after a reload; never reused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Attempt(pub u64);

/// Where an item stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Not sent, or sent and definitely not done.
    Waiting,
    /// A request is under way.
    Sent,
    /// A request was sent, and what became of it is not known: the cloud is asked before anything else is sent.
    Unknown(Doubt),
    /// The cloud accepted it, and its end has not been seen.
    Following,
    /// It is over.
    Ended(End),
}

/// Why it is not known what became of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// Its answer was lost. It is sent again if it was not carried out.
    Lost,
    /// There was no answer in time, and it may still be under way. It is not sent again.
    Unanswered,
    /// The cloud had accepted it before the page was reloaded. It is not sent again.
    Accepted,
}

/// How an item ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// The action succeeded.
    Done,
    /// It did not.
    Failed(Reason),
    /// Nothing was sent, or only requests that the cloud refused because it was busy.
    Skipped(Skip),
    /// A request was sent, and the cloud does not tell what became of it.
    Unknown,
}

/// Why an item failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The cloud refused it.
    Refused(Box<Failure>),
    /// The cloud accepted it, but the instance ended in another state; with the cloud's reason, if it gave one.
    Ended(Option<Fault>),
    /// The instance disappeared although it was not to be deleted.
    Vanished,
}

/// Why nothing is done to an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Skip {
    /// The lifecycle rules do not allow it.
    Refusal(Refusal),
    /// The flavor is not possible for this instance.
    NotATarget(NotATarget),
    /// The flavor does not exist in its project or region.
    NoSuchFlavor,
    /// Its image is created from its root volume, which block storage does not list.
    NoRootVolume,
    /// It is already so.
    NothingToDo,
    /// It is protected from deletion.
    Protected,
    /// Nobody is signed in to its scope.
    NoSession,
    /// Another run works on it.
    OtherRun,
    /// The state of the thing does not allow it.
    NotNow,
    /// The operation needs more than one request, or an argument that it does not have.
    NotPossible,
    /// The run was stopped before its turn.
    Stopped,
    /// The run ended itself before its turn, because too many others had failed.
    AfterFailures,
}

/// One instance of a run. Times are in the run's own time, see [`crate::Run::took`].
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// The index of its scope in the run.
    pub(crate) scope: usize,
    pub(crate) id: String,
    /// What it is, unless it is an instance.
    pub(crate) kind: Option<Kind>,
    pub(crate) name: String,
    pub(crate) action: Action,
    /// The root volume, if its image is created.
    pub(crate) root: Option<VolumeId>,
    /// The instance that a volume is detached from.
    pub(crate) server: Option<ServerId>,
    pub(crate) phase: Phase,
    /// When it entered this phase.
    pub(crate) since: Millis,
    /// What recognises its end, with the row before the action.
    pub(crate) watch: Watch,
    /// When the newest row of a waiting item was requested; `None`: the cloud must be asked before it is sent.
    pub(crate) row_at: Option<Millis>,
    /// What the newest row says against sending it.
    pub(crate) against: Option<Skip>,
    /// When the cloud was last asked about it, and has not answered.
    pub(crate) asked: Option<Millis>,
    /// When the cloud last answered about it.
    pub(crate) heard: Option<Millis>,
    pub(crate) first_sent: Option<Millis>,
    /// When the latest request was sent; 0: never.
    pub(crate) sent_at: Millis,
    /// The latest request.
    pub(crate) attempt: Option<Attempt>,
    /// Requests since the start or since a person retried, and how many of these the cloud was too busy for.
    pub(crate) tries: u32,
    pub(crate) busy_tries: u32,
    /// What became of an earlier request was not known.
    pub(crate) was_lost: bool,
    /// A person has asked for another attempt.
    pub(crate) retried: bool,
    /// The latest failure, whether final or not.
    pub(crate) failure: Option<Box<Failure>>,
    pub(crate) request_id: Option<RequestId>,
}

impl Item {
    /// The id of the instance, or of the thing.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it is, unless it is an instance.
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// Its name when the plan was made.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is done to it.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Where it stands.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// How it ended, if it has.
    pub fn end(&self) -> Option<&End> {
        match &self.phase {
            Phase::Ended(end) => Some(end),
            _ => None,
        }
    }

    /// The latest failure, in the server's words: also of an item that is tried again.
    pub fn failure(&self) -> Option<&Failure> {
        self.failure.as_deref()
    }

    /// The request id of the latest answer, if it had one.
    pub fn request_id(&self) -> Option<&RequestId> {
        self.request_id.as_ref()
    }

    /// Whether [`crate::Event::Retry`] has an effect on it.
    pub fn can_retry(&self) -> bool {
        match self.end() {
            Some(End::Failed(_) | End::Unknown | End::Skipped(Skip::Stopped | Skip::AfterFailures)) => true,
            Some(End::Done | End::Skipped(_)) | None => false,
        }
    }

    /// Whether what a person sees of it changes by itself.
    pub fn is_under_way(&self) -> bool {
        matches!(self.phase, Phase::Sent | Phase::Unknown(_) | Phase::Following)
    }

    pub(crate) fn service(&self) -> Service {
        self.kind.map_or_else(|| service_of(self.action), Kind::service)
    }

    pub(crate) fn enter(&mut self, now: Millis, phase: Phase) {
        (self.phase, self.since) = (phase, now);
        (self.asked, self.heard) = (None, None);
    }
}
