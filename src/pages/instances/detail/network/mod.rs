//! The network of an instance: its addresses and floating IPs (row S30), its security groups (rows S28, S29), and its
//! interfaces where the cloud offers to change them.

mod add_group;
mod add_interface;
mod addresses;
mod groups;
mod interfaces;

use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use crate::locales::{Text, tx};
use crate::pages::instances::actions::Here;
use crate::pages::instances::words::Row;
use crate::reactive::Signal;
use crate::ui::Section;

/// The part of the page.
pub fn section(row: Row) -> AnyView {
    view! {
        <Section title=tx(|t| t.instance().network)>
            {addresses::table(row)}
            {groups::groups(row)}
            {interfaces::part(row)}
        </Section>
    }
    .into_any()
}

/// Why it is impossible now, if so.
fn refused(row: Row, action: Action) -> Signal<Option<Text>> {
    let here = Here::new();
    Signal::derive(move || row.with(|server| here.refusal(action, server.as_deref()?)))
}

/// Its name, for questions; its id where it has none.
fn name(row: Row) -> Text {
    Text::live(move || {
        let name = row.with(|server| {
            let server = server.as_deref()?;
            Some(if server.name.is_empty() { server.id.0.clone() } else { server.name.clone() })
        });
        name.unwrap_or_default().into()
    })
}
