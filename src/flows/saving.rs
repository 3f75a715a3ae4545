//! An image on its way, from the cloud's yes until it is ready (rows S27, N07): a notice that goes on when the dialog is
//! closed. It is looked for in the list of images, which is asked for quickly while one in it is being saved.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use cloud::ImageId;
use cloud::wire::{Image, ImagePhase, ImageStatus};
use leptos::prelude::*;
use sync::{Scope, pace};

use crate::browser::timers::{self, Timeout};
use crate::data::{self, LiveState};
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::shared::amounts::megabytes;
use crate::ui::toast::{self, About};

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
            State::Waiting => with(|t| t.actions().saving_image, "progress", tx(|t| t.actions().image_waits)),
            State::Coming { size, percent } => with(|t| t.actions().saving_image, "progress", progress(size, percent)),
            State::Ready => say(|t| t.actions().image_saved),
            State::Failed(status) => with(|t| t.actions().image_failed, "status", status.as_str().to_owned().into()),
            State::Gone => say(|t| t.actions().image_gone),
            State::GivenUp => say(|t| t.actions().image_given_up),
        }
    }
}

fn progress(size: Option<u64>, percent: Option<u8>) -> Text {
    match (percent, size) {
        (Some(percent), _) => filled(|t| t.instance().percent, [("n", usize::from(percent).into())]),
        (None, Some(bytes)) if bytes > 0 => megabytes(bytes / 1_048_576),
        _ => tx(|t| t.actions().image_waits),
    }
}

/// What is followed, by its number: the owner keeps the subscription, the timer ends it.
struct Followed {
    number: u64,
    _owner: Owner,
    _end: Option<Timeout>,
}

thread_local! {
    static FOLLOWED: RefCell<Vec<Followed>> = const { RefCell::new(Vec::new()) };
}

/// Follows an image until it is ready, and tells it in a notice: `of` is what it is made of. Without its id it is known by
/// its name.
pub fn follow(id: Option<ImageId>, name: String, of: Text) -> Saving {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    // Far from the numbers of followed instances.
    let number = (1 << 62) + NEXT.fetch_add(1, Ordering::Relaxed);
    let saving = Saving { name: name.clone(), of, state: ArcRwSignal::new(State::Waiting) };
    toast::under_way(about(number), saving.words());
    // Goes on when the page that began it is left: no owner above it.
    let owner = Owner::new_root(None);
    owner.with(|| watch(number, saving.clone(), id, name));
    let late = saving.clone();
    let end = timers::after(pace::FOLLOW_END_MS, move || {
        late.state.set(State::GivenUp);
        ended(number, &late);
    });
    FOLLOWED.with_borrow_mut(|all| all.push(Followed { number, _owner: owner, _end: end }));
    saving
}

fn watch(number: u64, saving: Saving, id: Option<ImageId>, name: String) {
    let (list, began) = (data::images(), untrack(scope));
    let older: Vec<ImageId> =
        untrack(|| list.value.get()).iter().flat_map(|all| all.iter()).map(|image| image.id.clone()).collect();
    let is_it = move |image: &&Image| match &id {
        Some(id) => image.id == *id,
        None => image.name == name && !older.contains(&image.id),
    };
    effect(move || {
        if saving.state.with_untracked(|state| !matches!(state, State::Waiting | State::Coming { .. })) {
            return;
        }
        if scope() != began {
            // Another project or region: there is nothing to say of it here.
            toast::withdraw(number);
            return forget(number);
        }
        let Some(images) = list.value.get() else { return };
        let before = saving.state.get_untracked();
        // While the list is read anew, what is missing may be on a page to come.
        let whole = list.state.get() == LiveState::Ready;
        let now = match images.iter().find(&is_it) {
            Some(image) => state(image),
            None if whole && before != State::Waiting => State::Gone,
            None => return,
        };
        if now != before {
            saving.state.set(now);
            ended(number, &saving);
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

/// Tells how it ended, if it has.
fn ended(number: u64, saving: &Saving) {
    if untrack(|| saving.has_ended()) {
        let well = saving.state.with_untracked(|state| *state == State::Ready);
        toast::ended(about(number), saving.words(), well);
        forget(number);
    }
}

fn about(number: u64) -> About {
    About { operation: number, subject: None }
}

/// Not at once: the effect that found it ended is one of those that go.
fn forget(number: u64) {
    let forget = move || FOLLOWED.with_borrow_mut(|all| all.retain(|one| one.number != number));
    set_timeout(forget, std::time::Duration::ZERO);
}

fn scope() -> Option<Scope> {
    data::session().with(|state| state.session().map(|session| session.scope.clone()))
}
