//! Follows work that the cloud accepted and has not finished: a notice shows it until its end, even after the page is
//! left.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use leptos::prelude::*;
use sync::{Scope, pace};

use crate::browser::timers::{self, Timeout};
use crate::data;
use crate::locales::Text;
use crate::reactive::effect;
use crate::ui::toast::{self, About};

/// Work that is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Following {
    number: u64,
}

/// The owner keeps its subscriptions, the timer ends it.
struct Kept {
    number: u64,
    _owner: Owner,
    _end: Timeout,
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Following {
    /// Shows a notice and follows the work. `watch` subscribes to its state and calls [`Following::end`]; `given_up` is
    /// called after a timeout.
    pub fn begin(begun: Text, given_up: impl FnOnce(Self) + 'static, watch: impl FnOnce(Self)) {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        // Far from the numbers of followed instances.
        let following = Self { number: (1 << 62) + NEXT.fetch_add(1, Ordering::Relaxed) };
        toast::under_way(following.about(), begun);
        // Without a parent, so that it outlives the page.
        let owner = Owner::new_root(None);
        owner.with(|| {
            let began = untrack(scope);
            let first = began.clone();
            effect(move || {
                if scope() != first && data::worked_in().is_none() {
                    // In another scope there is nothing to report.
                    toast::withdraw(following.number);
                    following.forget();
                }
            });
            // Rows of other projects may be shown meanwhile.
            data::within(ArcRwSignal::new(began), || watch(following));
        });
        let end = timers::after(pace::FOLLOW_END_MS, move || given_up(following));
        KEPT.with_borrow_mut(|all| all.push(Kept { number: following.number, _owner: owner, _end: end }));
    }

    /// Reports how it ended.
    pub fn end(self, words: Text, well: bool) {
        toast::ended(self.about(), words, well);
        self.forget();
    }

    fn about(self) -> About {
        About { operation: self.number, subject: None }
    }

    /// Delayed, because the effect that found the end is disposed as well.
    fn forget(self) {
        let forget = move || KEPT.with_borrow_mut(|all| all.retain(|one| one.number != self.number));
        set_timeout(forget, std::time::Duration::ZERO);
    }
}

fn scope() -> Option<Scope> {
    data::session().with(|state| state.session().map(|session| session.scope.clone()))
}
