//! Signing in (rows N01, S31): the first page, and again over any page when the session has ended.
//!
//! * `fields`: what is typed, and what the form says about it; the rules are [`cloud::sign_in`]'s.
//! * `form`: a whole form for one cloud. `first`: the page around it, `elsewhere`: a link that nobody is signed in for. `again`: the dialog's content, `demo`: the one click.

mod again;
mod demo;
mod elsewhere;
mod fields;
mod first;
mod form;
mod late;
mod unconfigured;

pub use first::page;
pub use late::{LATE_SIGN_IN, LateSignIn};
