//! The volumes of an instance, and the small table that lists are drawn in.

use leptos::prelude::*;

use super::read::{filled, said};
use crate::data;
use crate::locales::{Text, filled as fill_in, number, tx};
use crate::pages::instances::words::Row;
use crate::reactive::Memo;
use crate::ui::{Copyable, Fact, Facts, Section, live_view};
use cloud::rules::fate::{self, VolumeLine};

/// Volumes and what becomes of them; how the disk is configured.
pub fn storage(row: Row) -> AnyView {
    let known = data::volumes().value;
    let lines = Memo::new(move |_| {
        let known = known.get().unwrap_or_default();
        row.with(|server| {
            let server = server.as_deref()?;
            server.volumes.said().is_some().then(|| fate::volumes(server, &known))
        })
    });
    let facts = vec![
        Fact::text(tx(|t| t.instance().config_drive), said(row, |server| filled(&server.config_drive))),
        Fact::text(tx(|t| t.instance().disk_config), said(row, |server| filled(&server.disk_config))),
    ];
    view! {
        <Section title=tx(|t| t.instance().storage)>
            {live_view(move || lines.with(|lines| lines.as_deref().map(volumes).unwrap_or_else(|| ().into_any())))}
            <Facts facts />
        </Section>
    }
    .into_any()
}

fn volumes(lines: &[VolumeLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="dim">{tx(|t| t.instance().no_volumes)}</p> }.into_any();
    }
    let rows: Vec<_> = lines.iter().map(volume).collect();
    grid(
        [tx(|t| t.instance().volume), tx(|t| t.instance().size), tx(|t| t.instance().on_delete), tx(|t| t.common().id)],
        rows,
    )
}

fn volume(line: &VolumeLine) -> AnyView {
    let size = match line.size_gb {
        // Lossless below 2^53.
        Some(size) => fill_in(|t| t.common().gb, [("n", number(size as f64).into())]),
        None => "–".into(),
    };
    let fate = match line.goes {
        Some(true) => tx(|t| t.instance().goes_too),
        Some(false) => tx(|t| t.instance().stays),
        None => tx(|t| t.instance().fate_unknown),
    };
    let bootable = line.bootable.then(|| view! { <span class="dim">{tx(|t| t.instance().bootable)}</span> });
    view! {
        <tr>
            <td dir="auto">{line.name.clone()}" "{bootable}</td>
            <td>{size}</td>
            <td>{fate}</td>
            <td><Copyable text=line.id.to_string() what=tx(|t| t.common().id) /></td>
        </tr>
    }
    .into_any()
}

/// A small table.
pub fn grid<const N: usize>(heads: [Text; N], rows: Vec<AnyView>) -> AnyView {
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    view! {
        <div class="grid-scroll" tabindex="0">
            <table class="grid"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
