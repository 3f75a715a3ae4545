//! What of signing in is not needed while all goes well: why it was refused, what is wrong with `config.json`, and the second
//! sign-in over a page. It comes after the first load, or when it is wanted.

use cloud::sign_in::{Method, password_expired};
use cloud::{Failure, FailureKind};
use leptos::prelude::*;

use super::again::{again, renew};
use super::unconfigured::unconfigured;
use crate::data::ConfigFailure;
use crate::locales::{Advice, Texts};
use crate::parts::{Content, Part, files};
use crate::ui::FailureCard;

/// Its parts.
pub struct LateSignIn {
    /// Why the cloud did not take it.
    pub refused: fn(Failure, Method) -> AnyView,
    /// Why nobody can sign in.
    pub unconfigured: fn(ConfigFailure) -> AnyView,
    /// Signing in again, over the page.
    pub again: fn(RwSignal<bool>) -> AnyView,
    /// The same before the session ends.
    pub renew: fn(RwSignal<bool>) -> AnyView,
}

/// See [`LateSignIn`].
pub static LATE_SIGN_IN: Part<LateSignIn> = files::EXTRAS.part();

impl Content for LateSignIn {
    const CONTENT: Self = Self { refused, unconfigured, again, renew };
}

fn refused(failure: Failure, method: Method) -> AnyView {
    let instead = meaning(&failure, method);
    view! { <FailureCard failure instead /> }.into_any()
}

/// At the sign-in some failures mean something else than on a page.
fn meaning(failure: &Failure, method: Method) -> Option<fn(Texts) -> &'static Advice> {
    match (&failure.kind, method) {
        (FailureKind::Unauthenticated, Method::Token { .. }) => Some(|t| &t.sign_in_more().wrong_token),
        (FailureKind::Unauthenticated, _) if password_expired(failure) => Some(|t| &t.sign_in_more().expired),
        (FailureKind::Unauthenticated, _) => Some(|t| &t.sign_in_more().wrong),
        // Keystone answers 404 to a token it does not know, and to a version it does not speak.
        (FailureKind::NotFound, Method::Token { v3: true }) => Some(|t| &t.sign_in_more().wrong_token),
        (FailureKind::NotFound | FailureKind::Unreadable, _) => Some(|t| &t.sign_in_more().no_identity),
        (FailureKind::NoService(_), _) => Some(|t| &t.sign_in_more().no_compute),
        _ => None,
    }
}
