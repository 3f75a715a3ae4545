//! The cells of the table.

use ::view::network::Line;
use cloud::wire::FloatingIpStatus;
use leptos::prelude::*;

use super::{Ips, is_error};
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::shared::opened::Opened;
use crate::ui::{Badge, Column, CopyButton, RowId, Tone, Width, live_view, row_link, tab_index};

pub fn columns(list: Ips, detail: Opened) -> Vec<Column> {
    let text = move |id: Signal<RowId>, of: fn(&Line) -> String| list.cell(id, move |line| of(line).into());
    let address = move |id: Signal<RowId>| {
        let words = list.text(id, super::address);
        let href = move || Some(detail.href(&id.get()));
        let link = row_link(words.clone(), href, move || detail.show(&id.get_untracked()));
        view! {
            <span class="copyable">
                <code>{link}</code><CopyButton text=words what=tx(|t| t.floating_ips().address) />
            </span>
        }
        .into_any()
    };
    vec![
        Column::new("address", tx(|t| t.floating_ips().address), Width::Grow, address),
        Column::new("status", tx(|t| t.common().status), Width::Wide, move |id| status(list, id)),
        Column::new("instance", tx(|t| t.floating_ips().instance), Width::Grow, move |id| instance(list, id)),
        Column::new("fixed", tx(|t| t.floating_ips().fixed), Width::Middle, move |id| {
            text(id, |line| line.ip.fixed_address.clone().unwrap_or_else(|| "–".to_owned()))
        })
        .priority(2),
        Column::new("pool", tx(|t| t.floating_ips().pool), Width::Middle, move |id| text(id, |line| line.pool.clone()))
            .priority(2),
    ]
}

/// The status. A free address is highlighted because it costs money although nothing uses it.
pub fn status(list: Ips, id: Signal<RowId>) -> AnyView {
    let line = Memo::new(move |_| list.get(&id.get(), Clone::clone));
    let tone = Signal::derive(move || {
        line.with(|line| match line {
            Some(line) if is_error(&line.ip) => Tone::Bad,
            Some(line) if line.ip.is_free() => Tone::Off,
            Some(line) if line.ip.is_moving() => Tone::Busy,
            Some(line) if line.ip.forwardings > 0 => Tone::Ok,
            Some(line) if line.ip.status == FloatingIpStatus::Active => Tone::Ok,
            _ => Tone::Unknown,
        })
    });
    let word = Text::live(move || {
        line.with(|line| match line.as_ref().map(|line| (&line.ip, &line.ip.status)) {
            None => Text::default(),
            Some((_, FloatingIpStatus::Error)) => tx(|t| t.floating_ips().in_error),
            Some((ip, _)) if ip.is_free() => tx(|t| t.floating_ips().unattached),
            Some((ip, _)) if ip.forwardings > 0 => tx(|t| t.floating_ips().forwards),
            Some((_, FloatingIpStatus::Down)) => tx(|t| t.floating_ips().connecting),
            Some((_, FloatingIpStatus::Active)) => tx(|t| t.floating_ips().attached),
            Some((_, other)) => other.as_str().to_owned().into(),
        })
    });
    let note = Text::live(move || match line.with(|line| line.as_ref().is_some_and(|line| line.ip.is_free())) {
        true => tx(|t| t.floating_ips().costs),
        false => Text::default(),
    });
    view! { <Badge tone word note /> }.into_any()
}

/// A link to the instance; the port's id if the address belongs to something else.
pub fn instance(list: Ips, id: Signal<RowId>) -> AnyView {
    let line = Memo::new(move |_| list.get(&id.get(), Clone::clone));
    live_view(move || {
        let Some(line) = line.get() else { return ().into_any() };
        match (line.user, line.ip.port) {
            (Some((id, name)), _) => {
                let words = if name.is_empty() { id.0.clone() } else { name };
                let (href, title) = (routes::href(&Route::Instance(id)), words.clone());
                view! { <a href=href tabindex=tab_index() title=title dir="auto">{words}</a> }.into_any()
            }
            (None, Some(port)) => {
                let title = port.0.clone();
                view! { <span class="dim" title=title>{tx(|t| t.floating_ips().other_port)}</span> }.into_any()
            }
            (None, None) => view! { <span class="dim">"–"</span> }.into_any(),
        }
    })
    .into_any()
}
