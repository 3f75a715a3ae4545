//! The parts of the header that are loaded later.

use leptos::prelude::*;

use super::keep_lists::keep_lists;
use super::session_left::session_left;
use super::switcher::switcher;
use crate::data;
use crate::locales::tx;
use crate::parts::{Content, Part, files};
use crate::ui::toast;

/// What the header shows after `extras` is loaded.
pub struct LateShell {
    /// The remaining time of the session; the signal is set when the person wants to sign in again before its end.
    pub session_left: fn(RwSignal<bool>) -> AnyView,
    /// The dialog that switches project and region, shown while the signal is true.
    pub switcher: fn(RwSignal<bool>) -> AnyView,
    /// The dialog in which the person allows keeping lists in this browser, shown while the signal is true.
    pub keep_lists: fn(RwSignal<bool>) -> AnyView,
    /// Caches the release in the browser, and offers a newer one.
    pub keep_release: fn(),
}

/// See [`LateShell`].
pub static LATE_SHELL: Part<LateShell> = files::EXTRAS.part();

impl Content for LateShell {
    const CONTENT: Self = Self { session_left, switcher, keep_lists, keep_release };
}

fn keep_release() {
    data::keep_release(|| toast::offer(tx(|t| t.offline().new_release), tx(|t| t.shell().reload), data::load_release));
}
