//! The frame around the pages.

mod account;
mod announcer;
mod banner;
mod crash;
mod fresh;
mod header;
mod keep_lists;
mod late;
mod project;
mod rail;
mod read_only;
mod session_left;
mod shortcuts;
mod switcher;

pub use announcer::Announcer;
pub use banner::Banner;
pub use header::Header;
pub use late::{LATE_SHELL, LateShell};
pub use project::project_mark;
pub use rail::{Rail, place_name};
pub use read_only::no_changes;
pub use shortcuts::shortcuts;

pub use crash::on_panic;
