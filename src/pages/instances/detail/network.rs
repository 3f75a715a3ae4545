//! The network section of an instance: addresses and floating IPs (row S30), security groups (rows S28, S29), and
//! interfaces where the cloud lets them be changed.

use leptos::prelude::*;

use super::{addresses, groups, interfaces};
use crate::locales::{Text, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::ui::Section;

pub fn section(row: Row, actions: Actions) -> AnyView {
    view! {
        <Section title=tx(|t| t.instance().network)>
            {addresses::table(row, actions)}
            {groups::groups(row, actions)}
            {interfaces::part(row, actions)}
        </Section>
    }
    .into_any()
}

/// The instance's name for dialogs; its id if it has no name.
pub fn name(row: Row) -> Text {
    Text::live(move || {
        let name = row.with(|server| {
            let server = server.as_deref()?;
            Some(if server.name.is_empty() { server.id.0.clone() } else { server.name.clone() })
        });
        name.unwrap_or_default().into()
    })
}
