//! Shows why an instance is in ERROR, in the cloud's own words, and what to do.

use cloud::Status;
use cloud::rules::lifecycle::never_ran;
use cloud::wire::{Fault, Server};
use leptos::prelude::*;

use crate::locales::{filled, tx};
use crate::pages::instances::words::Row;
use crate::ui::{Icon, icon, live_view, since};

/// The fault, and whether the instance was ever started.
type Shown = Option<(Option<Fault>, bool)>;

/// The message; empty without a fault.
pub fn fault(row: Row) -> AnyView {
    let shown = Memo::new(move |_| row.with(|server| server.as_deref().and_then(read)));
    live_view(move || match shown.get() {
        None => ().into_any(),
        Some((fault, started)) => card(fault, started),
    })
    .into_any()
}

fn read(server: &Server) -> Shown {
    let started = !never_ran(server);
    (server.status == Status::Error).then(|| (server.fault.clone(), started))
}

fn card(fault: Option<Fault>, started: bool) -> AnyView {
    let words = match &fault {
        Some(fault) if !fault.message.is_empty() => fault.message.clone().into(),
        _ => tx(|t| t.instance().fault_none),
    };
    let then = if started { tx(|t| t.instance().fault_other) } else { tx(|t| t.instance().fault_build) };
    let at = fault.and_then(|fault| fault.created).map(|at| {
        let when = since(Signal::stored(Some(at)));
        view! { <p class="dim">{filled(|t| t.instance().fault_at, [("when", when)])}</p> }
    });
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{icon(Icon::Bad)}<strong>{tx(|t| t.instance().fault_title)}</strong></p>
            <p class="failure-words">{words}</p>
            <p class="failure-then">{then}</p>
            {at}
        </div>
    }
    .into_any()
}
