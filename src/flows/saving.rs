//! An image on its way, from the cloud's yes until it is ready (rows S27, N07): a notice that goes on when the dialog is
//! closed. It is looked for in the list of images, which is asked for quickly while one in it is being saved.

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

/// How far it is.
#[derive(Clone, PartialEq)]
enum State {
    /// The cloud has not said anything of it yet.
    Waiting,
    /// So many bytes are there, or so many percent.
    Coming {
        size: Option<u64>,
        percent: Option<u8>,
    },
    Ready,
    Failed(ImageStatus),
    /// It was there, and is no longer.
    Gone,
    /// The cloud did not name it, and more than one new image fits.
    Unknown,
    /// Nobody watches any longer.
    GivenUp,
}

/// An image on its way.
#[derive(Clone)]
pub struct Saving {
    name: String,
    of: Text,
    state: ArcRwSignal<State>,
}

impl Saving {
    /// Where it stands, in a sentence; followed.
    pub fn words(&self) -> Text {
        let saving = self.clone();
        Text::live(move || saving.sentence())
    }

    /// It is ready, or never will be; followed.
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

/// Follows an image until it is ready, and tells it in a notice: `of` is what it is made of. Where the cloud did not name it,
/// it is known by its name, its time and its owner; of two that fit nobody can say which it is.
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
    // The cloud's own clock, as far as it is known.
    let unnamed = Unnamed { name, owner, since: Timestamp(clock::now_ms() as i64) };
    let id = RefCell::new(id);
    effect(move || {
        if untrack(|| saving.has_ended()) {
            return;
        }
        let Some(images) = list.value.get() else { return };
        let before = saving.state.get_untracked();
        // While the list is read anew, what is missing may be on a page to come.
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
