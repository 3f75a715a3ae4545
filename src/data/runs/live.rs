//! A run as a page sees it. What a page changes is done by the tab that works on the run.

use std::sync::Arc;

use leptos::prelude::*;
use runner::{Event, ItemNo, Options, Run};
use sync::Millis;

use super::{held, tabs};
use crate::data::driver;

/// Whether a run survives a reload.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Kept {
    /// It is stored.
    #[default]
    Yes,
    /// The browser stores nothing, or the cloud did not report who the user is: a reload or closing the page ends it.
    No,
}

/// A run. Cheap to clone.
#[derive(Clone)]
pub struct LiveRun {
    pub(super) id: Arc<str>,
    /// Changes a few times a second while the run changes.
    pub(super) changed: ArcRwSignal<u32>,
    pub(super) kept: ArcRwSignal<Kept>,
    pub(super) here: ArcRwSignal<bool>,
}

impl PartialEq for LiveRun {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

thread_local! {
    static LIST: ArcRwSignal<Arc<[LiveRun]>> = ArcRwSignal::new(Arc::new([]));
}

/// The runs to show.
pub(super) fn list() -> ArcRwSignal<Arc<[LiveRun]>> {
    LIST.with(Clone::clone)
}

impl LiveRun {
    pub(super) fn new(id: &str, here: bool) -> Self {
        Self { id: id.into(), changed: ArcRwSignal::new(0), kept: ArcRwSignal::default(), here: ArcRwSignal::new(here) }
    }

    /// Identifies it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Reads it, with the present time by its caller's clock; tracked. `None` if it has been dismissed.
    pub fn read<T>(&self, read: impl FnOnce(&Run, Millis) -> T) -> Option<T> {
        self.changed.track();
        held::of(&self.id).map(|held| read(&held.run.borrow(), driver::now()))
    }

    /// Whether it survives a reload; tracked.
    pub fn kept(&self) -> Kept {
        self.kept.get()
    }

    /// Whether this tab works on it; tracked.
    pub fn is_here(&self) -> bool {
        self.here.get()
    }

    /// Sends nothing new until [`LiveRun::resume`].
    pub fn pause(&self) {
        tabs::tell(&self.id, Event::Pause);
    }

    /// Goes on after a pause.
    pub fn resume(&self) {
        tabs::tell(&self.id, Event::Resume);
    }

    /// Sends nothing new, for good.
    pub fn stop(&self) {
        tabs::tell(&self.id, Event::Stop);
    }

    /// Tries these items again.
    pub fn retry(&self, items: Vec<ItemNo>) {
        tabs::tell(&self.id, Event::Retry(items));
    }

    /// Changes how it proceeds.
    pub fn set_options(&self, options: Options) {
        tabs::tell(&self.id, Event::Options(options));
    }

    /// Forgets it, in all tabs. What is under way is not followed any more.
    pub fn dismiss(&self) {
        tabs::dismiss(&self.id);
    }
}
