//! The availability zone: any, or one of those available. A volume or snapshot determines the zone.

use super::typed::{Typed, pick_or_type};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::reactive::effect;
use crate::ui::{Choice, RadioCards};
use cloud::ZoneName;
use cloud::create::{Context, Draft, Field};
use leptos::prelude::*;

pub fn zone(form: Form) -> AnyView {
    let list = form.known.zones;
    let wanted = Memo::new(move |_| form.checked.with(|checked| checked.zone.clone()));
    follow_the_source(form, wanted);
    let sources = Memo::new(move |_| form.draft.with(Draft::sources));
    let choices = Signal::derive(move || {
        let zones = list.value.get().unwrap_or_default();
        let draft = sources.get();
        form.known.with(|context| {
            let why = |zone: &ZoneName| why_not(&draft, zone, context);
            let any = Choice::new("", tx(|t| t.create().zone_any)).note(tx(|t| t.create().zone_any_note));
            let choice = |name: &ZoneName| Choice::new(name.0.clone(), name.0.clone()).excluded(why(name));
            let named = zones.iter().map(|zone| choice(&zone.name));
            [any.excluded(why(&ZoneName::default()))].into_iter().chain(named).collect()
        })
    });
    let hint = Text::live(move || match wanted.get() {
        Some(zone) => filled(|t| t.create_more().zone_follows, [("zone", zone.0.into())]),
        None => Text::default(),
    });
    let (error, value) = (form.error(Field::Zone), form.value(part!(zone.0)));
    let pick = move || {
        let hint = hint.clone();
        view! {
            <div class="create-zone"><RadioCards label=tx(|t| t.create().zone) value choices hint error /></div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().zone), tx(|t| t.create().zone_id_hint));
        Typed { label, value, hint, error, optional: true, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

/// Takes the zone from the source, and restores the user's choice when the source changes.
fn follow_the_source(form: Form, wanted: Memo<Option<ZoneName>>) {
    effect(move || match wanted.get() {
        Some(zone) => form.put(part!(zone.0), zone.0),
        None => form.suggest(part!(zone.0), String::new()),
    });
}

fn why_not(sources: &Draft, zone: &ZoneName, context: &Context<'_>) -> Option<Text> {
    let probe = Draft { zone: zone.clone(), ..sources.clone() };
    problem_of(Field::Zone, &probe, context).map(|problem| match problem {
        cloud::create::Problem::Missing => tx(|t| t.create_more().zone_needed),
        problem => words::problem(Field::Zone, &problem, false),
    })
}
