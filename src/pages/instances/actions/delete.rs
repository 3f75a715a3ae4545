//! The dialog that deletes an instance (row S18), either at once or permanently on a cloud with soft delete. It lists
//! what will be deleted and what will remain, and the name must be typed.

use std::sync::Arc;

use ::view::visible::as_seen;
use cloud::rules::lifecycle::Action;
use cloud::wire::Server;
use leptos::prelude::*;

use super::name_of;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::marks;
use crate::ui::{ConfirmDialog, Icon, Submit, Warning, icon, live_view};
use cloud::rules::fate::{Fates, VolumeLine, fates};

pub fn dialog(action: Action, server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let victim = server.clone();
    let submit = Submit::new(move || {
        let victim = victim.clone();
        Some(async move {
            data::delete(victim, action).await?;
            // The progress is shown by notices.
            let _ = open.try_set(false);
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open title=filled(|t| t.questions().delete_title, name_of(&server))
            confirm=tx(|t| t.questions().delete) danger=true submit typed_name=Signal::stored(to_type(&server))>
            {consequences(server.clone())}
        </ConfirmDialog>
    }
    .into_any()
}

/// What must be typed to confirm. An instance whose name has no visible characters is confirmed by its id: an empty
/// field would confirm nothing.
pub fn to_type(server: &Server) -> String {
    if as_seen(&server.name).is_empty() { server.id.to_string() } else { server.name.clone() }
}

fn consequences(server: Arc<Server>) -> AnyView {
    let (protected, node) = marks::which(&server);
    let fates = follow(server);
    view! {
        {protected.then(|| view! { <Warning words=tx(|t| t.questions().protected) /> })}
        {node.then(|| view! { <Warning words=tx(|t| t.questions().node) /> })}
        <p>{tx(|t| t.questions().delete_text)}</p>
        {live_view(move || lists(fates.get()))}
    }
    .into_any()
}

fn lists(fates: Fates) -> AnyView {
    let mut goes = vec![tx(|t| t.questions().goes_instance)];
    if fates.local_disk {
        goes.push(tx(|t| t.questions().goes_local));
    }
    if !fates.fixed.is_empty() {
        goes.push(filled(|t| t.questions().goes_addresses, [("list", fates.fixed.join(", ").into())]));
    }
    goes.extend(fates.goes.iter().map(volume));
    let mut stays: Vec<Text> = fates.stays.iter().map(volume).collect();
    let floating = |address: &String| filled(|t| t.questions().floating_line, [("address", address.clone().into())]);
    stays.extend(fates.floating.iter().map(floating));
    if stays.is_empty() {
        stays.push(tx(|t| t.questions().stays_nothing));
    }
    let mut unclear: Vec<Text> = fates.unclear.iter().map(volume).collect();
    if !unclear.is_empty() {
        unclear.push(tx(|t| t.questions().unclear_text));
    }
    view! {
        <div class="fates">
            {list("fate goes", Icon::Trash, tx(|t| t.questions().goes), goes)}
            {list("fate stays", Icon::Ok, tx(|t| t.questions().stays), stays)}
            {(!unclear.is_empty()).then(|| list("fate unclear", Icon::Unknown, tx(|t| t.questions().unclear), unclear))}
        </div>
    }
    .into_any()
}

/// A list of what is deleted or kept, with a heading.
pub fn list(class: &'static str, mark: Icon, title: Text, lines: Vec<Text>) -> AnyView {
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! { <section class=class><h3>{icon(mark)}{title}</h3><ul>{lines}</ul></section> }.into_any()
}

pub fn volume(line: &VolumeLine) -> Text {
    let name = Text::from(line.name.clone());
    match line.size_gb {
        Some(size) => {
            // Exact for sizes below 2^53.
            let size = filled(|t| t.common().gb, [("n", crate::locales::number(size as f64).into())]);
            filled(|t| t.questions().volume_line, [("name", name), ("size", size)])
        }
        None => filled(|t| t.questions().volume_plain, [("name", name)]),
    }
}

/// What happens to the instance's volumes and addresses (row S18), with names and sizes of volumes once block storage has
/// answered.
fn follow(server: Arc<Server>) -> Memo<Fates> {
    let known = data::volumes().value;
    Memo::new(move |_| known.with(|known| fates(&server, known.as_deref().unwrap_or_default())))
}
