//! The progress of creation: the steps, with the current one marked and its duration (row S16).

use cloud::rules::lifecycle::build_took_long;
use cloud::wire::Server;
use cloud::{Status, Timestamp};
use leptos::prelude::*;

use crate::browser::clock;
use crate::locales::{Text, tx};
use crate::pages::instances::words::{self, Row};
use crate::ui::{Section, Step, StepState, Steps, Warning, live_view};

/// The steps; empty for an instance that is built.
pub fn steps(row: Row) -> AnyView {
    let building =
        Memo::new(move |_| row.with(|server| server.as_ref().is_some_and(|server| server.status == Status::Build)));
    live_view(move || match building.get() {
        true => section(row),
        false => ().into_any(),
    })
    .into_any()
}

fn section(row: Row) -> AnyView {
    let now = clock::ticking();
    let long = Memo::new(move |_| {
        let created = row.with(|server| server.as_ref().and_then(|server| server.created));
        // The clock has whole milliseconds, far below 2^53.
        created.is_some_and(|created| build_took_long(created, Timestamp(now.get() as i64)))
    });
    let steps = Signal::derive(move || row.with(|server| server.as_deref().map(list)).unwrap_or_default());
    view! {
        <Section title=tx(|t| t.instance().building)>
            <Steps steps />
            {live_view(move || match long.get() {
                true => view! { <Warning words=tx(|t| t.instance().building_long) /> }.into_any(),
                false => ().into_any(),
            })}
        </Section>
    }
    .into_any()
}

fn list(server: &Server) -> Vec<Step> {
    let at = match words::task_of(server) {
        None | Some("scheduling") => 0,
        Some("networking") => 1,
        Some("block_device_mapping") => 2,
        Some(_) => 3,
    };
    let all = [
        tx(|t| t.instance().step_schedule),
        tx(|t| t.instance().step_network),
        tx(|t| t.instance().step_disk),
        tx(|t| t.instance().step_spawn),
        tx(|t| t.instance().step_run),
    ];
    let lasted = words::lasted(server.created);
    let step = |(number, words): (usize, Text)| {
        let state = match number.cmp(&at) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Now,
            std::cmp::Ordering::Greater => StepState::Next,
        };
        let note = if number == at { lasted.clone() } else { Text::default() };
        Step { words, note, state }
    };
    all.into_iter().enumerate().map(step).collect()
}
