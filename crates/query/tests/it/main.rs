//! The search language: parsing and writing, evaluating rows, editing and completion.

mod complete;
mod edit;
mod evaluate;
mod oracle;
mod parse;
mod rows;
