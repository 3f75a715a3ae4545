//! Computations for the pages: routes, filters and sorting, the visible window of a table, numbers for display.
//!
//! Pure: no I/O, no clock, no browser, and no displayed texts.

pub mod console_log;
mod datum;
pub mod everywhere;
pub mod exported;
pub mod flavors;
pub mod human;
pub mod instances;
pub mod json;
pub mod key_pairs;
mod known;
pub mod listing;
pub mod named;
pub mod network;
pub mod order;
pub mod overview;
pub mod ports;
pub mod query;
mod recycled;
pub mod routes;
pub mod scope;
pub mod selection;
pub mod storage;
pub mod switcher;
pub mod visible;
pub mod window;
pub mod zones;

pub use ::query::{fold, fold_char};
pub use datum::Datum;
pub use known::Known;
pub use recycled::recycled;
