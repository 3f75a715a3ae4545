//! Runs and their items as text.

use cloud::Failure;
use cloud::rules::lifecycle::Action;
use leptos::prelude::Signal;
use runner::{Counts, Doubt, End, Item, Operation, Phase, Reason, Run};

use crate::locales::{Plural, Text, Texts, counted, counted_once, filled, tx};
use crate::pages::instances::actions::skipped;
use crate::shared::bulk::title_of;
use crate::ui::{Tone, failure_words};

type Forms = fn(Texts) -> &'static Plural;

/// What a run does: "Stop 41 instances".
pub fn title(run: &Run) -> Text {
    counted_once(forms(run.operation()), planned(run))
}

/// An operation on `n` instances: "Stop 41 instances".
pub fn what(operation: &Operation, n: Signal<usize>) -> Text {
    counted(forms(operation), n)
}

fn forms(operation: &Operation) -> Forms {
    match operation {
        Operation::Plain(Action::Start) => |t| &t.runs().start,
        Operation::Plain(Action::Stop) => |t| &t.runs().stop,
        Operation::Plain(Action::SoftReboot) => |t| &t.runs().soft_reboot,
        Operation::Plain(Action::HardReboot) => |t| &t.runs().hard_reboot,
        Operation::Plain(Action::Delete | Action::ForceDelete) => |t| &t.runs().delete,
        Operation::Plain(Action::Shelve) => |t| &t.runs().shelve,
        Operation::Plain(Action::Unshelve) => |t| &t.runs().unshelve,
        Operation::Plain(Action::Lock) => |t| &t.runs().lock,
        Operation::Plain(Action::Unlock) => |t| &t.runs().unlock,
        Operation::Plain(_) => |t| &t.runs().change,
        Operation::AddGroup(_) => |t| &t.runs().add_group,
        Operation::RemoveGroup(_) => |t| &t.runs().remove_group,
        Operation::Resize(_) => |t| &t.runs().resize,
        Operation::CreateImage { .. } => |t| &t.runs().create_image,
        Operation::SetMetadata { .. } | Operation::RemoveMetadata { .. } => |t| &t.runs().metadata,
        operation @ (Operation::Remove(_) | Operation::Detach | Operation::Extend { .. }) => title_of(operation),
    }
}

/// What a run is doing: "Stopping 41".
pub fn doing(run: &Run) -> Text {
    let forms: Forms = match run.operation() {
        Operation::Plain(Action::Start) => |t| &t.runs().starting,
        Operation::Plain(Action::Stop) => |t| &t.runs().stopping,
        Operation::Plain(Action::SoftReboot | Action::HardReboot) => |t| &t.runs().rebooting,
        Operation::Plain(Action::Delete | Action::ForceDelete) => |t| &t.runs().deleting,
        Operation::Plain(Action::Shelve) => |t| &t.runs().shelving,
        Operation::Plain(Action::Unshelve) => |t| &t.runs().unshelving,
        Operation::Resize(_) => |t| &t.runs().resizing,
        Operation::Remove(_) => |t| &t.runs().deleting,
        _ => |t| &t.runs().changing,
    };
    counted_once(forms, planned(run))
}

/// The items that were not skipped by the plan or in the run.
fn planned(run: &Run) -> usize {
    run.items().len() - run.counts().skipped
}

/// The parts of a sum of items: "12 done · 1 failed".
pub fn tally(counts: &Counts) -> Vec<Text> {
    let left = counts.waiting + counts.sent + counts.unknown + counts.following;
    let parts: [(usize, Forms); 5] = [
        (counts.done, |t| &t.runs().done),
        (counts.failed, |t| &t.runs().failed),
        (counts.lost, |t| &t.runs().unclear),
        (counts.skipped, |t| &t.runs().skipped),
        (left, |t| &t.runs().left),
    ];
    let none = parts.iter().all(|(n, _)| *n == 0);
    let some = parts.into_iter().enumerate().filter(|(at, (n, _))| *n > 0 || (none && *at == 0));
    some.map(|(_, (n, forms))| counted_once(forms, n)).collect()
}

/// Parts with a dot between them.
pub fn joined(parts: Vec<Text>) -> Text {
    Text::live(move || parts.iter().map(Text::get).collect::<Vec<_>>().join(" · ").into())
}

/// "Stop 41 instances: 40 done · 1 failed".
pub fn ended(run: &Run) -> Text {
    let counts = joined(tally(&run.counts()));
    filled(|t| t.runs().ended, [("what", title(run)), ("counts", counts)])
}

/// The state of an item as a colour.
pub fn tone(item: &Item) -> Tone {
    match item.phase() {
        Phase::Waiting => Tone::Off,
        Phase::Sent | Phase::Unknown(_) | Phase::Following => Tone::Busy,
        Phase::Ended(End::Done) => Tone::Ok,
        Phase::Ended(End::Failed(_)) => Tone::Bad,
        Phase::Ended(End::Skipped(_)) => Tone::Off,
        Phase::Ended(End::Unknown) => Tone::Unknown,
    }
}

/// The state of an item as a word.
pub fn state(item: &Item) -> Text {
    tx(match item.phase() {
        Phase::Waiting => |t| t.runs().waiting,
        Phase::Sent => |t| t.runs().sent,
        Phase::Unknown(_) => |t| t.runs().asking,
        Phase::Following => |t| t.runs().following,
        Phase::Ended(End::Done) => |t| t.runs().is_done,
        Phase::Ended(End::Failed(_)) => |t| t.runs().is_failed,
        Phase::Ended(End::Skipped(_)) => |t| t.runs().is_skipped,
        Phase::Ended(End::Unknown) => |t| t.runs().is_unclear,
    })
}

/// What is to be said about an item: the server's own words, or why it is as it is.
pub fn message(item: &Item) -> Text {
    let again = |failure: &Failure| filled(|t| t.runs().again, [("reason", server_words(failure))]);
    match item.phase() {
        Phase::Waiting => item.failure().map(again).unwrap_or_default(),
        Phase::Sent | Phase::Following | Phase::Ended(End::Done) => Text::default(),
        Phase::Unknown(Doubt::Lost) => match item.failure() {
            Some(failure) if !failure.message.is_empty() => server_words(failure),
            _ => tx(|t| t.runs().lost),
        },
        Phase::Unknown(Doubt::Unanswered) => tx(|t| t.runs().unanswered),
        Phase::Unknown(Doubt::Accepted) => tx(|t| t.runs().accepted),
        Phase::Ended(End::Failed(Reason::Refused(failure))) => server_words(failure),
        Phase::Ended(End::Failed(Reason::Ended(Some(fault)))) if !fault.message.is_empty() => {
            fault.message.clone().into()
        }
        Phase::Ended(End::Failed(Reason::Ended(_))) => tx(|t| t.runs().wrong_end),
        Phase::Ended(End::Failed(Reason::Vanished)) => tx(|t| t.runs().vanished),
        Phase::Ended(End::Skipped(skip)) => skipped(skip),
        Phase::Ended(End::Unknown) => tx(|t| t.runs().unclear_text),
    }
}

/// The server's own words; without any, what the failure means.
fn server_words(failure: &Failure) -> Text {
    if failure.message.is_empty() { failure_words(failure) } else { failure.message.clone().into() }
}
