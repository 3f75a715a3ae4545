//! The administrator's password that the cloud generates at creation, rebuild or rescue. The API returns it only once,
//! so closing or leaving asks for confirmation until it was copied.

use cloud::wire::AdminPassword;
use leptos::prelude::*;

use crate::browser::navigation::{self, Leaving};
use crate::locales::tx;
use crate::reactive::effect;
use crate::routes;
use crate::ui::{Button, Kind, SecretText, Warning, guard_leaving, live_view};

/// The password and whether it was copied.
#[derive(Clone, Copy)]
pub struct OnceShown {
    password: RwSignal<Option<AdminPassword>>,
    copied: RwSignal<bool>,
    /// The confirmation: `None` if closed; `Some(None)` asks before closing the dialog, `Some(Some(…))` before leaving
    /// the page.
    asking: RwSignal<Option<Option<Leaving>>>,
}

impl OnceShown {
    /// No password yet. Leaving the page is guarded for as long as the reactive owner exists.
    pub fn new() -> Self {
        let once = Self { password: RwSignal::new(None), copied: RwSignal::new(false), asking: RwSignal::new(None) };
        guard_leaving(once.holds(), move |leaving| _ = once.asking.try_set(Some(Some(leaving))));
        once
    }

    pub fn set(self, password: Option<AdminPassword>) {
        let _ = self.copied.try_set(false);
        let _ = self.password.try_set(password);
    }

    /// The password; reactive.
    pub fn get(self) -> Option<AdminPassword> {
        self.password.get()
    }

    /// Whether a password is shown that was not copied yet.
    fn holds(self) -> Memo<bool> {
        Memo::new(move |_| self.password.with(Option::is_some) && !self.copied.get())
    }

    /// Whether the dialog may close. If not, the confirmation is shown.
    pub fn may_close(self) -> bool {
        let held = untrack(|| self.password.with(Option::is_some) && !self.copied.get());
        self.asking.set(held.then_some(None));
        !held
    }

    /// Keeps the dialog open. Browsers close a dialog at the second Esc without asking, and it may have been closed
    /// before the password arrived: in both cases it is opened again.
    pub fn stay_open(self, open: RwSignal<bool>) {
        effect(move || {
            if self.password.with(Option::is_some) {
                open.set(true);
            }
        });
        effect(move || {
            if !open.get() && !self.may_close() {
                open.set(true);
            }
        });
    }

    /// The password with its explanation and the confirmation. `closed` is called when it may disappear.
    pub fn view(self, password: AdminPassword, closed: Callback<()>) -> AnyView {
        let go = routes::go_to();
        let lose = move || {
            let leaving = self.asking.get_untracked().flatten();
            self.set(None);
            self.asking.set(None);
            closed.run(());
            match leaving {
                Some(Leaving::To(address)) => go.run(address),
                Some(Leaving::Back) => navigation::back(),
                None => {}
            }
        };
        let question = move || {
            view! {
                <div class="failure" role="alert">
                    <p>{tx(|t| t.questions().password_leave)}</p>
                    <div class="create-actions">
                        <Button label=tx(|t| t.questions().password_discard) kind=Kind::Danger on_click=lose />
                        <Button label=tx(|t| t.questions().password_stay) kind=Kind::Primary
                            on_click=move || self.asking.set(None) />
                    </div>
                </div>
            }
            .into_any()
        };
        view! {
            <section class="password">
                <h2>{tx(|t| t.questions().password)}</h2>
                <SecretText text=password.0 what=tx(|t| t.questions().password) on_copied=move |()| self.copied.set(true) />
            </section>
            <Warning words=tx(|t| t.questions().password_once) />
            {live_view(move || match self.asking.get() {
                Some(_) => question(),
                None => ().into_any(),
            })}
        }
        .into_any()
    }
}
