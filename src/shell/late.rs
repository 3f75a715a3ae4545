//! The parts of the header that are loaded later.

use leptos::prelude::*;

use super::session_left::session_left;
use super::switcher::switcher;
use crate::parts::{Content, Part, files};

/// What the header shows after `extras` is loaded.
pub struct LateShell {
    /// How long the session goes on; the signal is set when one wants to sign in again before its end.
    pub session_left: fn(RwSignal<bool>) -> AnyView,
    /// The dialog that switches project and region, while the signal says so.
    pub switcher: fn(RwSignal<bool>) -> AnyView,
}

/// See [`LateShell`].
pub static LATE_SHELL: Part<LateShell> = files::EXTRAS.part();

impl Content for LateShell {
    const CONTENT: Self = Self { session_left, switcher };
}
