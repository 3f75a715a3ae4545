//! The filters "minimum disk" and "minimum RAM". They are sent to the cloud, and the page says how the cloud applied
//! them (row S01).

use std::sync::Arc;

use ::view::flavors::{Bound, Meaning, bound, meaning};
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;
use leptos::prelude::*;

use super::List;
use crate::locales::{Text, Words, filled, number, tx};
use crate::routes::listed::Listed;
use crate::ui::{Icon, fresh_id, icon, live, live_view};

fn label(which: Bound) -> Text {
    match which {
        Bound::Disk => tx(|t| t.flavors().min_disk),
        Bound::Ram => tx(|t| t.flavors().min_ram),
    }
}

fn unit(which: Bound) -> &'static str {
    match which {
        Bound::Disk => "GB",
        Bound::Ram => "MB",
    }
}

/// The name of the query parameter in the address.
fn word(which: Bound) -> &'static str {
    match which {
        Bound::Disk => "disk",
        Bound::Ram => "ram",
    }
}

/// The field of one filter, with its error message.
pub fn field(listed: Listed, which: Bound) -> AnyView {
    let value = listed.picked(word(which));
    let bad = Memo::new(move |_| value.with(|typed| bound(typed).is_err()));
    let (id, error_id) = (fresh_id("bound"), fresh_id("bound-error"));
    let described = error_id.clone();
    let class = Memo::new(move |_| {
        value.with(|typed| match bound(typed) {
            Err(_) => "chip bad",
            Ok(None) => "chip",
            Ok(Some(_)) => "chip set",
        })
    });
    let input = move |text: String| listed.change(|listing| listing.pick(word(which), &text));
    view! {
        <div class="bound">
            <span class=live(move || class.get())>
                <label for=id.clone()>{label(which)}</label>
                <input id=id inputmode="numeric" autocomplete="off" size="7" placeholder="0"
                    prop:value=live(move || value.get())
                    aria-invalid=live(move || bad.get().then_some("true"))
                    aria-describedby=live(move || bad.get().then(|| described.clone()))
                    on:input:target=move |event| input(event.target().value()) />
                <span class="bound-unit">{unit(which)}</span>
            </span>
            {live_view(move || match bad.get() {
                true => view! {
                    <p class="field-error" id=error_id.clone() role="alert">{icon(Icon::Alert)}<span>{tx(|t| t.flavors().not_a_number)}</span></p>
                }
                .into_any(),
                false => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

/// How the cloud applied each filter, one sentence each.
pub fn notes(asked: Memo<FlavorQuery>, answer: List, all: List) -> AnyView {
    live_view(move || {
        let query = asked.get();
        let notes: Vec<_> =
            [Bound::Disk, Bound::Ram].into_iter().filter_map(|which| note(which, query, answer, all)).collect();
        match notes.is_empty() {
            true => ().into_any(),
            false => view! { <div class="bound-notes" role="status">{notes}</div> }.into_any(),
        }
    })
    .into_any()
}

fn note(which: Bound, query: FlavorQuery, answer: List, all: List) -> Option<AnyView> {
    let asked = if which == Bound::Disk { query.min_disk_gb } else { query.min_ram_mb }?;
    let told = Memo::new(move |_| {
        let (answer, all) = (answer.get()?, all.get());
        let words: Words = match meaning(which, &query, &answer, all.as_deref())? {
            Meaning::AtLeast => |t| t.flavors().at_least,
            Meaning::MoreThan => |t| t.flavors().more_than,
            Meaning::Same => |t| t.flavors().same,
            Meaning::Untold => |t| t.flavors().untold,
        };
        Some((words, which == Bound::Disk && asked > 0 && volumes(all)))
    });
    let words = Text::live(move || match told.get() {
        // Keep the line's space while the answer is loading.
        None => tx(|t| t.common().loading),
        Some((words, _)) => filled(words, [("bound", said(which, asked))]),
    });
    let more = Text::live(move || match told.get() {
        Some((_, true)) => tx(|t| t.flavors().volumes_left_out),
        _ => Text::default(),
    });
    Some(view! { <p>{icon(Icon::Info)}<span>{words}" "{more}</span></p> }.into_any())
}

/// The filter as text, such as "Min. disk 20 GB".
fn said(which: Bound, asked: u64) -> Text {
    Text::live(move || {
        let mut words = label(which).get().into_owned();
        for part in [" ", &number(asked as f64), " ", unit(which)] {
            words.push_str(part);
        }
        words.into()
    })
}

fn volumes(all: Option<Arc<[Flavor]>>) -> bool {
    all.is_some_and(|all| all.iter().any(|flavor| flavor.disk_gb == 0))
}
