//! The dialog that rebuilds an instance from an image. The name must be typed because the contents of the root disk are
//! lost.

use std::sync::Arc;

use cloud::ImageId;
use cloud::calls::flavors::FlavorQuery;
use cloud::rules::fit::{Misfit, fits};
use cloud::rules::limits::Limits;
use cloud::wire::{Flavor, Image, Server};
use leptos::prelude::*;

use super::delete::{list, to_type};
use super::here::limits;
use super::plain::node_warning;
use super::{images, name_of, password};
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::password::OnceShown;
use crate::pages::instances::{flavors, words};
use crate::ui::{ConfirmForm, Dialog, Icon, Submit, live_view};

/// The dialog; afterwards it shows the new password.
pub fn dialog(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let made = OnceShown::new();
    made.stay_open(open);
    view! {
        <Dialog open wide=true may_close=move |()| made.may_close() title=filled(|t| t.questions().rebuild_title, name_of(&server))>
            {
                let server = server.clone();
                live_view(move || match made.get() {
                    Some(password) => password::shown_once(|t| t.questions().rebuild_password, &server, made, password, open),
                    None => form(server.clone(), open, made),
                })
            }
        </Dialog>
    }
    .into_any()
}

fn form(server: Arc<Server>, open: RwSignal<bool>, made: OnceShown) -> AnyView {
    // Preselect the current image: most rebuilds use the same one again.
    let now = server.image.said().and_then(Option::as_ref).map(|id| id.0.clone());
    let chosen = RwSignal::new(now.unwrap_or_default());
    let refused =
        Signal::derive(move || chosen.with(|id| id.trim().is_empty()).then(|| tx(|t| t.questions().rebuild_choose)));
    let victim = server.clone();
    let submit = Submit::new(move || {
        let (server, image) = (victim.clone(), ImageId(chosen.with_untracked(|id| id.trim().to_owned())));
        Some(async move {
            match data::rebuild(&server, &image).await? {
                None => _ = open.try_set(false),
                password => made.set(password),
            }
            Ok(())
        })
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.questions().rebuild) danger=true submit refused
            typed_name=Some(Signal::stored(to_type(&server)))>
            <p>{tx(|t| t.questions().rebuild_text)}</p>
            {node_warning(&server)}
            <div class="fates">
                {list("fate goes", Icon::Trash, tx(|t| t.questions().goes), vec![tx(|t| t.questions().rebuild_lost)])}
                {list("fate stays", Icon::Ok, tx(|t| t.questions().stays), vec![tx(|t| t.questions().rebuild_stays)])}
            </div>
            {picker(server, chosen)}
        </ConfirmForm>
    }
    .into_any()
}

fn picker(server: Arc<Server>, chosen: RwSignal<String>) -> AnyView {
    let flavors = data::flavors(FlavorQuery::default);
    let flavor = Memo::new(move |_| flavors.value.with(|all| flavors::of(&server, all.as_deref()?)));
    let limits = Memo::new(|_| limits());
    let misfit = move |image: &Image| flavor.with(|flavor| why(image, flavor.as_ref()?, &limits.get()));
    images::picker(tx(|t| t.questions().rebuild_image), chosen, None, misfit)
}

fn why(image: &Image, flavor: &Flavor, limits: &Limits) -> Option<Text> {
    match fits(image, flavor, limits).err()? {
        // A disabled flavor does not matter here: the instance already runs on it.
        Misfit::Disabled => None,
        Misfit::WindowsOnU2 => Some(tx(|t| t.questions().windows_on_u2)),
        Misfit::RamTooSmall { needs_mb } => {
            Some(filled(|t| t.questions().ram_small, [("size", words::megabytes(needs_mb))]))
        }
        Misfit::DiskTooSmall { needs_gb } => {
            Some(filled(|t| t.questions().disk_small, [("size", words::gigabytes(needs_gb))]))
        }
    }
}
