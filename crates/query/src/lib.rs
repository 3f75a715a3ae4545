//! The search language of the lists: `web zone:kr-a status:error,changing age>90d -is:protected`.
//!
//! The text of the search box is parsed to a [`Query`], a list of [`Term`]s that must all apply. A list declares its
//! [`Fields`]; [`Compiled`] checks a query against them once, and then tells for each [`Row`] whether it fits. What is
//! wrong with a query is a [`Problem`] with its place in the text: that piece is ignored, and the rest still applies.
//! [`edit`] changes the text for filter buttons, and [`complete`] suggests what could follow.
//!
//! Pure: no I/O, no clock, no browser, and no displayed texts. The language is described for people in
//! docs/guide/search.md.

mod cells;
mod check;
mod compiled;
pub mod complete;
mod counter;
pub mod edit;
mod field;
mod fold;
mod lex;
mod measure;
mod moment;
mod parse;
mod print;
mod problem;
mod row;
mod term;

pub use cells::{Cells, Shown};
pub use compiled::{Clock, Compiled};
pub use field::{Field, Fields, Found, Kind};
pub use fold::{fold, fold_char};
pub use parse::{Placed, Query};
pub use problem::{Problem, Reason, Span};
pub use row::{Lines, Row, Value};
pub use term::{Op, Pattern, Term};
