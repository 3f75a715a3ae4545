//! The numbers of a run that concern time. Those for polling and for delays after failures are `sync`'s.

/// The longest `Retry-After` that is obeyed; then the cloud is tried again.
pub const HOLD_MAX_MS: u64 = 3_600_000;
/// A row that was requested this long after an answer was lost, and shows no trace of the action, proves that it was not
/// done. A request may wait this long in a gateway or in the cloud.
pub const LOST_MS: u64 = 60_000;
/// An attempt without any answer becomes unknown after this. Longer than the longest timeout of a write.
pub const ANSWER_MAX_MS: u64 = 600_000;
/// A look that was not answered is repeated after this.
pub const LOOK_MAX_MS: u64 = 60_000;
/// An instance whose row is older than this is looked at before anything is sent.
pub const STALE_MS: u64 = 300_000;
/// How often an item is sent if it is not done although the answer was lost.
pub const TRIES_MAX: u32 = 3;
/// How often an item is sent while the cloud is too busy.
pub const BUSY_TRIES_MAX: u32 = 20;
