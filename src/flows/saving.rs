//! Follows a new image until it is ready (rows S27, N07), with a notice that outlives the dialog. It reads the list of
//! images, which is polled quickly while one of them is being saved.

use std::cell::RefCell;

use cloud::capture::{Ambiguous, Unnamed};
use cloud::wire::{Image, ImagePhase, ImageStatus};
use cloud::{ImageId, Timestamp};
use leptos::prelude::*;

use super::following::Following;
use crate::browser::clock;
use crate::data::{self, LiveState};
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::ui::amounts::megabytes;

/// The state of the image.
#[derive(Clone, PartialEq)]
enum State {
    /// Not listed yet.
    Waiting,
    /// Bytes or percent so far.
    Coming {
        size: Option<u64>,
        percent: Option<u8>,
    },
    Ready,
    Failed(ImageStatus),
    /// It was listed and has been deleted.
    Gone,
    /// The cloud returned no id, and more than one new image matches.
    Unknown,
    /// No longer followed.
    GivenUp,
}

/// A new image.
#[derive(Clone)]
pub struct Saving {
    name: String,
    of: Text,
    state: ArcRwSignal<State>,
}

impl Saving {
    /// Its state in a sentence; tracked.
    pub fn words(&self) -> Text {
        let saving = self.clone();
        Text::live(move || saving.sentence())
    }

    /// Whether it is ready or never will be; tracked.
    pub fn has_ended(&self) -> bool {
        !matches!(self.state.get(), State::Waiting | State::Coming { .. })
    }

    fn sentence(&self) -> Text {
        let say = |words: Words| filled(words, [("image", self.name.clone().into()), ("name", self.of.clone())]);
        let with = |words: Words, what: &'static str, value: Text| {
            filled(words, [("image", self.name.clone().into()), ("name", self.of.clone()), (what, value)])
        };
        match self.state.get() {
            State::Waiting => with(|t| t.outcomes().saving_image, "progress", tx(|t| t.outcomes().image_waits)),
            State::Coming { size, percent } => with(|t| t.outcomes().saving_image, "progress", progress(size, percent)),
            State::Ready => say(|t| t.outcomes().image_saved),
            State::Failed(status) => with(|t| t.outcomes().image_failed, "status", status.as_str().to_owned().into()),
            State::Gone => say(|t| t.outcomes().image_gone),
            State::Unknown => say(|t| t.outcomes().image_unknown),
            State::GivenUp => say(|t| t.outcomes().image_given_up),
        }
    }
}

fn progress(size: Option<u64>, percent: Option<u8>) -> Text {
    match (percent, size) {
        (Some(percent), _) => filled(|t| t.instance().percent, [("n", usize::from(percent).into())]),
        (None, Some(bytes)) if bytes > 0 => megabytes(bytes / 1_048_576),
        _ => tx(|t| t.outcomes().image_waits),
    }
}

/// Follows an image and shows a notice; `of` is its source. Without an id it is identified by name, time and owner.
pub fn follow(id: Option<ImageId>, name: String, of: Text) -> Saving {
    let saving = Saving { name: name.clone(), of, state: ArcRwSignal::new(State::Waiting) };
    let (late, watched) = (saving.clone(), saving.clone());
    let given_up = move |following: Following| {
        late.state.set(State::GivenUp);
        following.end(late.words(), false);
    };
    Following::begin(saving.words(), given_up, move |following| watch(following, watched, id, name));
    saving
}

fn watch(following: Following, saving: Saving, id: Option<ImageId>, name: String) {
    let list = data::images();
    let owner = data::session().with_untracked(|state| state.session().map(|session| session.scope.tenant.clone()));
    // By the cloud's clock, as far as known.
    let unnamed = Unnamed { name, owner, since: Timestamp(clock::now_ms() as i64) };
    let id = RefCell::new(id);
    effect(move || {
        if untrack(|| saving.has_ended()) {
            return;
        }
        let Some(images) = list.value.get() else { return };
        let before = saving.state.get_untracked();
        // While the list is being read, the image may be on a later page.
        let whole = list.state.get() == LiveState::Ready;
        let known = id.borrow().clone();
        let found = match known {
            Some(id) => images.iter().find(|image| image.id == id),
            None => match unnamed.among(&images) {
                Ok(found) => found,
                Err(Ambiguous) => {
                    saving.state.set(State::Unknown);
                    return following.end(saving.words(), false);
                }
            },
        };
        let now = match found {
            Some(image) => {
                id.replace(Some(image.id.clone()));
                state(image)
            }
            None if whole && before != State::Waiting => State::Gone,
            None => return,
        };
        if now != before {
            saving.state.set(now);
            if untrack(|| saving.has_ended()) {
                following.end(saving.words(), saving.state.with_untracked(|state| *state == State::Ready));
            }
        }
    });
}

fn state(image: &Image) -> State {
    match image.status.phase() {
        ImagePhase::Coming => State::Coming { size: image.size, percent: image.progress },
        ImagePhase::Ready => State::Ready,
        ImagePhase::Failed => State::Failed(image.status.clone()),
        ImagePhase::Gone => State::Gone,
    }
}
