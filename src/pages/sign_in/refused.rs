//! The failure of a sign-in.

use cloud::sign_in::{Method, password_expired};
use cloud::{Failure, FailureKind};
use leptos::prelude::*;

use crate::locales::{Advice, Texts};
use crate::ui::FailureCard;

/// The failure, with the explanations of the sign-in.
pub fn refused(failure: Failure, method: Method) -> AnyView {
    let instead = meaning(&failure, method);
    view! { <FailureCard failure instead /> }.into_any()
}

/// Some failures have another meaning here than on other pages.
fn meaning(failure: &Failure, method: Method) -> Option<fn(Texts) -> &'static Advice> {
    match (&failure.kind, method) {
        (FailureKind::Unauthenticated, Method::Token { .. }) => Some(|t| &t.sign_in_more().wrong_token),
        (FailureKind::Unauthenticated, _) if password_expired(failure) => Some(|t| &t.sign_in_more().expired),
        (FailureKind::Unauthenticated, _) => Some(|t| &t.sign_in_more().wrong),
        // Keystone answers 404 to an unknown token, and to a version that it does not support.
        (FailureKind::NotFound, Method::Token { v3: true }) => Some(|t| &t.sign_in_more().wrong_token),
        (FailureKind::NotFound | FailureKind::Unreadable, _) => Some(|t| &t.sign_in_more().no_identity),
        (FailureKind::NoService(_), _) => Some(|t| &t.sign_in_more().no_compute),
        _ => None,
    }
}
