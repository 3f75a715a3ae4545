//! Followed operations in the state machine.

use cloud::rules::lifecycle::{self, Action};
use cloud::wire::{Created, Server};
use cloud::{ReservationId, ServerId};

use super::{LocalCopy, note};
use crate::follow::{Follow, Watch};
use crate::{Batch, FollowId, Followed, Key, Millis, Operation, Outcome, Scope, pace};

impl LocalCopy {
    pub(super) fn follow_action(&mut self, scope: &Scope, server: ServerId, action: Action) {
        let done = lifecycle::done_when_accepted(action);
        // A hard reboot or a delete replaces the operation under way; a lock does not.
        self.follows.retain(|follow| done || !(follow.under_way() && follow.is_about(scope, &server)));
        let row = self.server(scope, &server);
        let name = row.as_ref().map(|row| row.name.clone()).unwrap_or_default();
        self.follow(scope, Some(server), None, name, Watch::new(Operation::Act(action), row.as_deref()), 1);
        if let Some(follow) = self.follows.last_mut().filter(|_| done) {
            follow.end(self.now, Outcome::Done);
        }
    }

    pub(super) fn created(&mut self, scope: &Scope, created: Created, batch: Batch) {
        self.invalidate(&Key::Servers(scope.clone()));
        self.quota_changed(scope);
        let (server, reservation) = match created {
            Created::Server { id, .. } => (Some(id), None),
            Created::Reservation(id) => (None, Some(id)),
        };
        self.follow(scope, server, reservation, batch.name, Watch::new(Operation::Create, None), batch.count);
    }

    fn follow(
        &mut self,
        scope: &Scope,
        server: Option<ServerId>,
        reservation: Option<ReservationId>,
        name: String,
        watch: Watch,
        count: u32,
    ) {
        let id = FollowId(self.next_number());
        let info = Followed {
            id,
            scope: scope.clone(),
            server,
            reservation,
            name,
            operation: watch.operation,
            since: self.now,
            outcome: Outcome::UnderWay,
            ended_at: None,
            late: false,
        };
        self.follows.push(Follow { info, watch, count });
        note(&mut self.changed_follows, scope);
    }

    /// Handles the ids of a batch: each instance is followed individually (row S15).
    pub(super) fn expand_batch(&mut self, scope: &Scope, reservation: &ReservationId, servers: &[Server]) {
        for server in servers {
            let known = self.follows.iter().any(|follow| follow.is_about(scope, &server.id));
            if !known {
                let (id, name) = (Some(server.id.clone()), server.name.clone());
                self.follow(scope, id, Some(reservation.clone()), name, Watch::new(Operation::Create, None), 1);
            }
        }
        let found = u32::try_from(servers.len()).unwrap_or(u32::MAX);
        let now = self.now;
        self.follows.retain(|follow| {
            let batch = follow.info.server.is_none() && follow.info.reservation.as_ref() == Some(reservation);
            // A cloud may create fewer than the maximum requested.
            let all = found >= follow.count || (found > 0 && now.since(follow.info.since) >= pace::FOLLOW_UNSEEN_MS);
            !(batch && follow.info.scope == *scope && all)
        });
        note(&mut self.changed_follows, scope);
    }

    /// Checks whether the operations on a row have ended, by data that was requested at `asked`.
    pub(super) fn judge(&mut self, scope: &Scope, id: &ServerId, asked: Millis) {
        let now = self.now;
        let Some(row) = self.server(scope, id) else {
            // A deleted record of an instance that was never on screen.
            if self.is_gone(&Key::Server(scope.clone(), id.clone())) {
                self.instance_deleted(scope, id);
            }
            return;
        };
        let mut quota_changed = false;
        for follow in &mut self.follows {
            if !follow.under_way() || !follow.is_about(scope, id) || asked < follow.info.since {
                continue;
            }
            let outcome = follow.judge(now, &row);
            if outcome != Outcome::UnderWay || follow.info.name != row.name {
                quota_changed |= outcome != Outcome::UnderWay && follow.spends();
                follow.info.name = row.name.clone();
                follow.end(now, outcome);
                note(&mut self.changed_follows, scope);
            }
        }
        if quota_changed {
            self.quota_changed(scope);
        }
    }

    /// Invalidates what an operation on quota may have changed: volumes, addresses, the quota itself. Called when the
    /// cloud accepts the operation and when it ends, because clouds update the quota at either time.
    pub(super) fn quota_changed(&mut self, scope: &Scope) {
        for key in [Key::Volumes, Key::FloatingIps, Key::Limits, Key::VolumeLimits] {
            self.invalidate(&key(scope.clone()));
        }
    }

    /// Handles the deletion of an instance.
    pub(super) fn instance_deleted(&mut self, scope: &Scope, id: &ServerId) {
        let now = self.now;
        let mut mine = false;
        for follow in &mut self.follows {
            if follow.under_way() && follow.is_about(scope, id) {
                mine = true;
                let outcome = follow.watch.gone();
                follow.end(now, outcome);
                note(&mut self.changed_follows, scope);
            }
        }
        if mine {
            self.quota_changed(scope);
        }
    }

    /// Whether the instance was created so recently that a 404 may only mean that a part of the cloud does not know it
    /// yet.
    pub(super) fn too_young(&self, scope: &Scope, id: &ServerId) -> bool {
        self.follows.iter().any(|follow| {
            let young = self.now.since(follow.info.since) < pace::FOLLOW_UNSEEN_MS;
            young && follow.under_way() && follow.info.operation == Operation::Create && follow.is_about(scope, id)
        })
    }

    /// When the latest operation under way in a scope began; with `id` only operations on this instance.
    pub(super) fn following_since(&self, scope: &Scope, id: Option<&ServerId>) -> Option<Millis> {
        let mine = |follow: &&Follow| {
            follow.under_way()
                && follow.info.scope == *scope
                && id.is_none_or(|id| follow.info.server.as_ref() == Some(id))
        };
        self.follows.iter().filter(mine).map(|follow| follow.info.since).max()
    }

    /// Marks late operations, gives up on very late ones, and removes outcomes that were shown.
    pub(super) fn expire_follows(&mut self) {
        let now = self.now;
        for follow in self.follows.iter_mut().filter(|follow| follow.under_way()) {
            let age = now.since(follow.info.since);
            let late = age >= pace::FOLLOW_LATE_MS;
            let end = if follow.info.server.is_none() { pace::RESERVATION_MS } else { pace::FOLLOW_END_MS };
            if late != follow.info.late || age >= end {
                follow.info.late = late;
                if age >= end {
                    follow.end(now, Outcome::GivenUp);
                }
                note(&mut self.changed_follows, &follow.info.scope);
            }
        }
        let (changed, follows) = (&mut self.changed_follows, &mut self.follows);
        follows.retain(|follow| {
            let keep = follow.info.ended_at.is_none_or(|at| now.since(at) < pace::KEEP_MS);
            if !keep {
                note(changed, &follow.info.scope);
            }
            keep
        });
    }
}

impl Follow {
    pub(crate) fn is_about(&self, scope: &Scope, id: &ServerId) -> bool {
        self.info.scope == *scope && self.info.server.as_ref() == Some(id)
    }

    fn spends(&self) -> bool {
        match self.info.operation {
            Operation::Create => true,
            Operation::Act(action) => action.definition().spends,
        }
    }

    fn end(&mut self, now: Millis, outcome: Outcome) {
        if outcome != Outcome::UnderWay {
            self.info.ended_at = Some(now);
        }
        self.info.outcome = outcome;
    }
}
