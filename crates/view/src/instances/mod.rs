//! The table of instances: what is searched, filtered and sorted, and how that stands in the address.

mod filter;
mod group;
mod index;
mod natural;
mod order;
mod reused;
mod sort;

pub use filter::Filter;
pub use group::StatusGroup;
pub use index::{Facets, Names, RowIndex};
pub use natural::natural_key;
pub use sort::{Column, Sort};
