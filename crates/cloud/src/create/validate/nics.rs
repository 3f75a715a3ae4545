//! Validates network interfaces (row S13).

use std::net::IpAddr;

use super::{Errors, chosen};
use crate::Cidr;
use crate::create::request::{Nic, NicOn};
use crate::create::{ConnectTo, Context, Draft, Field, NicDraft, OnlyOne, Problem};
use crate::ids::*;
use crate::wire::Subnet;

/// All interfaces; `None` if any is invalid.
pub(super) fn all(draft: &Draft, context: &Context<'_>, errors: &mut Errors) -> Option<Vec<Nic>> {
    let mut nics: Vec<Nic> = Vec::new();
    let mut good = true;
    for (row, nic) in (0..).zip(draft.nics()) {
        let field = if row == 0 { Field::Network } else { Field::Nic(row) };
        let on = on(nic, context).and_then(|on| {
            let twice = matches!(on, NicOn::Port(_)) && nics.iter().any(|nic| nic.on == on);
            if twice { Err(Problem::Twice) } else { Ok(on) }
        });
        let on = errors.take(field, on);
        let fixed_ip = errors.take(Field::FixedIp(row), fixed_ip(nic, context));
        match (on, fixed_ip) {
            (Some(on), Some(fixed_ip)) => nics.push(Nic { on: unless_fixed(on, &fixed_ip), fixed_ip }),
            _ => good = false,
        }
    }
    good.then_some(nics)
}

/// What a second instance could not use as well.
pub(super) fn only_one(nics: &[Nic]) -> Option<OnlyOne> {
    nics.iter().find_map(|nic| match nic.on {
        NicOn::Port(_) | NicOn::NewPort(..) => Some(OnlyOne::Port),
        _ => nic.fixed_ip.as_ref().map(|_| OnlyOne::FixedIp),
    })
}

fn on(nic: &NicDraft, context: &Context<'_>) -> Result<NicOn, Problem> {
    match nic.to {
        ConnectTo::Subnet => on_subnet(nic, context),
        ConnectTo::Network => chosen(nic.network.as_str()).map(NicOn::Network).ok_or(Problem::Missing),
        ConnectTo::Port => {
            let port: PortId = chosen(nic.port.as_str()).ok_or(Problem::Missing)?;
            match context.ports.map(|ports| ports.iter().find(|known| known.id == port)) {
                Some(None) => Err(Problem::Gone),
                Some(Some(known)) if !known.is_free() => Err(Problem::NotAvailable),
                _ => Ok(NicOn::Port(port)),
            }
        }
    }
}

fn on_subnet(nic: &NicDraft, context: &Context<'_>) -> Result<NicOn, Problem> {
    let id: SubnetId = chosen(nic.subnet.as_str()).ok_or(Problem::Missing)?;
    let known = find(&id, context);
    if known.is_none() && context.subnets.is_some() {
        return Err(Problem::Gone);
    }
    if context.limits.subnet_in_networks {
        return Ok(NicOn::Subnet(id));
    }
    // Only the list contains its network.
    let network = known.map(|subnet| subnet.network_id.clone()).ok_or(Problem::Missing)?;
    let mut all = context.subnets.into_iter().flatten();
    let others = all.any(|other| other.network_id == network && other.id != id);
    Ok(if others { NicOn::NewPort(network, id) } else { NicOn::Network(network) })
}

/// A fixed address implies its subnet: no port has to be created.
fn unless_fixed(on: NicOn, fixed_ip: &Option<String>) -> NicOn {
    match on {
        NicOn::NewPort(network, _) if fixed_ip.is_some() => NicOn::Network(network),
        on => on,
    }
}

fn fixed_ip(nic: &NicDraft, context: &Context<'_>) -> Result<Option<String>, Problem> {
    let typed = nic.fixed_ip.trim();
    if typed.is_empty() || nic.to == ConnectTo::Port {
        return Ok(None);
    }
    let address: IpAddr = typed.parse().map_err(|_| Problem::NotAnAddress)?;
    let subnet = chosen(nic.subnet.as_str()).filter(|_| nic.to == ConnectTo::Subnet).and_then(|id| find(&id, context));
    // A range that cannot be parsed does not reject an address.
    match subnet.filter(|subnet| Cidr::parse(&subnet.cidr).is_some_and(|range| !range.contains(address))) {
        Some(subnet) => Err(Problem::NotInSubnet { cidr: subnet.cidr.clone() }),
        None => Ok(Some(address.to_string())),
    }
}

fn find<'a>(id: &SubnetId, context: &Context<'a>) -> Option<&'a Subnet> {
    context.subnets?.iter().find(|subnet| subnet.id == *id)
}
