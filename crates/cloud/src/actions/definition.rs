//! What there is to know of an action.

use crate::exchange::Call;
use crate::ids::ServerId;
use crate::rules::offers::Feature;
use crate::status::{Status, Task};

/// What there is to know of an action. One that differs from [`Definition::PLAIN`] says only in what.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The key of the body of `POST servers/{id}/action`; empty: it is asked elsewhere.
    pub word: &'static str,
    /// What is sent.
    pub body: Body,
    /// The statuses that allow it, by the guide first (rows S23–S27), else by Nova's own rule (`check_instance_state` of its
    /// compute API); `None`: every status of an instance that still exists.
    pub needs: Option<&'static [Status]>,
    /// How its end is seen.
    pub ends: Ends,
    /// What the instance is busy with first; `None`: with nothing.
    pub task: Option<Task>,
    /// The part of the API it belongs to, where a cloud may be without it.
    pub feature: Option<Feature>,
    /// It leads out of a state, and an instance that is in the state shows that its cloud has got the feature.
    pub way_out: bool,
    /// The rule of the flavor; only NHN has such rules.
    pub flavor: Option<FlavorRule>,
    /// When the menu has it.
    pub shown: Shown,
    /// A running task does not stand in its way, and it ends that (row S09): the way out of a task that hangs.
    pub interrupts_task: bool,
    /// A running task does not stand in its way.
    pub passes_task: bool,
    /// It needs an instance that was launched once, as Nova has it; the rest can be done to one whose build failed.
    pub needs_a_launch: bool,
    /// Nova refuses it while the instance is locked.
    pub stopped_by_lock: bool,
    /// It only looks: neither the read-only switch nor a lock nor a running task stands in its way.
    pub only_reads: bool,
    /// It is done to an instance that was deleted and is still kept.
    pub of_deleted: bool,
    /// Before and after may be the same status: only what is in between, or `updated`, shows that it was done.
    pub looks_the_same: bool,
    /// It changes what the project uses of its quota.
    pub spends: bool,
}

impl Definition {
    /// A word without an argument, in any status, done when the cloud has accepted it.
    pub const PLAIN: Self = Self {
        word: "",
        body: Body::Null,
        needs: None,
        ends: Ends::Accepted,
        task: None,
        feature: None,
        way_out: false,
        flavor: None,
        shown: Shown::Always,
        interrupts_task: false,
        passes_task: false,
        needs_a_launch: true,
        stopped_by_lock: true,
        only_reads: false,
        of_deleted: false,
        looks_the_same: false,
        spends: false,
    };
}

/// What is sent for an action.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// Its word, with null.
    Null,
    /// A request that the instance alone makes.
    Own(fn(&ServerId) -> Call<()>),
    /// More than the instance goes in: a function beside the definition, or one of `calls`, makes it.
    Argued,
}

/// How the end of an action is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// Nothing of the instance's state shows it (lock, rename, volumes, groups, …): the cloud's yes is all there is to wait for.
    Accepted,
    /// In one of these statuses, the usual one first.
    In(&'static [Status]),
    /// In whatever status it is in, when its task is over.
    Idle,
}

/// When the menu of an instance has an action. One that is there and not possible gives the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// In every state.
    Always,
    /// It leads out of a state: only where that is so.
    WhereAllowed,
    /// It leads into a state: not where that is so already.
    UntilDone,
    /// While the instance is known to be locked, or not known to be unlocked.
    Locked,
    /// Unless the instance is known to be locked.
    Unlocked,
}

/// What a flavor has to do with an action.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FlavorRule {
    /// U2 only (row S27: `createImage`).
    OnlyU2,
    /// Not on U2, whose root disk is the host's own (rows S26, N07).
    NeverU2,
    /// Not on GPU flavors (row N08: shelve).
    NeverGpu,
}
