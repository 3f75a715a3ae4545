//! A small cloud that carries an action out, also when nobody hears its answer.

use std::collections::BTreeMap;

use cloud::actions::Action;
use cloud::rules::lifecycle::allowed_for;
use cloud::wire::{Server, Told};
use cloud::{Failure, FailureKind, ServerId, Status, TaskState, Timestamp};

use super::failure;

/// How long the cloud works on an action, ms.
const WORKS_MS: u64 = 8_000;

/// The number of the scope, and the id.
pub type Place = (usize, ServerId);

/// An instance of the cloud.
pub struct Machine {
    pub row: Server,
    /// How often the action was carried out.
    pub carried_out: u32,
    /// When its task ends.
    until: Option<u64>,
    pub gone: bool,
}

/// The instances, and what the cloud still has to do.
pub struct CloudModel {
    action: Action,
    pub machines: BTreeMap<Place, Machine>,
    /// Requests that are carried out later, without an answer.
    pub late: Vec<(u64, Place)>,
}

impl CloudModel {
    pub fn new(action: Action) -> Self {
        Self { action, machines: BTreeMap::new(), late: Vec::new() }
    }

    pub fn add(&mut self, scope: usize, row: &Server) {
        let machine = Machine { row: row.clone(), carried_out: 0, until: None, gone: false };
        self.machines.insert((scope, row.id.clone()), machine);
    }

    /// Carries the action out, if the state allows it.
    pub fn carry_out(&mut self, place: &Place, now: u64) -> Result<(), Failure> {
        let Some(machine) = self.machines.get_mut(place).filter(|machine| !machine.gone) else {
            return Err(failure(FailureKind::NotFound, 404, "not found"));
        };
        if allowed_for(self.action, &machine.row).is_err() {
            return Err(failure(FailureKind::Conflict, 409, "not in this state"));
        }
        machine.carried_out += 1;
        if self.action == Action::Lock {
            // Does not change `updated`.
            if machine.row.locked != Told::Unsaid {
                machine.row.locked = Told::Said(true);
            }
            return Ok(());
        }
        let task = self.action.definition().task.map(|task| format!("{task:?}").to_lowercase());
        machine.row.task_state = Told::Said(task.map(TaskState));
        machine.row.updated = Some(wall(now));
        machine.until = Some(now + WORKS_MS);
        Ok(())
    }

    /// When something happens by itself.
    pub fn next(&self) -> Option<u64> {
        let tasks = self.machines.values().filter_map(|machine| machine.until);
        tasks.chain(self.late.iter().map(|(at, _)| *at)).min()
    }

    /// Ends tasks, and carries late requests out.
    pub fn work(&mut self, now: u64) {
        let (due, late): (Vec<_>, Vec<_>) = std::mem::take(&mut self.late).into_iter().partition(|(at, _)| *at <= now);
        self.late = late;
        for (_, place) in due {
            // Nobody hears what becomes of it.
            let _ = self.carry_out(&place, now);
        }
        for machine in self.machines.values_mut().filter(|machine| machine.until.is_some_and(|at| at <= now)) {
            machine.until = None;
            machine.row.task_state = Told::Said(None);
            machine.row.updated = Some(wall(now));
            match self.action {
                Action::Delete => machine.gone = true,
                Action::Stop => machine.row.status = Status::Shutoff,
                _ => {}
            }
        }
    }
}

/// The cloud's clock, which is far after the rows were last changed, in whole seconds.
fn wall(now: u64) -> Timestamp {
    Timestamp(1_800_000_000_000 + (now / 1000 * 1000) as i64)
}
