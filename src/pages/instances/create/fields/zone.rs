//! The availability zone: any, or one that is available.

use super::typed::{Typed, pick_or_type};
use crate::locales::tx;
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::words;
use crate::reactive::Signal;
use crate::ui::{Choice, RadioCards};
use cloud::create::{Draft, Field};
use cloud::wire::Zone;
use leptos::prelude::*;

pub fn zone(form: Form) -> AnyView {
    let list = form.known.zones;
    let choices = Signal::derive(move || {
        let zones = list.value.get().unwrap_or_default();
        let any = Choice::new("", tx(|t| t.create().zone_any)).note(tx(|t| t.create().zone_any_note));
        form.known.with(|context| {
            let choice = |zone: &Zone| {
                let probe = Draft { zone: Some(zone.name.clone()), ..Draft::default() };
                let problem = problem_of(Field::Zone, &probe, context);
                let why = problem.map(|problem| words::problem(Field::Zone, &problem, false));
                Choice::new(zone.name.0.clone(), zone.name.0.clone()).excluded(why)
            };
            [any].into_iter().chain(zones.iter().map(choice)).collect()
        })
    });
    let error = form.error(Field::Zone);
    let pick = move || {
        view! {
            <div class="create-zone"><RadioCards label=tx(|t| t.create().zone) value=form.zone choices error /></div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().zone), tx(|t| t.create().zone_id_hint));
        Typed { label, value: form.zone, hint, error, optional: true, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}
