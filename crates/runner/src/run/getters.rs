//! What a page shows of a run.

use cloud::exchange::Call;
use cloud::{Scope, ServerId, Timestamp};
use sync::Millis;

use super::{Progress, Run};
use crate::operation::Target;
use crate::{End, Item, ItemNo, Kind, Operation, Options, Phase};

/// How many items are in which phase; together all items.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Not sent yet.
    pub waiting: usize,
    /// Requests under way.
    pub sent: usize,
    /// The cloud is being asked what became of them.
    pub unknown: usize,
    /// Accepted, not ended.
    pub following: usize,
    /// Succeeded.
    pub done: usize,
    /// Failed.
    pub failed: usize,
    /// Skipped.
    pub skipped: usize,
    /// Ended without the cloud telling how.
    pub lost: usize,
}

impl Run {
    /// The run's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is done.
    pub fn operation(&self) -> &Operation {
        &self.operation
    }

    /// How it proceeds.
    pub fn options(&self) -> Options {
        self.options
    }

    /// When it began, by the wall clock.
    pub fn began(&self) -> Timestamp {
        self.began
    }

    /// Whether it sends new requests.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// All items, in the order in which they are worked on; [`ItemNo`] is the position.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The scopes of all items.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope> {
        self.scopes.iter().map(|state| &state.scope)
    }

    /// Whether it has not finished its work on an instance (`kind`: `None`) or thing.
    pub fn works_on(&self, kind: Option<Kind>, scope: &Scope, id: &str) -> bool {
        if self.operation.kind() != kind {
            return false;
        }
        let at = self.scope_at(scope).and_then(|scope| self.position(scope, id));
        at.and_then(|at| self.items.get(at)).is_some_and(|item| item.end().is_none())
    }

    /// The instances of a scope whose end it waits for.
    pub fn following(&self, scope: &Scope) -> impl Iterator<Item = ServerId> {
        let at = self.scope_at(scope);
        let followed = move |item: &&Item| Some(item.scope) == at && item.phase == Phase::Following;
        self.items.iter().filter(followed).map(|item| ServerId::from(item.id.as_str()))
    }

    /// The scope of an item.
    pub fn scope_of(&self, item: ItemNo) -> Option<&Scope> {
        Some(&self.scopes.get(self.items.get(item.0)?.scope)?.scope)
    }

    /// The scopes in which it has work left, and for which nobody is signed in: the page asks for these sign-ins.
    pub fn waits_for_sign_in(&self) -> Vec<&Scope> {
        let left = |at: usize| self.items.iter().any(|item| item.scope == at && item.end().is_none());
        let held = self.scopes.iter().enumerate().filter(|(at, state)| !state.open && left(*at));
        held.map(|(_, state)| &state.scope).collect()
    }

    /// The request of an item.
    pub fn call(&self, item: ItemNo) -> Option<Call<()>> {
        let item = self.items.get(item.0)?;
        let target = Target {
            id: &item.id,
            name: &item.name,
            action: item.action,
            root: item.root.as_ref(),
            server: item.server.as_ref(),
        };
        self.operation.call(target)
    }

    /// How long an item has been worked on, or was, in ms, without the time during which no page was open; `None`: nothing
    /// was sent. `now` is the caller's time.
    pub fn took(&self, item: ItemNo, now: Millis) -> Option<u64> {
        let item = self.items.get(item.0)?;
        let end = if item.end().is_some() { item.since } else { self.own_time(now) };
        Some(end.since(item.first_sent?))
    }

    /// How many items are in which phase.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for item in &self.items {
            let count = match item.phase {
                Phase::Waiting => &mut counts.waiting,
                Phase::Sent => &mut counts.sent,
                Phase::Unknown(_) => &mut counts.unknown,
                Phase::Following => &mut counts.following,
                Phase::Ended(End::Done) => &mut counts.done,
                Phase::Ended(End::Failed(_)) => &mut counts.failed,
                Phase::Ended(End::Skipped(_)) => &mut counts.skipped,
                Phase::Ended(End::Unknown) => &mut counts.lost,
            };
            *count += 1;
        }
        counts
    }

    /// Whether all items have ended.
    pub fn has_ended(&self) -> bool {
        self.items.iter().all(|item| item.end().is_some())
    }
}
