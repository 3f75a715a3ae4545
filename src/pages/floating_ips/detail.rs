//! All fields of one floating IP, including those that a narrow table hides, and the ids.

use ::view::network::Line;
use leptos::prelude::*;

use super::{Dialogs, Ips, columns, list};
use crate::locales::{Text, tx};
use crate::shared::opened::{gone, over};
use crate::ui::{Button, Fact, Facts, Menu, RowId};

/// The dialog. Which address it shows is part of the page's URL.
pub fn dialog(ips: Ips, dialogs: Dialogs) -> AnyView {
    let detail = dialogs.detail;
    let line = Memo::new(move |_| ips.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || line.with(|line| line.as_ref().map(super::address)).unwrap_or_default());
    over(detail, title, ips.shown, gone(), move || line.get().map(|line| here(ips, dialogs, line)))
}

fn here(ips: Ips, dialogs: Dialogs, line: Line) -> AnyView {
    let facts = facts(ips, &line);
    let items = move |()| list::actions(&line, dialogs);
    view! {
        <div class="confirm">
            <Facts facts />
            <footer class="dialog-foot">
                <Menu label=tx(|t| t.common().actions) items />
                <Button label=tx(|t| t.common().close) on_click=move || dialogs.detail.hide() />
            </footer>
        </div>
    }
    .into_any()
}

fn facts(ips: Ips, line: &Line) -> Vec<Fact> {
    let of = Signal::stored(RowId::from(line.ip.id.as_str()));
    let mut facts = vec![
        Fact::id(tx(|t| t.floating_ips().address), line.ip.address.clone()),
        Fact::new(tx(|t| t.common().status), columns::status(ips, of)),
        Fact::new(tx(|t| t.floating_ips().instance), columns::instance(ips, of)),
        Fact::text(tx(|t| t.floating_ips().fixed), line.ip.fixed_address.clone().unwrap_or_default()),
        Fact::text(tx(|t| t.floating_ips().pool), line.pool.clone()),
    ];
    if let Some(port) = &line.ip.port {
        facts.push(Fact::id(tx(|t| t.instance().port), port.to_string()));
    }
    facts.push(Fact::id(tx(|t| t.common().id), line.ip.id.to_string()));
    facts
}
