//! The image. Images that cannot boot stay in the list, with the reason.

use super::typed::{Typed, pick_or_type};
use super::{choose_the_only, column, number_column};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::check::problem_of;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::shared::alike::Alike;
use crate::ui::{Picker, PickerRow, live_view};
use ::view::fold;
use cloud::create::{Draft, Field};
use cloud::rules::limits::Limits;
use cloud::wire::Image;
use leptos::prelude::*;
use std::sync::Arc;

pub fn image(form: Form) -> AnyView {
    let list = form.known.images;
    let rows = rows(form);
    let value = form.value(part!(image.0));
    choose_the_only(form, part!(image.0), list.settled, rows);
    let columns = || {
        vec![
            column(tx(|t| t.common().name)),
            column(tx(|t| t.create().os)),
            number_column(tx(|t| t.create().min_disk)),
            number_column(tx(|t| t.create().min_ram)),
        ]
    };
    let (error, loading) = (form.error(Field::Image), Signal::derive(move || list.value.with(Option::is_none)));
    let pick = move || {
        view! {
            <div class="create-image">
                <Picker label=tx(|t| t.create().image) columns=columns() rows value error loading />
                {windows_rules(form)}
            </div>
        }
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().image_id), tx(|t| t.create().image_id_hint));
        Typed { label, value, hint, error, optional: false, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

fn rows(form: Form) -> Signal<Arc<[PickerRow]>> {
    Signal::derive(move || {
        let images = form.known.images.value.get().unwrap_or_default();
        let alike = Alike::images(&images);
        form.known.with(|context| {
            let row = |image: &Image| {
                let probe = Draft { image: image.id.clone(), ..Draft::default() };
                let problem = problem_of(Field::Image, &probe, context);
                PickerRow {
                    id: image.id.0.clone(),
                    cells: cells(image, &alike),
                    haystack: [&image.name, &system(image), image.id.as_str()].map(fold).join(" "),
                    excluded: problem.map(|problem| words::problem(Field::Image, &problem, image.is_windows())),
                }
            };
            images.iter().map(row).collect()
        })
    })
}

fn cells(image: &Image, alike: &Alike) -> Vec<Text> {
    let size = |n: u64, words: fn(u64) -> Text| if n == 0 { "–".into() } else { words(n) };
    vec![
        alike.image(image),
        system(image).into(),
        size(image.min_disk_gb, words::gigabytes),
        size(image.min_ram_mb, words::megabytes),
    ]
}

/// Distribution and version; the kind of system if they are unknown.
fn system(image: &Image) -> String {
    let kind = if image.is_windows() { Some("Windows") } else { image.os_type.as_deref() };
    let distro = image.os_distro.as_deref().filter(|distro| !distro.eq_ignore_ascii_case("windows"));
    let parts = [distro.or(kind), image.os_version.as_deref()];
    capital(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The first letter in upper case: the API has distributions in lower case.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().map(|letter| letter.to_ascii_uppercase()).chain(letters).collect()
}

/// The restrictions for Windows, shown as soon as a Windows image is selected.
fn windows_rules(form: Form) -> AnyView {
    let shown = Memo::new(move |_| form.checked.with(|checked| checked.windows));
    live_view(move || {
        let rules = form.known.limits.with(sentence).filter(|_| shown.get());
        match rules {
            Some(words) => view! { <p class="create-note" role="status">{words}</p> }.into_any(),
            None => ().into_any(),
        }
    })
    .into_any()
}

fn sentence(limits: &Limits) -> Option<Text> {
    let (name, ram, disk) = (limits.windows_name_max?, limits.windows_ram_min_mb?, limits.windows_disk_min_gb?);
    let values = [("name", name.into()), ("ram", words::megabytes(ram)), ("disk", words::gigabytes(disk))];
    Some(filled(|t| t.create().windows_rules, values))
}
