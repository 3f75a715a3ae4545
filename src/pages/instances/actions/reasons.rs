//! Why an action is not possible, as a sentence. The rules are in `cloud::rules::lifecycle`.

use cloud::Status;
use cloud::rules::lifecycle::{FlavorRule, Refusal};

use crate::locales::{Text, filled, tx};
use crate::pages::instances::words;

pub fn sentence(refusal: Refusal) -> Text {
    match refusal {
        Refusal::Busy(task) => filled(|t| t.outcomes().busy, [("task", words::task(&task.0))]),
        Refusal::Deleted => tx(|t| t.outcomes().gone),
        Refusal::SoftDeleted => tx(|t| t.outcomes().restore_first),
        Refusal::NeverRan => tx(|t| t.outcomes().never_ran),
        Refusal::Locked => tx(|t| t.outcomes().locked),
        Refusal::NotLocked => tx(|t| t.outcomes().not_locked),
        Refusal::NotOnThisFlavor(FlavorRule::OnlyU2) => tx(|t| t.outcomes().only_u2),
        Refusal::NotOnThisFlavor(FlavorRule::NeverU2) => tx(|t| t.outcomes().never_u2),
        Refusal::NotOnThisFlavor(FlavorRule::NeverGpu) => tx(|t| t.outcomes().never_gpu),
        Refusal::NotOffered(_) => tx(|t| t.outcomes().not_offered),
        Refusal::ReadOnly => tx(|t| t.outcomes().read_only),
        Refusal::WrongStatus { is, needs } => {
            filled(|t| t.outcomes().needs, [("states", any_of(needs)), ("is", words::status(&is))])
        }
    }
}

/// A list of states, such as "Running or Error" or "Running, Error or Paused".
fn any_of(states: &'static [Status]) -> Text {
    let Some((last, before)) = states.split_last() else { return Text::default() };
    let last = words::status(last);
    if before.is_empty() {
        return last;
    }
    let before: Vec<Text> = before.iter().map(words::status).collect();
    let one = Text::live(move || before.iter().map(|state| state.get()).collect::<Vec<_>>().join(", ").into());
    filled(|t| t.outcomes().or, [("one", one), ("two", last)])
}
