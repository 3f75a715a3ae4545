//! Search, filter and table.

use std::sync::Arc;

use ::query::Op;
use ::view::listing::Listing;
use ::view::network::{FLOATING_IP_FIELDS, Line, floating_ip_cells, floating_ip_term, floating_ips};
use cloud::wire::FloatingIp;
use leptos::prelude::*;
use runner::Kind;

use super::{Dialogs, Ips, Lines, columns};
use crate::data::Live;
use crate::locales::tx;
use crate::routes::Route;
use crate::routes::listed;
use crate::shared::bulk::Things;
use crate::shared::list::{List, ListTable, Standing};
use crate::shell::no_changes;
use crate::ui::{Choice, Empty, FieldMenu, Icon, MenuItem, RowId, copy_text};

/// The list, filtered and sorted by the page's URL.
pub fn list(ips: Live<Arc<[FloatingIp]>>, lines: Lines) -> Ips {
    let listed = listed::follow(Route::FloatingIps, |query| {
        let listing = Listing::of_query(&["show"], query).usually_by("address", false);
        listing.in_terms(FLOATING_IP_FIELDS, floating_ip_term)
    });
    List::new(
        lines.into(),
        Standing::of(ips),
        listed,
        FLOATING_IP_FIELDS,
        |line| line.ip.id.as_str(),
        floating_ip_cells,
        floating_ips,
    )
}

pub fn table(list: Ips, dialogs: Dialogs) -> AnyView {
    let choices = || {
        vec![
            Choice::new("free", tx(|t| t.floating_ips().unattached)),
            Choice::new("attached", tx(|t| t.floating_ips().attached)),
        ]
    };
    let (label, choices) = (tx(|t| t.floating_ips().show), Signal::derive(choices));
    let show = FieldMenu { field: "is", op: Op::Contains, label, choices };
    let menu = move |id: RowId| list.get(&id, |line| menu(line, dialogs)).unwrap_or_default();
    let none = || {
        let words = tx(|t| t.floating_ips().none_text);
        view! { <Empty title=tx(|t| t.floating_ips().none_title) words mark=Icon::FloatingIps /> }
    };
    let things = Things::removable(list, Kind::FloatingIp, |line| (line.ip.address.clone(), no_changes().get()));
    view! {
        <ListTable shown=list.shown label=tx(|t| t.floating_ips().title) search=tx(|t| t.floating_ips().search)
            filters=vec![show] columns=columns::columns(list, dialogs.detail) row_name=move |id| list.text(id, super::address)
            on_open=move |id: RowId| dialogs.detail.show(&id) menu no_match=tx(|t| t.floating_ips().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn menu(line: &Line, dialogs: Dialogs) -> Vec<MenuItem> {
    let (id, detail) = (line.ip.id.to_string(), dialogs.detail);
    let mut items = vec![MenuItem::new(tx(|t| t.common().details), move || detail.show(&id)).icon(Icon::Details)];
    items.extend(actions(line, dialogs));
    items
}

/// The menu of one address.
pub fn actions(line: &Line, dialogs: Dialogs) -> Vec<MenuItem> {
    let (attached, detached, released) = (line.clone(), line.clone(), line.clone());
    let (address, free) = (line.ip.address.clone(), line.ip.is_free());
    // Port forwarding: the address is in use but has no port to detach it from.
    let forwards = line.ip.port.is_none() && !free;
    let attach = MenuItem::new(tx(|t| t.floating_ips().attach_ask), move || dialogs.ask(&attached, dialogs.attach));
    let detach = MenuItem::new(tx(|t| t.floating_ips().detach_ask), move || dialogs.ask(&detached, dialogs.detach));
    let release = MenuItem::new(tx(|t| t.floating_ips().release_ask), move || dialogs.ask(&released, dialogs.release));
    let off = no_changes().get();
    let (taken, is_free) = (|| tx(|t| t.floating_ips().is_attached), || tx(|t| t.floating_ips().is_free));
    let has_rules = || tx(|t| t.floating_ips().forwards_ports);
    vec![
        attach.icon(Icon::Attach).refused(off.clone().or_else(|| (!free).then(taken))),
        detach
            .icon(Icon::Detach)
            .refused(off.clone().or_else(|| free.then(is_free)).or_else(|| forwards.then(has_rules))),
        MenuItem::new(tx(|t| t.floating_ips().copy), move || copy_text(address.clone())).icon(Icon::Copy),
        release.icon(Icon::Trash).danger().apart().refused(off),
    ]
}
