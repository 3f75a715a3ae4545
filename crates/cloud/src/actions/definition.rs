//! The type that describes an action.

use crate::exchange::Call;
use crate::ids::ServerId;
use crate::rules::offers::Feature;
use crate::status::{Status, Task};

/// Everything the rules, the menu, the follower and the simulator know about an action. A definition overrides only the
/// fields in which it differs from [`Definition::PLAIN`].
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The key in the body of `POST servers/{id}/action`; empty if the action has another endpoint.
    pub word: &'static str,
    /// The request body.
    pub body: Body,
    /// The statuses that allow it: by the provider's guide (rows S23–S27), else by Nova's `check_instance_state`.
    /// `None`: every status of an instance that still exists.
    pub needs: Option<&'static [Status]>,
    /// How its end is recognised.
    pub ends: Ends,
    /// The task the instance has first; `None`: none.
    pub task: Option<Task>,
    /// The optional feature of the API that it needs.
    pub feature: Option<Feature>,
    /// It leaves a state. An instance in that state proves that its cloud has the feature.
    pub way_out: bool,
    /// The flavors that allow it; only NHN has such rules.
    pub flavor: Option<FlavorRule>,
    /// When the menu shows it.
    pub shown: Shown,
    /// Allowed during a task, which it ends (row S09): for tasks that hang.
    pub interrupts_task: bool,
    /// Allowed during a task.
    pub passes_task: bool,
    /// It needs an instance that was launched at least once (Nova's rule). The others also work after a failed build.
    pub needs_a_launch: bool,
    /// Nova refuses it while the instance is locked.
    pub stopped_by_lock: bool,
    /// It only reads: read-only mode, a lock and a running task do not prevent it.
    pub only_reads: bool,
    /// It applies to an instance that was deleted but is still kept.
    pub of_deleted: bool,
    /// The status may be the same before and after: only an intermediate state or `updated` shows that it happened.
    pub looks_the_same: bool,
    /// It changes how much of the quota the project uses.
    pub spends: bool,
}

impl Definition {
    /// An action without an argument, allowed in any status, that ends when the cloud accepts it.
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

/// The request body of an action.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// `{word: null}`.
    Null,
    /// A request that needs only the instance's id.
    Own(fn(&ServerId) -> Call<()>),
    /// It needs an argument: a function next to the definition, or one of `calls`, builds the request.
    Argued,
}

/// How the end of an action is recognised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// Its effect is not visible in the instance's state (lock, rename, volumes, groups, …): it ends when the cloud
    /// accepts it.
    Accepted,
    /// The instance reaches one of these statuses, the usual one first.
    In(&'static [Status]),
    /// The instance has no task any more, in whatever status.
    Idle,
}

/// When the menu of an instance shows an action. One that is shown but not possible gives the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Always.
    Always,
    /// It leaves a state: only in that state.
    WhereAllowed,
    /// It enters a state: except in that state.
    UntilDone,
    /// Unless the instance is known to be unlocked.
    Locked,
    /// Unless the instance is known to be locked.
    Unlocked,
}

/// The flavors that allow an action.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FlavorRule {
    /// Only U2 (row S27: `createImage`).
    OnlyU2,
    /// Not U2, whose root disk is on the host (rows S26, N07).
    NeverU2,
    /// Not GPU flavors (row N08: shelve).
    NeverGpu,
}
