//! The dialog for rescue mode: the instance boots another image with its own disk attached. The password of the rescue
//! system is shown once.

use std::sync::Arc;

use cloud::ImageId;
use cloud::actions::{self, Action};
use cloud::wire::Server;
use leptos::prelude::*;

use super::plain::node_warning;
use super::{images, name_of, password};
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::password::OnceShown;
use crate::ui::{ConfirmForm, Dialog, Submit, live_view};

pub fn dialog(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let made = OnceShown::new();
    made.stay_open(open);
    view! {
        <Dialog open wide=true may_close=move |()| made.may_close() title=filled(|t| t.questions().rescue_title, name_of(&server))>
            {
                let server = server.clone();
                live_view(move || match made.get() {
                    Some(password) => password::shown_once(|t| t.questions().rescue_password, &server, made, password, open),
                    None => form(server.clone(), open, made),
                })
            }
        </Dialog>
    }
    .into_any()
}

fn form(server: Arc<Server>, open: RwSignal<bool>, made: OnceShown) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let victim = server.clone();
    let submit = Submit::new(move || {
        let (server, image) = (victim.clone(), chosen.get_untracked());
        Some(async move {
            let image = Some(ImageId(image.trim().to_owned())).filter(|id| !id.as_str().is_empty());
            match data::act_by(&server, Action::Rescue, actions::rescue(&server.id, image.as_ref())).await? {
                None => _ = open.try_set(false),
                password => made.set(password),
            }
            Ok(())
        })
    });
    let first = Some(tx(|t| t.questions().rescue_default));
    view! {
        <ConfirmForm open confirm=tx(|t| t.questions().rescue) submit>
            <p>{tx(|t| t.questions().rescue_text)}</p>
            {node_warning(&server)}
            {images::picker(tx(|t| t.questions().rescue_image), chosen, first, |_| None)}
        </ConfirmForm>
    }
    .into_any()
}
