//! Sign-in (rows N01, S31): the first page, and a dialog over any page when the session has ended. Both are in the file
//! `sign_in`, which is fetched once it is known that nobody is signed in.
//!
//! * `fields`: what is typed, and what the form says about it; the rules are [`cloud::sign_in`]'s.
//! * `form`: the form for one cloud. `first`: the first page, `elsewhere`: a link to a project that nobody is signed in to.
//!   `again`: the dialog, `demo`: the button for the demo cloud.
//! * `import`: a `clouds.yaml` or openrc file is picked, dropped or pasted. `imported`, in a file of its own, reads it and fills
//!   in the form.

mod again;
mod demo;
mod elsewhere;
mod fields;
mod first;
mod form;
mod import;
mod imported;
mod refused;
mod unconfigured;

pub use imported::Imported;
use leptos::prelude::*;

use crate::locales::tx;
use crate::parts::{Content, Part, files};
use crate::ui::{PageHead, Skeleton};

/// The content of the file.
pub struct SignInFile {
    /// The first page, below its heading.
    first: fn() -> AnyView,
    /// The choice of the language, below the first page.
    languages: fn() -> AnyView,
    /// The dialog over a page whose session has ended.
    pub again: fn(RwSignal<bool>) -> AnyView,
    /// The same before the session ends.
    pub renew: fn(RwSignal<bool>) -> AnyView,
}

/// See [`SignInFile`].
pub static SIGN_IN: Part<SignInFile> = files::SIGN_IN.part();

impl Content for SignInFile {
    const CONTENT: Self =
        Self { first: first::first, languages: first::languages, again: again::again, renew: again::renew };
}

/// The first page.
pub fn page() -> AnyView {
    let meanwhile = |words: Option<AnyView>| words.unwrap_or_else(|| view! { <Skeleton rows=4 /> }.into_any());
    view! {
        <div class="sign-in-card">
            <PageHead title=tx(|t| t.shell().sign_in) />
            {SIGN_IN.view(meanwhile, |file| (file.first)())}
        </div>
        {SIGN_IN.view_once_here(|file| (file.languages)())}
    }
    .into_any()
}
