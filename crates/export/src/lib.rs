//! Writes what a list shows as a text for another program: CSV and JSON of any list, and of instances an Ansible inventory
//! and a `~/.ssh/config`.
//!
//! The names in a cloud are chosen by anybody who works in the project, so every text here is written such that a name
//! cannot become a formula, a line, a template or an option of the program that reads it.
//!
//! Pure: no I/O, no clock, no browser, and no displayed texts.

mod csv;
mod hosts;
mod inventory;
mod json;
mod names;
mod quote;
mod sheet;
mod ssh_config;

pub use csv::csv;
pub use hosts::{Host, Written};
pub use inventory::inventory;
pub use json::json;
pub use sheet::{Sheet, lines};
pub use ssh_config::ssh_config;
