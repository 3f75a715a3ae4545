//! What several pages share: pages do not import each other.

pub mod alike;
pub mod attaching;
pub mod bulk;
pub mod exports;
pub mod list;
pub mod opened;
pub mod quota;
pub mod rules;
pub mod scopes;
pub mod users;
pub mod volumes;
