//! Instances: all of them, one of them, a new one, and what can be done to them.

mod actions;
mod ask;
mod create;
mod detail;
mod fate;
mod flavors;
mod images;
mod list;
mod marks;
mod password;
mod words;

pub use actions::{Actions, listen, menu, tell};
pub use ask::{Asking, panel as ask_panel};
pub use create::{look_back, page as create_page};
pub use detail::page as detail_page;
pub use images::image_names;
pub use list::{page as list_page, why_stale};
