//! Followed operations in the machine.

use cloud::rules::lifecycle::{self, Action};
use cloud::wire::{Created, Server};
use cloud::{ReservationId, ServerId, Status};

use super::{LocalCopy, note};
use crate::follow::Follow;
use crate::{Batch, FollowId, Followed, Key, Millis, Operation, Outcome, Scope, pace};

impl LocalCopy {
    pub(super) fn follow_action(&mut self, scope: &Scope, server: ServerId, action: Action) {
        let done = lifecycle::done_when_accepted(action);
        // A hard reboot or a delete cuts in on what was under way; a lock does not.
        self.follows.retain(|follow| done || !(follow.under_way() && follow.is_about(scope, &server)));
        let row = self.server(scope, &server);
        let name = row.as_ref().map(|row| row.name.clone()).unwrap_or_default();
        let before = row.as_ref().and_then(|row| row.updated);
        self.follow(scope, Some(server), None, name, Operation::Act(action), before, 1);
        if let Some(follow) = self.follows.last_mut() {
            follow.from = row.and_then(|row| row.flavor.said()?.id.clone());
            if done {
                follow.end(self.now, Outcome::Done);
            }
        }
    }

    pub(super) fn created(&mut self, scope: &Scope, created: Created, batch: Batch) {
        self.invalidate(&Key::Servers(scope.clone()));
        self.spent(scope);
        let (server, reservation) = match created {
            Created::Server { id, .. } => (Some(id), None),
            Created::Reservation(id) => (None, Some(id)),
        };
        self.follow(scope, server, reservation, batch.name, Operation::Create, None, batch.count);
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one record, filled in two places")]
    fn follow(
        &mut self,
        scope: &Scope,
        server: Option<ServerId>,
        reservation: Option<ReservationId>,
        name: String,
        operation: Operation,
        before: Option<cloud::Timestamp>,
        count: u32,
    ) {
        let id = FollowId(self.next_number());
        let told = Followed {
            id,
            scope: scope.clone(),
            server,
            reservation,
            name,
            operation,
            since: self.now,
            outcome: Outcome::UnderWay,
            ended_at: None,
            late: false,
        };
        self.follows.push(Follow { told, moved: false, before, from: None, rests: 0, count });
        note(&mut self.changed_follows, scope);
    }

    /// The ids of a batch became known: each instance is followed by itself (row S15).
    pub(super) fn expand_batch(&mut self, scope: &Scope, reservation: &ReservationId, servers: &[Server]) {
        for server in servers {
            let known = self.follows.iter().any(|follow| follow.is_about(scope, &server.id));
            if !known {
                let (id, name) = (Some(server.id.clone()), server.name.clone());
                self.follow(scope, id, Some(reservation.clone()), name, Operation::Create, None, 1);
            }
        }
        let found = u32::try_from(servers.len()).unwrap_or(u32::MAX);
        let now = self.now;
        self.follows.retain(|follow| {
            let batch = follow.told.server.is_none() && follow.told.reservation.as_ref() == Some(reservation);
            // A cloud may make fewer than the most that were asked for.
            let all = found >= follow.count || (found > 0 && now.since(follow.told.since) >= pace::FOLLOW_UNSEEN_MS);
            !(batch && follow.told.scope == *scope && all)
        });
        note(&mut self.changed_follows, scope);
    }

    /// A row was read by a request sent at `asked`: have the operations on it arrived?
    pub(super) fn judge(&mut self, scope: &Scope, id: &ServerId, asked: Millis) {
        let now = self.now;
        let Some(row) = self.server(scope, id) else {
            // A tombstone of an instance that was never on screen.
            if self.is_gone(&Key::Server(scope.clone(), id.clone())) {
                self.vanished(scope, id);
            }
            return;
        };
        let mut spent = false;
        for follow in &mut self.follows {
            if !follow.under_way() || !follow.is_about(scope, id) || asked < follow.told.since {
                continue;
            }
            let outcome = follow.judge(now, &row);
            if outcome != Outcome::UnderWay || follow.told.name != row.name {
                spent |= outcome != Outcome::UnderWay && follow.spends();
                follow.told.name = row.name.clone();
                follow.end(now, outcome);
                note(&mut self.changed_follows, scope);
            }
        }
        if spent {
            self.spent(scope);
        }
    }

    /// Something took of what the project has, or gave back: volumes, addresses, the quota. Told at the cloud's yes and
    /// again at the end, for a cloud counts when it comes to it.
    pub(super) fn spent(&mut self, scope: &Scope) {
        for key in [Key::Volumes, Key::FloatingIps, Key::Limits, Key::VolumeLimits] {
            self.invalidate(&key(scope.clone()));
        }
    }

    /// An instance is gone.
    pub(super) fn vanished(&mut self, scope: &Scope, id: &ServerId) {
        let now = self.now;
        let mut mine = false;
        for follow in &mut self.follows {
            if follow.under_way() && follow.is_about(scope, id) {
                mine = true;
                let wanted = match follow.told.operation {
                    Operation::Act(action) => lifecycle::target(action) == Some(Status::Deleted),
                    Operation::Create => false,
                };
                follow.end(now, if wanted { Outcome::Done } else { Outcome::Vanished });
                note(&mut self.changed_follows, scope);
            }
        }
        if mine {
            self.spent(scope);
        }
    }

    /// Just created: a 404 may only mean that not every part of the cloud has heard of it yet.
    pub(super) fn too_young(&self, scope: &Scope, id: &ServerId) -> bool {
        self.follows.iter().any(|follow| {
            let young = self.now.since(follow.told.since) < pace::FOLLOW_UNSEEN_MS;
            young && follow.under_way() && follow.told.operation == Operation::Create && follow.is_about(scope, id)
        })
    }

    /// When the latest operation under way in a scope began; `id`: on this instance only.
    pub(super) fn following_since(&self, scope: &Scope, id: Option<&ServerId>) -> Option<Millis> {
        let mine = |follow: &&Follow| {
            follow.under_way()
                && follow.told.scope == *scope
                && id.is_none_or(|id| follow.told.server.as_ref() == Some(id))
        };
        self.follows.iter().filter(mine).map(|follow| follow.told.since).max()
    }

    /// Lateness, giving up, and told outcomes that leave.
    pub(super) fn grow_old_follows(&mut self) {
        let now = self.now;
        for follow in self.follows.iter_mut().filter(|follow| follow.under_way()) {
            let age = now.since(follow.told.since);
            let late = age >= pace::FOLLOW_LATE_MS;
            let end = if follow.told.server.is_none() { pace::RESERVATION_MS } else { pace::FOLLOW_END_MS };
            if late != follow.told.late || age >= end {
                follow.told.late = late;
                if age >= end {
                    follow.end(now, Outcome::GivenUp);
                }
                note(&mut self.changed_follows, &follow.told.scope);
            }
        }
        let (changed, follows) = (&mut self.changed_follows, &mut self.follows);
        follows.retain(|follow| {
            let keep = follow.told.ended_at.is_none_or(|at| now.since(at) < pace::KEEP_MS);
            if !keep {
                note(changed, &follow.told.scope);
            }
            keep
        });
    }
}

impl Follow {
    pub(crate) fn is_about(&self, scope: &Scope, id: &ServerId) -> bool {
        self.told.scope == *scope && self.told.server.as_ref() == Some(id)
    }

    fn spends(&self) -> bool {
        match self.told.operation {
            Operation::Create => true,
            Operation::Act(action) => action.definition().spends,
        }
    }

    fn end(&mut self, now: Millis, outcome: Outcome) {
        if outcome != Outcome::UnderWay {
            self.told.ended_at = Some(now);
        }
        self.told.outcome = outcome;
    }
}
