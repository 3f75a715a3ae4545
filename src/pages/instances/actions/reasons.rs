//! Why an action is impossible now, as a sentence. The rules themselves stand in `cloud::rules::lifecycle`.

use cloud::Status;
use cloud::rules::lifecycle::{FlavorRule, Refusal};

use crate::locales::{Text, filled, tx};
use crate::pages::instances::words;

/// The sentence.
pub fn sentence(refusal: Refusal) -> Text {
    match refusal {
        Refusal::Busy(task) => filled(|t| t.actions().busy, [("task", words::task(&task.0))]),
        Refusal::Deleted => tx(|t| t.actions().gone),
        Refusal::SoftDeleted => tx(|t| t.actions().restore_first),
        Refusal::NeverRan => tx(|t| t.actions().never_ran),
        Refusal::Locked => tx(|t| t.actions().locked),
        Refusal::NotLocked => tx(|t| t.actions().not_locked),
        Refusal::NotOnThisFlavor(FlavorRule::OnlyU2) => tx(|t| t.actions().only_u2),
        Refusal::NotOnThisFlavor(FlavorRule::NeverU2) => tx(|t| t.actions().never_u2),
        Refusal::NotOnThisFlavor(FlavorRule::NeverGpu) => tx(|t| t.actions().never_gpu),
        Refusal::NotOffered(_) => tx(|t| t.actions().not_offered),
        Refusal::ReadOnly => tx(|t| t.actions().read_only),
        Refusal::WrongStatus { is, needs } => {
            filled(|t| t.actions().needs, [("states", any_of(needs)), ("is", words::status(&is))])
        }
    }
}

/// "Running or Error"; "Running, Error or Paused".
fn any_of(states: &'static [Status]) -> Text {
    let Some((last, before)) = states.split_last() else { return Text::default() };
    let last = words::status(last);
    if before.is_empty() {
        return last;
    }
    let before: Vec<Text> = before.iter().map(words::status).collect();
    let one = Text::live(move || before.iter().map(|state| state.get()).collect::<Vec<_>>().join(", ").into());
    filled(|t| t.actions().or, [("one", one), ("two", last)])
}
