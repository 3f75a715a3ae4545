//! More interfaces, and the address of each (row S13).

use super::network::{addresses, kinds, rows_of_networks, rows_of_subnets, why_not};
use super::row::{RowBox, error_in_row, leave_row, select_or_type};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::more::{NETWORK, NicRow, PORT};
use crate::pages::instances::create::rows::{At, Row};
use crate::pages::instances::create::words::{self, called};
use crate::reactive::{Memo, Signal};
use crate::ui::{Button, Choice, Icon, SelectField, TextField, live_view};
use cloud::create::Field;
use leptos::prelude::*;

pub fn nics(form: Form) -> AnyView {
    let rows = form.more.nics;
    let (n, fixed) = (
        Signal::derive(move || rows.len()),
        Memo::new(move |_| {
            form.checked.with(|it| it.draft.nics.iter().filter(|nic| !nic.fixed_ip.trim().is_empty()).count())
        }),
    );
    let says = Text::live(move || {
        let more = (n.get() > 0).then(|| counted(|t| &t.create_more().nics_more, n));
        let fixed = (fixed.get() > 0).then(|| counted(|t| &t.create_more().nics_fixed, fixed));
        words::joined([more, fixed])
    });
    let holds = |field: Field| matches!(field, Field::Nic(_) | Field::FixedIp(_));
    let fold = Fold { title: tx(|t| t.create_more().nics), says, holds, open: false };
    fold.draw(form, move || {
        let add = move || {
            if let Some(row) = rows.add() {
                row.by.set(form.known.usual_nic().to_owned());
            }
        };
        view! {
            {first(form)}
            <For each=move || rows.get() key=|row| row.number() children=move |row| one(form, row) />
            <Button label=tx(|t| t.create_more().nic_add) icon_before=Icon::Plus on_click=add />
        }
        .into_any()
    })
}

/// The first interface is chosen above; here it may get its address.
fn first(form: Form) -> AnyView {
    let port = Memo::new(move |_| form.more.first.by(form.known.usual_nic()) == PORT);
    live_view(move || match port.get() {
        true => ().into_any(),
        false => {
            let label = words::field(Field::FixedIp(0));
            view! {
                <div class="create-short">
                    <TextField label value=form.more.first.fixed_ip optional=true mono=true
                        hint=tx(|t| t.create_more().fixed_ip_hint) error=form.error(Field::FixedIp(0))
                        on_leave=form.leave(Field::FixedIp(0), form.more.first.fixed_ip) />
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}

fn one(form: Form, row: NicRow) -> AnyView {
    let rows = form.more.nics;
    let at = |field| At { rows, row, from: 1, field };
    let (on, ip) = (at(Field::Nic), at(Field::FixedIp));
    let by = Memo::new(move |_| row.by(form.known.usual_nic()));
    let title = Text::live(move || words::field(on.field()));
    let error = error_in_row(form, on);
    let target = live_view(move || match by.get().as_str() {
        PORT => {
            let list = form.known.ports.want();
            let choices = Signal::derive(move || {
                let choice = |port: &cloud::wire::Port| {
                    let name =
                        words::joined([Some(called(&port.name, &port.id.0).into()), Some(addresses(port).into())]);
                    Choice::new(port.id.0.clone(), name).excluded(why_not(form, port))
                };
                list.value.get().unwrap_or_default().iter().map(choice).collect()
            });
            let typed = (tx(|t| t.create_more().port_id), list.typed, list.trouble());
            select_or_type(form, on, tx(|t| t.create_more().port), row.port, choices, error, typed)
        }
        NETWORK => {
            let (networks, subnets) = (form.known.networks, form.known.subnets);
            let choices = Signal::derive(move || {
                let networks = networks.value.get().unwrap_or_default();
                super::row::choices(&rows_of_networks(&networks, subnets.value.get().as_deref()), &[0, 1])
            });
            let typed = (tx(|t| t.create().network_id), networks.typed, networks.trouble());
            select_or_type(form, on, tx(|t| t.create().network), row.network, choices, error, typed)
        }
        _ => {
            let (networks, subnets) = (form.known.networks, form.known.subnets);
            let choices = Signal::derive(move || {
                let networks = networks.value.get().unwrap_or_default();
                super::row::choices(&rows_of_subnets(&subnets.value.get().unwrap_or_default(), &networks), &[0, 1, 2])
            });
            let typed = (tx(|t| t.create().subnet_id), subnets.typed, subnets.trouble());
            select_or_type(form, on, tx(|t| t.create().subnet), row.subnet, choices, error, typed)
        }
    });
    let address = live_view(move || match by.get() == PORT {
        true => ().into_any(),
        false => view! {
            <TextField label=tx(|t| t.create_more().fixed_ip) value=row.fixed_ip optional=true mono=true
                error=error_in_row(form, ip) on_leave=leave_row(form, ip, row.fixed_ip) />
        }
        .into_any(),
    });
    let inside = view! {
        <SelectField label=tx(|t| t.create_more().connect_to) value=row.by choices=kinds(form) />
        {target} {address}
    };
    let remove = filled(|t| t.create_more().remove, [("what", title.clone())]);
    RowBox { title, remove, on_remove: Callback::new(move |()| rows.remove(row)) }.draw(inside.into_any())
}
