//! The answers that Maru's own calls read.

mod actions;
mod attachments;
mod changes;
mod key_pairs;
mod neighbours;
mod quota;
mod servers;

use cloud::actions::Action;

use crate::fixture::Recorded;

/// The instance that most of the recording is about.
pub const VERIFY: &str = "c3fca570-cc44-4d18-ac0f-e2da494dca0b";

/// A file and its check.
type Check = (&'static str, fn(&Recorded));

/// An action without an argument.
fn plain(recorded: &Recorded, action: Action) {
    recorded.read_exact(&action.call(&VERIFY.into()).expect("a call"));
}

/// Checks all of them; returns their names.
pub fn check_all() -> Vec<&'static str> {
    let all = [
        neighbours::NEIGHBOURS,
        key_pairs::KEY_PAIRS,
        servers::ONE_SERVER,
        servers::SERVER_LISTS,
        changes::CREATES,
        changes::ACTIONS,
        actions::MORE_ACTIONS,
        attachments::ATTACHMENTS,
        quota::QUOTA,
    ];
    let all = all.concat();
    for (file, check) in &all {
        check(&Recorded::load(file));
    }
    all.into_iter().map(|(file, _)| file).collect()
}
