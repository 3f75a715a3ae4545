//! The flavor. Flavors that do not fit the image are disabled and say why.

use super::typed::{Typed, pick_or_type};
use super::{choose_the_only, column, limit, number_column};
use crate::locales::{Text, counted, tx};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::ui::{Choice, Filter, Picker, PickerRow};
use ::view::fold;
use cloud::create::{Draft, Field};
use cloud::wire::Flavor;
use leptos::prelude::*;
use std::sync::Arc;

pub fn flavor(form: Form) -> AnyView {
    let list = form.known.flavors;
    let family = RwSignal::new(String::new());
    let all = rows(form);
    let rows = Signal::derive(move || {
        let (family, rows) = (family.get(), all.get());
        let of_family = |row: &&PickerRow| family.is_empty() || row.haystack.split('.').next() == Some(&family);
        rows.iter().filter(of_family).cloned().collect::<Arc<[_]>>()
    });
    let value = form.value(part!(flavor.0));
    choose_the_only(form, part!(flavor.0), list.settled, all);
    let columns = || {
        vec![
            column(tx(|t| t.common().name)),
            number_column(tx(|t| t.create().vcpu)),
            number_column(tx(|t| t.create().ram)),
            number_column(tx(|t| t.create().disk)),
        ]
    };
    let (error, loading) = (form.error(Field::Flavor), Signal::derive(move || list.value.with(Option::is_none)));
    let families = families(form);
    let excluded = Signal::derive(move || rows.with(|rows| rows.iter().filter(|row| row.excluded.is_some()).count()));
    let least = limit(form, Field::Flavor);
    let hint = Text::live(move || match excluded.get() {
        0 => least.clone(),
        _ => {
            let words = [least.clone(), counted(|t| &t.create().excluded, excluded)];
            words
                .map(|words| words.get())
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
                .into()
        }
    });
    let pick = move || {
        let narrow = view! {
            <Filter label=tx(|t| t.create().family) value=family choices=families
                on_change=move |chosen| family.set(chosen) />
        };
        view! {
            <Picker label=tx(|t| t.create().flavor) columns=columns() rows value error loading
                hint=hint.clone() narrow=narrow.into_any() />
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().flavor_id), tx(|t| t.create().flavor_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

fn families(form: Form) -> Signal<Vec<Choice>> {
    let names = Memo::new(move |_| {
        let flavors = form.known.flavors.value.get().unwrap_or_default();
        let mut names: Vec<_> = flavors.iter().map(|flavor| fold(flavor.family())).collect();
        names.sort();
        names.dedup();
        names
    });
    Signal::derive(move || names.get().into_iter().map(|name| Choice::new(name.clone(), name)).collect())
}

fn rows(form: Form) -> Signal<Arc<[PickerRow]>> {
    // This copies the draft without its name: nothing here depends on the name, which changes with every key.
    let rest = Memo::new(move |_| {
        form.draft.with(|draft| Draft {
            boot_from: draft.boot_from,
            image: draft.image.clone(),
            volume: draft.volume.clone(),
            snapshot: draft.snapshot.clone(),
            // Only whether a size was typed matters, not which.
            root_disk_gb: if draft.root_disk_gb.trim().is_empty() { String::new() } else { "1".to_owned() },
            ..Draft::default()
        })
    });
    Signal::derive(move || {
        let mut flavors = form.known.flavors.value.get().unwrap_or_default().to_vec();
        flavors.sort_by_cached_key(|flavor| (fold(flavor.family()), flavor.vcpus, flavor.ram_mb));
        let rest = rest.get();
        form.known.with(|context| {
            let windows = context.windows(&rest);
            let row = |flavor: &Flavor| {
                let probe = Draft { flavor: flavor.id.clone(), ..rest.clone() };
                let problem = problem_of(Field::Flavor, &probe, context);
                PickerRow {
                    id: flavor.id.0.clone(),
                    cells: cells(flavor),
                    haystack: fold(&flavor.name),
                    excluded: problem.map(|problem| words::problem(Field::Flavor, &problem, windows)),
                }
            };
            flavors.iter().map(row).collect()
        })
    })
}

fn cells(flavor: &Flavor) -> Vec<Text> {
    // 0 GB: the root disk is a volume of any size.
    let disk = if flavor.disk_gb == 0 { tx(|t| t.create().disk_volume) } else { words::gigabytes(flavor.disk_gb) };
    vec![flavor.name.clone().into(), words::number(flavor.vcpus.into()), words::megabytes(flavor.ram_mb), disk]
}
