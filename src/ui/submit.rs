//! Sends what a form or confirmation asks for: Leptos' `Action` with additions (docs/decisions/0006).

use std::cell::Cell;
use std::pin::Pin;

use cloud::Failure;
use leptos::prelude::*;

/// The request and what follows its response.
type Work<E> = Pin<Box<dyn Future<Output = Result<(), E>>>>;

/// The action of a form's button, for [`ConfirmForm`](super::ConfirmForm) and [`ConfirmDialog`](super::ConfirmDialog);
/// a custom form reads `busy` and `failure`.
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
/// After an `.await` the form may be gone, so its signals are written with `try_set`. The work continues, and what it
/// starts (a notice, following a volume) belongs to no page.
pub struct Submit<E: Send + Sync + 'static = Failure> {
    /// Sent, without a response yet.
    pub busy: Signal<bool>,
    /// Why the last attempt failed; cleared by the next one.
    pub failure: Signal<Option<E>>,
    begin: Callback<(), Option<Work<E>>>,
    action: StoredValue<Sending<E>>,
}

type Sending<E> = ArcAction<Cell<Option<Work<E>>>, Result<(), E>>;

impl<E: Clone + Send + Sync + 'static> Submit<E> {
    /// `begin` validates the input when the button is pressed; `None` sends nothing.
    pub fn new<W: Future<Output = Result<(), E>> + 'static>(
        begin: impl Fn() -> Option<W> + Send + Sync + 'static,
    ) -> Self {
        Self::erased(Callback::new(move |()| begin().map(|work| -> Work<E> { Box::pin(work) })))
    }

    /// For an action that does not wait.
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
            busy: Signal::derive(move || pending.get()),
            failure: Signal::derive(move || value.with(|answer| answer.as_ref()?.as_ref().err().cloned())),
            begin,
            action: StoredValue::new(action),
        }
    }

    /// Sends. Does nothing while a request is pending.
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

    /// Clears the failure.
    pub fn clear(self) {
        self.action.get_value().clear();
    }
}

thread_local! {
    /// An action is disposed with the owner it was created under, including what it started. A form is removed as soon
    /// as it is done; this owner stays.
    static LASTING: Owner = Owner::default();
}

impl<E: Send + Sync> Clone for Submit<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Send + Sync> Copy for Submit<E> {}
