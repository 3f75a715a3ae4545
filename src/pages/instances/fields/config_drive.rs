//! The choice of a config drive: metadata on an extra disk, for images that cannot reach the metadata service (stock
//! OpenStack only; NHN's guide has no `config_drive`).

use crate::locales::tx;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::ui::{CheckField, live_view};
use cloud::config::RuleSet;
use leptos::prelude::*;

pub fn config_drive(form: Form) -> AnyView {
    let offered = Memo::new(move |_| form.known.limits.with(|limits| limits.rules == RuleSet::OpenStack));
    live_view(move || match offered.get() {
        true => view! {
            <CheckField label=tx(|t| t.create_more().config_drive) hint=tx(|t| t.create_more().config_drive_hint)
                value=form.value(part!(config_drive)) />
        }
        .into_any(),
        false => ().into_any(),
    })
    .into_any()
}
