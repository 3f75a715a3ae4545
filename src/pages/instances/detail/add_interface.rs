//! The dialog that adds an interface to an instance: on a network, optionally with a chosen address, or on an existing
//! port.

use cloud::Cidr;
use cloud::calls::interfaces::NewInterface;
use cloud::wire::{Network, Subnet};
use leptos::prelude::*;

use super::network::name;
use crate::browser::focus;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words::Row;
use crate::reactive::effect;
use crate::ui::{Choice, ConfirmForm, Dialog, RadioCards, SelectField, Submit, TextField, live_view};

pub fn dialog(open: RwSignal<bool>, row: Row) -> AnyView {
    let title = filled(|t| t.instance().add_interface_title, [("name", name(row))]);
    view! { <Dialog open title>{form(open, row)}</Dialog> }.into_any()
}

#[derive(Clone, Copy)]
struct Draft {
    on: RwSignal<String>,
    network: RwSignal<String>,
    fixed: RwSignal<String>,
    port: RwSignal<String>,
    tried: RwSignal<bool>,
}

const BY_PORT: &str = "port";

impl Draft {
    fn is_port(self) -> bool {
        self.on.with(|on| on == BY_PORT)
    }

    /// The error message of the network or the port.
    fn missing(self) -> bool {
        let needed = if self.is_port() { self.port } else { self.network };
        needed.with(|text| text.trim().is_empty())
    }

    /// Whether the typed address is invalid or outside the network's subnets.
    fn bad_fixed(self, subnets: &[Subnet]) -> bool {
        let typed = self.fixed.get();
        let Some(typed) = Some(typed.trim()).filter(|typed| !typed.is_empty()) else { return false };
        let Ok(address) = typed.parse() else { return true };
        let mine: Vec<&Subnet> =
            self.network.with(|id| subnets.iter().filter(|subnet| subnet.network_id.as_str() == id).collect());
        let inside = |subnet: &&Subnet| Cidr::parse(&subnet.cidr).is_none_or(|cidr| cidr.contains(address));
        !mine.is_empty() && !mine.iter().any(inside)
    }

    fn new_interface(self) -> NewInterface {
        if self.is_port() {
            return NewInterface::Port(self.port.get().trim().into());
        }
        let fixed = self.fixed.get().trim().to_owned();
        let fixed_ip = (!fixed.is_empty()).then_some(fixed);
        NewInterface::Network { network: self.network.get().trim().into(), fixed_ip }
    }
}

fn form(open: RwSignal<bool>, row: Row) -> AnyView {
    let text = || RwSignal::new(String::new());
    let on = RwSignal::new(String::from("network"));
    let draft = Draft { on, network: text(), fixed: text(), port: text(), tried: RwSignal::new(false) };
    let (networks, subnets) = (data::networks(), data::subnets());
    let bad_fixed = Memo::new(move |_| draft.bad_fixed(&subnets.value.get().unwrap_or_default()));
    let submit = Submit::new(move || {
        draft.tried.set(true);
        let wrong = untrack(|| draft.missing() || (!draft.is_port() && bad_fixed.get()));
        let server = row.get_untracked()?;
        let new = focus::valid(if wrong { Err(()) } else { Ok(untrack(|| draft.new_interface())) })?;
        Some(async move {
            data::add_interface(&server.id, &new).await?;
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let kinds = || {
        vec![
            Choice::new("network", tx(|t| t.instance().on_network)).note(tx(|t| t.instance().on_network_note)),
            Choice::new(BY_PORT, tx(|t| t.instance().on_port)).note(tx(|t| t.instance().on_port_note)),
        ]
    };
    let choices = Signal::derive(move || {
        choices(&networks.value.get().unwrap_or_default(), &subnets.value.get().unwrap_or_default())
    });
    let typed = Memo::new(move |_| networks.value.with(Option::is_none) && networks.failure().is_some());
    // The first network is preselected; usually there is only one.
    effect(move || {
        let first = choices.get().first().map(|choice| choice.value.clone()).unwrap_or_default();
        if draft.network.with_untracked(String::is_empty) {
            draft.network.set(first);
        }
    });
    let by_port = Memo::new(move |_| draft.is_port());
    let fields = live_view(move || match by_port.get() {
        true => port_field(draft),
        false => network_fields(draft, choices, typed, bad_fixed),
    });
    view! {
        <ConfirmForm open confirm=tx(|t| t.instance().add_interface) submit>
            <RadioCards label=tx(|t| t.instance().interface_on) value=draft.on choices=Signal::derive(kinds) />
            {fields}
        </ConfirmForm>
    }
    .into_any()
}

fn missing(draft: Draft, words: fn() -> Text) -> Signal<Option<Text>> {
    Signal::derive(move || (draft.tried.get() && draft.missing()).then(words))
}

fn port_field(draft: Draft) -> AnyView {
    let error = missing(draft, || tx(|t| t.instance().port_missing));
    view! { <TextField label=tx(|t| t.instance().port_id) value=draft.port hint=tx(|t| t.instance().port_hint) error mono=true /> }
        .into_any()
}

fn network_fields(draft: Draft, choices: Signal<Vec<Choice>>, typed: Memo<bool>, bad_fixed: Memo<bool>) -> AnyView {
    let error = missing(draft, || tx(|t| t.instance().network_missing));
    let fixed_error = Signal::derive(move || bad_fixed.get().then(|| tx(|t| t.instance().fixed_bad)));
    view! {
        {live_view(move || match typed.get() {
            true => view! { <TextField label=tx(|t| t.instance().network_id) value=draft.network error mono=true /> }.into_any(),
            false => view! { <SelectField label=tx(|t| t.instance().in_network) value=draft.network choices error /> }.into_any(),
        })}
        <TextField label=tx(|t| t.instance().fixed) value=draft.fixed hint=tx(|t| t.instance().fixed_hint)
            error=fixed_error optional=true mono=true />
    }
    .into_any()
}

/// The networks with the ranges of their subnets, without the pools of floating IPs.
fn choices(networks: &[Network], subnets: &[Subnet]) -> Vec<Choice> {
    let of = |network: &Network| {
        let own = subnets.iter().filter(|subnet| subnet.network_id == network.id);
        let cidrs = own.map(|subnet| subnet.cidr.as_str()).collect::<Vec<_>>().join(", ");
        let name = if network.name.is_empty() { network.id.0.clone() } else { network.name.clone() };
        let label = if cidrs.is_empty() { name } else { [name, cidrs].join(" · ") };
        Choice::new(network.id.0.clone(), label)
    };
    networks.iter().filter(|network| !network.external).map(of).collect()
}
