//! Floating IPs (row N04): all of them, which are free and cost nevertheless, and giving them to instances (row S30).
//!
//! * `list`: the table and what narrows it. `create`: a new address. `release`: giving one back.

mod columns;
mod create;
mod list;
mod narrow;
mod release;

use std::sync::Arc;

use ::view::network::{User, holder};
use cloud::wire::{FloatingIp, FloatingIpStatus, Network};
use leptos::prelude::*;

use crate::data;
use crate::flows::floating::{self, Held};
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Memo, Signal};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, PageHead, Standing};

/// An address with what is known around it.
#[derive(Clone, PartialEq)]
struct Line {
    ip: FloatingIp,
    /// The instance that has it; none: nobody, or nobody knows.
    user: Option<User>,
    /// The pool's name; its id where that is not told.
    pool: String,
}

/// All addresses, as far as they are known.
type Lines = Memo<Option<Arc<[Line]>>>;

/// The dialogs of the page.
#[derive(Clone, Copy)]
struct Dialogs {
    create: RwSignal<bool>,
    attach: RwSignal<bool>,
    detach: RwSignal<bool>,
    release: RwSignal<bool>,
    ip: RwSignal<Option<FloatingIp>>,
    held: RwSignal<Option<Held>>,
}

impl Dialogs {
    fn new() -> Self {
        let closed = || RwSignal::new(false);
        let (create, attach, detach, release) = (closed(), closed(), closed(), closed());
        Self { create, attach, detach, release, ip: RwSignal::new(None), held: RwSignal::new(None) }
    }

    /// Asks about this address.
    fn ask(self, line: &Line, which: RwSignal<bool>) {
        self.ip.set(Some(line.ip.clone()));
        self.held.set(Some(Held { ip: line.ip.clone(), user: line.user.clone() }));
        which.set(true);
    }
}

/// The page.
pub fn page() -> AnyView {
    let ips = data::floating_ips();
    let networks = data::networks();
    let lines = lines(ips.value, networks.value);
    let dialogs = Dialogs::new();
    let known = Signal::derive(move || ips.value.with(Option::is_some));
    let failure = Signal::derive(move || ips.failure());
    let narrow = narrow::narrow();
    view! {
        <PageHead title=tx(|t| t.floating_ips().title) beside=count(lines)>
            <Button label=tx(|t| t.floating_ips().create) kind=Kind::Primary icon_before=Icon::Plus
                refused=no_changes() on_click=move || dialogs.create.set(true) />
        </PageHead>
        {narrow::toolbar(narrow)}
        <div class="fill">
            <Standing known failure loaded_at=ips.loaded_at on_retry=move || ips.refresh()>
                {list::table(lines, narrow, dialogs)}
            </Standing>
        </div>
        {create::dialog(dialogs.create, lines, networks)}
        {release::dialog(dialogs.release, dialogs.held)}
        {floating::attach_to(dialogs.attach, dialogs.ip)}
        {floating::detach(dialogs.detach, dialogs.held)}
    }
    .into_any()
}

fn lines(ips: Signal<Option<Arc<[FloatingIp]>>>, networks: Signal<Option<Arc<[Network]>>>) -> Lines {
    let instances = data::instances().value;
    Memo::new(move |_| {
        let ips = ips.get()?;
        let networks = networks.get().unwrap_or_default();
        let rows = instances.get().map(|list| list.rows).unwrap_or_default();
        let pool = |ip: &FloatingIp| {
            let named = networks.iter().find(|network| network.id == ip.pool).map(|network| network.name.clone());
            named.filter(|name| !name.is_empty()).unwrap_or_else(|| ip.pool.0.clone())
        };
        Some(ips.iter().map(|ip| Line { user: holder(ip, &rows), pool: pool(ip), ip: ip.clone() }).collect())
    })
}

/// How many there are, and how many of them are free.
fn count(lines: Lines) -> AnyView {
    let counts = Signal::derive(move || {
        lines.with(|lines| {
            let lines = lines.as_deref().unwrap_or_default();
            (lines.len(), lines.iter().filter(|line| line.ip.is_free()).count())
        })
    });
    let words = Text::live(move || match counts.get() {
        (0, _) => Text::default(),
        (all, 0) => counted(|t| &t.floating_ips().count, all),
        (all, free) => {
            let parts = [
                ("all", counted(|t| &t.floating_ips().count, all)),
                ("free", counted(|t| &t.floating_ips().count_free, free)),
            ];
            filled(|t| t.floating_ips().counts, parts)
        }
    });
    view! { <span role="status">{words}</span> }.into_any()
}

/// What its state means.
fn is_error(ip: &FloatingIp) -> bool {
    ip.status == FloatingIpStatus::Error
}
