//! Instances: all of them, one of them, a new one, and what can be done to them.

mod actions;
mod ask;
mod bulk;
mod create;
mod detail;
mod everywhere;
mod export;
mod fields;
mod flavors;
mod late;
mod list;
mod marks;
mod password;
mod referred;
mod runs;
mod views;
mod words;

pub use actions::listen;
pub use late::{CREATE, Create, EVERYWHERE, Everywhere, INSTANCE, Instance, LateList, RUN_VIEWS, RunViews};
pub use list::page as list;
