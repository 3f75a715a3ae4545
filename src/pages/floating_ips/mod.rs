//! The floating IPs page (row N04): all addresses, which of them are free, and attaching them to instances (row S30).
//!
//! * `list`: search and table. `detail`: one address in a dialog. `create`: allocates an address. `release`: gives one
//!   back.

mod columns;
mod create;
mod detail;
mod list;
mod release;

use std::sync::Arc;

use ::view::network::{Line, holder};
use cloud::wire::{FloatingIp, FloatingIpStatus, Network};
use leptos::prelude::*;

use crate::data;
use crate::flows::floating::{self, Held};
use crate::locales::{Text, counted, filled, tx};
use crate::routes::Thing;
use crate::routes::listed::Listed;
use crate::shared;
use crate::shared::list::{List, count_of};
use crate::shared::opened::Opened;
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, PageHead};

/// All addresses; `None` while they load.
type Lines = Memo<Option<Arc<[Line]>>>;
/// The filtered and sorted list.
type Ips = List<Line>;

#[derive(Clone, Copy)]
struct Dialogs {
    create: RwSignal<bool>,
    attach: RwSignal<bool>,
    detach: RwSignal<bool>,
    release: RwSignal<bool>,
    ip: RwSignal<Option<FloatingIp>>,
    held: RwSignal<Option<Held>>,
    /// The details of one address.
    detail: Opened,
}

impl Dialogs {
    fn new(listed: Listed) -> Self {
        let closed = || RwSignal::new(false);
        let (create, attach, detach, release) = (closed(), closed(), closed(), closed());
        let detail = Opened::new(listed, Thing::FloatingIp);
        Self { create, attach, detach, release, ip: RwSignal::new(None), held: RwSignal::new(None), detail }
    }

    /// Opens a dialog about this address and closes the details.
    fn ask(self, line: &Line, which: RwSignal<bool>) {
        self.detail.hide();
        self.ip.set(Some(line.ip.clone()));
        self.held.set(Some(Held { ip: line.ip.clone(), user: line.user.clone() }));
        which.set(true);
    }
}

pub fn page() -> AnyView {
    let ips = data::floating_ips();
    let networks = data::networks();
    let lines = lines(ips.value, networks.value);
    let list = list::list(ips, lines);
    let dialogs = Dialogs::new(list.shown.listed);
    view! {
        <PageHead title=tx(|t| t.floating_ips().title) beside=count_of(count(list, lines))>
            <Button label=tx(|t| t.floating_ips().create) kind=Kind::Primary icon_before=Icon::Plus
                refused=no_changes() on_click=move || dialogs.create.set(true) />
        </PageHead>
        {list::table(list, dialogs)}
        {detail::dialog(list, dialogs)}
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

/// How many addresses there are, and how many of them are free.
fn count(list: Ips, lines: Lines) -> Text {
    let counts = Signal::derive(move || {
        lines.with(|lines| {
            let lines = lines.as_deref().unwrap_or_default();
            (lines.len(), lines.iter().filter(|line| line.ip.is_free()).count())
        })
    });
    let shown = shared::list::count(list.shown, |t| &t.floating_ips().count);
    Text::live(move || match counts.get() {
        (all, free) if free > 0 && list.shown.rows.with(|rows| rows.len()) == all => {
            let parts = [
                ("all", counted(|t| &t.floating_ips().count, all)),
                ("free", counted(|t| &t.floating_ips().count_free, free)),
            ];
            filled(|t| t.floating_ips().counts, parts)
        }
        _ => shown.clone(),
    })
}

/// The address, which also serves as its name.
fn address(line: &Line) -> Text {
    line.ip.address.clone().into()
}

fn is_error(ip: &FloatingIp) -> bool {
    ip.status == FloatingIpStatus::Error
}
