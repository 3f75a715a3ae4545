//! Sign-in (rows N01, S31): the sign-in page, and a dialog over any page when the session has ended.
//!
//! * `fields`: the input and its errors; the rules are in [`cloud::sign_in`].
//! * `form`: the form for one cloud. `first`: the sign-in page, `elsewhere`: a link to a project without a session.
//!   `again`: the dialog, `demo`: the button for the demo cloud.
//! * `import`: a `clouds.yaml` or openrc file is picked, dropped or pasted. `imported`, in a file of its own, reads it and
//!   fills in the form.

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
use crate::ui::PageHead;

pub use again::{again, renew};
pub use unconfigured::alone as unconfigured;

/// The sign-in page.
pub fn page() -> AnyView {
    view! {
        <div class="sign-in-card">
            <PageHead title=tx(|t| t.shell().sign_in) />
            {first::first()}
        </div>
        {first::languages()}
    }
    .into_any()
}
