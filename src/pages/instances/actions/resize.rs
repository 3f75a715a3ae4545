//! The dialog that resizes an instance (row S26). It lists every flavor, with the reason beside those that cannot be
//! chosen, compares old and new, shows the effect on the quota, and warns that a running instance is stopped and
//! restarted.

use std::sync::Arc;

use cloud::FlavorId;
use cloud::actions::{self, Action, DiskConfig};
use cloud::calls::flavors::FlavorQuery;
use cloud::config::RuleSet;
use cloud::rules::limits::Limits;
use cloud::rules::resize::Resizing;
use cloud::wire::{Flavor, Image, Server};
use leptos::prelude::*;

use super::here::{limits, rules};
use super::plain::node_warning;
use super::{compare, name_of, resize_quota, targets};
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::flavors;
use crate::ui::{Choice, ConfirmForm, Dialog, FailureCard, Hint, SelectField, Submit, Warning, live_view};

pub fn dialog(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open wide=true title=filled(|t| t.questions().resize_title, name_of(&server))>
            {form(server.clone(), open)}
        </Dialog>
    }
    .into_any()
}

/// The data that the rules need. Each value changes only if its content changes, so that polling does not take the
/// focus out of the picker.
#[derive(Clone, Copy)]
pub struct Known {
    pub server: StoredValue<Arc<Server>>,
    pub flavors: Memo<Option<Arc<[Flavor]>>>,
    images: Memo<Option<Arc<[Image]>>>,
    limits: Memo<Limits>,
}

impl Known {
    fn new(server: Arc<Server>, flavors: data::Live<Arc<[Flavor]>>) -> Self {
        let images = data::images();
        Self {
            server: StoredValue::new(server),
            flavors: Memo::new(move |_| flavors.value.get()),
            images: Memo::new(move |_| images.value.get()),
            limits: Memo::new(|_| limits()),
        }
    }

    /// Applies the rules; reactive.
    pub fn with<T>(self, ask: impl FnOnce(&Resizing<'_>, &[Flavor]) -> T) -> T {
        let (server, flavors, images) = (self.server.get_value(), self.flavors.get(), self.images.get());
        let (limits, flavors) = (self.limits.get(), flavors.as_deref().unwrap_or_default());
        let current = flavors::of(&server, flavors);
        let image = server.image.said().and_then(Option::as_ref);
        let image = image.and_then(|id| images.as_deref()?.iter().find(|image| image.id == *id));
        let resizing = Resizing { server: &server, current: current.as_ref(), image, limits: &limits };
        ask(&resizing, flavors)
    }

    /// The selected flavor.
    pub fn target(self, chosen: RwSignal<String>) -> Option<Flavor> {
        let id = chosen.get();
        self.flavors.with(|all| all.as_deref()?.iter().find(|flavor| flavor.id.as_str() == id).cloned())
    }
}

fn form(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    let flavors = data::flavors(FlavorQuery::default);
    let known = Known::new(server.clone(), flavors);
    let (chosen, disk) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let refused = Signal::derive(move || chosen.with(String::is_empty).then(|| tx(|t| t.questions().resize_choose)));
    let victim = server.clone();
    let submit = Submit::new(move || {
        let (server, flavor) = (victim.clone(), FlavorId(chosen.get_untracked()));
        let disk = disk.with_untracked(|disk| disk_config(disk));
        Some(async move {
            data::act_by(&server, Action::Resize, actions::resize(&server.id, &flavor, disk)).await?;
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let restarts = untrack(|| known.with(|resizing, _| resizing.restarts()));
    let stock = untrack(rules) == RuleSet::OpenStack;
    view! {
        <ConfirmForm open confirm=tx(|t| t.questions().resize) submit refused>
            {restarts.then(|| view! { <Warning words=tx(|t| t.questions().resize_restart) /> })}
            {node_warning(&server)}
            {targets::picker(known, chosen)}
            {live_view(move || match flavors.failure() {
                Some(failed) => view! {
                    <FailureCard failure=(*failed).clone() on_retry=move || flavors.refetch() />
                }.into_any(),
                None => ().into_any(),
            })}
            {compare::compare(known, chosen)}
            {resize_quota::lines(known, chosen)}
            {stock.then(|| view! {
                {disk_field(disk)}
                <Hint words=tx(|t| t.questions().resize_waits) />
            })}
        </ConfirmForm>
    }
    .into_any()
}

/// The disk size of the flavor, which NHN no longer offers (nhn-api.md §5).
fn disk_field(disk: RwSignal<String>) -> AnyView {
    let choices = Signal::derive(|| {
        vec![
            Choice::new("", tx(|t| t.questions().disk_config_keep)),
            Choice::new("AUTO", tx(|t| t.questions().disk_config_auto)),
            Choice::new("MANUAL", tx(|t| t.questions().disk_config_manual)),
        ]
    });
    view! { <SelectField label=tx(|t| t.questions().disk_config) value=disk choices optional=true /> }.into_any()
}

fn disk_config(chosen: &str) -> Option<DiskConfig> {
    match chosen {
        "AUTO" => Some(DiskConfig::Auto),
        "MANUAL" => Some(DiskConfig::Manual),
        _ => None,
    }
}
