//! The stages of creating an instance.

use crate::locales::{Text, tx};
use crate::ui::{Step, StepState, Tone};
use cloud::rules::lifecycle::{self, Outcome};
use cloud::wire::Server;

/// The stages, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// The scheduler looks for a host.
    Scheduling,
    /// The network and disk are created.
    Preparing,
    /// The hypervisor starts it.
    Spawning,
    Running,
}

const STAGES: [Stage; 4] = [Stage::Scheduling, Stage::Preparing, Stage::Spawning, Stage::Running];

/// The stage and its outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    pub stage: Stage,
    pub outcome: Outcome,
}

impl Standing {
    /// The state before the first answer.
    pub const START: Self = Self { stage: Stage::Scheduling, outcome: Outcome::StillGoing };

    /// The state by the instance's row. It never goes back to an earlier stage, because the cloud's tasks may come in
    /// any order.
    pub fn of(server: &Server, before: Self) -> Self {
        let outcome = lifecycle::built(server);
        let task = server.task_state.said().and_then(Option::as_ref).map(|task| task.0.as_str());
        let stage = match (outcome, task) {
            (Outcome::Arrived, _) => Stage::Running,
            (_, Some("networking" | "block_device_mapping")) => Stage::Preparing,
            (_, Some("spawning")) => Stage::Spawning,
            _ => Stage::Scheduling,
        };
        Self { stage: stage.max(before.stage), outcome }
    }

    /// The text of the badge.
    pub fn word(self) -> Text {
        match self.outcome {
            Outcome::Arrived => tx(|t| t.create().stage_running),
            Outcome::Failed => tx(|t| t.create().stage_failed),
            Outcome::StillGoing => self.stage.words(),
        }
    }

    pub fn tone(self) -> Tone {
        match self.outcome {
            Outcome::Arrived => Tone::Ok,
            Outcome::Failed => Tone::Bad,
            Outcome::StillGoing => Tone::Busy,
        }
    }

    /// All stages with the current one marked and `note` beside it.
    pub fn steps(self, note: Text) -> Vec<Step> {
        let here = self.stage;
        let step = |stage: Stage| {
            let state = match self.outcome {
                Outcome::Arrived => StepState::Done,
                Outcome::Failed if stage == here => StepState::Failed,
                Outcome::StillGoing if stage == here => StepState::Now,
                _ if stage < here => StepState::Done,
                _ => StepState::Next,
            };
            let note = if state == StepState::Now { note.clone() } else { Text::default() };
            Step { words: stage.words(), note, state }
        };
        let taken = Step { words: tx(|t| t.create().stage_taken), note: Text::default(), state: StepState::Done };
        [taken].into_iter().chain(STAGES.into_iter().map(step)).collect()
    }
}

impl Stage {
    fn words(self) -> Text {
        match self {
            Stage::Scheduling => tx(|t| t.create().stage_scheduling),
            Stage::Preparing => tx(|t| t.create().stage_preparing),
            Stage::Spawning => tx(|t| t.create().stage_spawning),
            Stage::Running => tx(|t| t.create().stage_running),
        }
    }
}
