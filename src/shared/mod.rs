//! What several pages show and ask of the same things: pages never name each other, they meet here.

pub mod alike;
pub mod attaching;
pub mod list;
pub mod opened;
pub mod quota;
pub mod rules;
pub mod scopes;
pub mod users;
pub mod volumes;
