//! Additional interfaces, and the fixed address of each (row S13).

use super::label;
use super::network::{addresses, kinds, rows_of_networks, rows_of_subnets, why_not};
use super::one_of::one_of;
use super::row::{RowBox, error_in_row, leave_row, select_or_type};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words::{self, called};
use crate::ui::{Button, Choice, Icon, SelectField, TextField, live_view};
use cloud::create::{ConnectTo, Field, NicDraft};
use leptos::prelude::*;

pub fn nics(form: Form) -> AnyView {
    let rows = form.nics;
    let (n, fixed) = (
        Signal::derive(move || rows.len()),
        Memo::new(move |_| {
            let fixed = |nic: &&NicDraft| nic.to != ConnectTo::Port && !nic.fixed_ip.trim().is_empty();
            form.draft.with(|draft| draft.nics().filter(fixed).count())
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
            let to = untrack(|| form.known.usual_nic());
            rows.add(NicDraft { to, ..NicDraft::default() });
        };
        view! {
            {first(form)}
            <For each=move || rows.numbers() key=|number| *number children=move |number| one(form, number) />
            <Button label=tx(|t| t.create_more().nic_add) icon_before=Icon::Plus on_click=add />
        }
        .into_any()
    })
}

/// The fixed address of the first interface, whose network is chosen in the field above.
fn first(form: Form) -> AnyView {
    let (to, value) = (form.value(part!(nic.to)), form.value(part!(nic.fixed_ip)));
    live_view(move || match to.get() {
        ConnectTo::Port => ().into_any(),
        ConnectTo::Subnet | ConnectTo::Network => {
            let label = label(Field::FixedIp(0));
            view! {
                <div class="create-short">
                    <TextField label value optional=true mono=true
                        hint=tx(|t| t.create_more().fixed_ip_hint) error=form.error(Field::FixedIp(0))
                        on_leave=form.leave(Field::FixedIp(0), value) />
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}

fn one(form: Form, number: u32) -> AnyView {
    let rows = form.nics;
    let at = |field| rows.at(number, 1, field);
    let (on, ip) = (at(Field::Nic), at(Field::FixedIp));
    let (to, fixed_ip) = (rows.value(number, part!(to)), rows.value(number, part!(fixed_ip)));
    let title = Text::live(move || label(on.field()));
    let error = error_in_row(form, on);
    let target = live_view(move || match to.get() {
        ConnectTo::Port => {
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
            select_or_type(
                form,
                on,
                tx(|t| t.create_more().port),
                rows.value(number, part!(port.0)),
                choices,
                error,
                typed,
            )
        }
        ConnectTo::Network => {
            let (networks, subnets) = (form.known.networks, form.known.subnets);
            let choices = Signal::derive(move || {
                let networks = networks.value.get().unwrap_or_default();
                super::row::choices(&rows_of_networks(&networks, subnets.value.get().as_deref()), &[0, 1])
            });
            let typed = (tx(|t| t.create().network_id), networks.typed, networks.trouble());
            select_or_type(
                form,
                on,
                tx(|t| t.create().network),
                rows.value(number, part!(network.0)),
                choices,
                error,
                typed,
            )
        }
        ConnectTo::Subnet => {
            let (networks, subnets) = (form.known.networks, form.known.subnets);
            let choices = Signal::derive(move || {
                let networks = networks.value.get().unwrap_or_default();
                super::row::choices(&rows_of_subnets(&subnets.value.get().unwrap_or_default(), &networks), &[0, 1, 2])
            });
            let typed = (tx(|t| t.create().subnet_id), subnets.typed, subnets.trouble());
            select_or_type(
                form,
                on,
                tx(|t| t.create().subnet),
                rows.value(number, part!(subnet.0)),
                choices,
                error,
                typed,
            )
        }
    });
    let address = live_view(move || match to.get() == ConnectTo::Port {
        true => ().into_any(),
        false => view! {
            <TextField label=tx(|t| t.create_more().fixed_ip) value=fixed_ip optional=true mono=true
                error=error_in_row(form, ip) on_leave=leave_row(form, ip, fixed_ip) />
        }
        .into_any(),
    });
    let inside = view! {
        <SelectField label=tx(|t| t.create_more().connect_to) value=one_of(to) choices=kinds(form) />
        {target} {address}
    };
    let remove = filled(|t| t.create_more().remove, [("what", title.clone())]);
    RowBox { title, remove, on_remove: Callback::new(move |()| rows.remove(number)) }.draw(inside.into_any())
}
