//! Why an instance of a selection is skipped, as a sentence.

use runner::Skip;

use super::{reasons, targets};
use crate::locales::{Text, Words, tx};

/// The sentence.
pub fn skipped(skip: &Skip) -> Text {
    let words: Words = match skip {
        Skip::Refusal(refusal) => return reasons::sentence(refusal.clone()),
        Skip::NotATarget(reason) => return targets::why(*reason),
        Skip::NoSuchFlavor => |t| t.runs().no_flavor,
        Skip::NoRootVolume => |t| t.runs().no_root,
        Skip::NothingToDo => |t| t.runs().nothing_to_do,
        Skip::Protected => |t| t.runs().protected,
        Skip::NoSession => |t| t.runs().no_session,
        Skip::OtherRun => |t| t.runs().other_run,
        Skip::NotNow => |t| t.bulk().not_now,
        Skip::NotPossible => |t| t.runs().not_possible,
        Skip::Stopped => |t| t.runs().was_stopped,
        Skip::AfterFailures => |t| t.runs().too_many_failed,
    };
    tx(words)
}
