//! One way to send what a form or a question asks for: Leptos' `Action`, and what all of them want of it
//! (docs/decisions/0006).

use std::cell::Cell;
use std::pin::Pin;

use cloud::Failure;
use leptos::prelude::*;

use crate::reactive::Observed;

/// What goes out, and what is done after the answer.
type Work<E> = Pin<Box<dyn Future<Output = Result<(), E>>>>;

/// What pressing the button does. [`ConfirmForm`](super::ConfirmForm) and [`ConfirmDialog`](super::ConfirmDialog) take it
/// whole; a form of its own reads `busy` and `failure`.
///
/// ```ignore
/// let rename = Submit::new(move || {
///     let name = focus::valid(untrack(checked))?;
///     Some(async move {
///         data::rename(&server, &name).await?;
///         let _ = open.try_set(false);
///         toast::done(renamed(&name));
///         Ok(())
///     })
/// });
/// view! { <ConfirmForm open confirm=tx(|t| t.questions().save) submit=rename> … </ConfirmForm> }
/// ```
///
/// After an `.await` the form may be gone: its signals are written with `try_set` there. The work itself goes on, and what
/// it begins (a notice, a volume that is followed) belongs to no page.
pub struct Submit<E: 'static = Failure> {
    /// It was sent and has no answer yet.
    pub busy: Observed<bool>,
    /// Why the last attempt did not work; gone with the next one.
    pub failure: Observed<Option<E>>,
    begin: Callback<(), Option<Work<E>>>,
    action: StoredValue<Sending<E>>,
}

type Sending<E> = ArcAction<Cell<Option<Work<E>>>, Result<(), E>>;

impl<E: Clone + Send + Sync + 'static> Submit<E> {
    /// `begin` looks at what was typed when the button is pressed: `None` sends nothing.
    pub fn new<W: Future<Output = Result<(), E>> + 'static>(
        begin: impl Fn() -> Option<W> + Send + Sync + 'static,
    ) -> Self {
        Self::erased(Callback::new(move |()| begin().map(|work| -> Work<E> { Box::pin(work) })))
    }

    /// For what needs no waiting.
    pub fn at_once(act: impl Fn() + Send + Sync + 'static) -> Self {
        Self::erased(Callback::new(move |()| {
            act();
            None
        }))
    }

    fn erased(begin: Callback<(), Option<Work<E>>>) -> Self {
        let action: Sending<E> = LASTING.with(|owner| {
            owner.with(|| {
                ArcAction::new_unsync(|work: &Cell<Option<Work<E>>>| {
                    let work = work.take();
                    async move {
                        match work {
                            Some(work) => work.await,
                            None => Ok(()),
                        }
                    }
                })
            })
        });
        let (pending, value) = (action.pending(), action.value());
        Self {
            busy: Observed::derive(move || pending.get()),
            failure: Observed::derive(move || value.with(|answer| answer.as_ref()?.as_ref().err().cloned())),
            begin,
            action: StoredValue::new(action),
        }
    }

    /// Sends it. Pressed again before the answer is there it does nothing.
    pub fn run(self) {
        if self.busy.get_untracked() {
            return;
        }
        if let Some(work) = self.begin.run(()) {
            let action = self.action.get_value();
            action.clear();
            action.dispatch_local(Cell::new(Some(work)));
        }
    }

    /// Forgets what the last attempt came to.
    pub fn clear(self) {
        self.action.get_value().clear();
    }
}

thread_local! {
    /// An action runs under the owner it was made in, and takes along what it began when that owner goes. A form goes as
    /// soon as it has done its work; this one stays.
    static LASTING: Owner = Owner::default();
}

impl<E> Clone for Submit<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Submit<E> {}
