//! The table of instances: search, filters, sorting, and their URL parameters.

mod asked;
mod everywhere;
mod facets;
mod fields;
mod group;
mod grouping;
mod index;
mod names;
mod natural;
mod occurring;
mod order;
mod reused;
mod search;
mod size;
mod sort;
mod texts;
mod values;

pub use asked::{ASKED, AskDraft, AskProblem};
pub use everywhere::{Everywhere, Listed, row_id, split_row_id};
pub use facets::{Facet, Facets};
pub use fields::FIELDS;
pub use group::StatusGroup;
pub use grouping::{Age, Group, GroupBy, Grouped, Grouping, group_key, heading, heading_id};
pub use index::RowIndex;
pub use names::{Imaged, Labels, Names, StateWords};
pub use natural::natural_key;
pub use occurring::Occurs;
pub use search::{Needs, Search, chosen};
pub use size::{Size, Sizes};
pub use sort::{Column, Sort};
pub use texts::group_word;
pub use values::{reason, since, value};
