//! The range of a new subnet, its gateway and its allocation pools.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use cloud::Cidr;
use serde_json::Value;

use super::{fields, refuse, text};
use crate::Response;

/// The ranges of a new subnet.
pub(super) struct Ranges {
    pub cidr: Cidr,
    /// The range's first address as a number.
    pub base: u32,
    pub gateway: Option<Ipv4Addr>,
    pub pools: Vec<(Ipv4Addr, Ipv4Addr)>,
}

impl Ranges {
    /// The number of addresses before the first allocated one, and the number of allocated ones.
    pub(super) fn given(&self) -> (u32, u32) {
        let (Some((first, _)), Some((_, last))) = (self.pools.first(), self.pools.last()) else { return (0, 0) };
        let reserved = u32::from(*first).saturating_sub(self.base).saturating_sub(1);
        (reserved, (u32::from(*last) + 1).saturating_sub(u32::from(*first)))
    }

    /// Addresses between two pools, as numbers after `base`: not allocated.
    pub(super) fn between(&self) -> BTreeSet<u32> {
        let pairs = self.pools.windows(2);
        let gaps = pairs.filter_map(|pair| Some((u32::from(pair.first()?.1) + 1, u32::from(pair.get(1)?.0))));
        gaps.flat_map(|(from, to)| from..to).map(|address| address.saturating_sub(self.base)).collect()
    }
}

pub(super) fn read(wanted: &Value) -> Result<Ranges, Response> {
    let Some(asked) = text(wanted, "cidr") else {
        let words = "Bad subnets request: a subnetpool must be specified in the absence of a cidr.";
        return Err(refuse::bad("BadRequest", words));
    };
    let cidr = Cidr::parse(asked).ok_or_else(|| refuse::input(&format!("{asked} is not in a CIDR format.")))?;
    let version = wanted.get("ip_version").map(Value::to_string).unwrap_or_default();
    let version = version.trim_matches('"');
    if (version == "4") != cidr.is_v4() {
        return Err(refuse::input(&format!("cidr '{asked}' does not match the ip_version '{version}'.")));
    }
    let (IpAddr::V4(first), length) = (cidr.first(), cidr.length()) else {
        // Unlike a real Neutron.
        return Err(refuse::input("this simulated cloud has no IPv6."));
    };
    let base = u32::from(first);
    if length > 30 {
        let words = "Subnet has a prefix length that is incompatible with DHCP service enabled.";
        return Err(refuse::input(words));
    }
    let broadcast = base + (u32::MAX >> length);
    let gateway = match wanted.get("gateway_ip") {
        Some(Value::Null) => None,
        Some(said) => Some(fields::address("gateway_ip", said.as_str().unwrap_or_default())?),
        None => Some(Ipv4Addr::from(base + 1)),
    };
    let inside = base + 1..broadcast;
    let pools = match wanted.get("allocation_pools").and_then(Value::as_array) {
        Some(said) => {
            let pool = |pool: &Value| self::pool(pool, asked, &inside, gateway);
            let mut pools = said.iter().map(pool).collect::<Result<Vec<_>, _>>()?;
            pools.sort();
            pools
        }
        None => around(base + 1, broadcast - 1, gateway.map(u32::from)),
    };
    Ok(Ranges { cidr, base, gateway, pools })
}

/// The whole range without the gateway.
fn around(first: u32, last: u32, gateway: Option<u32>) -> Vec<(Ipv4Addr, Ipv4Addr)> {
    let parts = match gateway.filter(|gateway| (first..=last).contains(gateway)) {
        Some(gateway) => vec![(first, gateway - 1), (gateway + 1, last)],
        None => vec![(first, last)],
    };
    let some = parts.into_iter().filter(|(first, last)| first <= last);
    some.map(|(first, last)| (Ipv4Addr::from(first), Ipv4Addr::from(last))).collect()
}

fn pool(
    said: &Value,
    cidr: &str,
    inside: &std::ops::Range<u32>,
    gateway: Option<Ipv4Addr>,
) -> Result<(Ipv4Addr, Ipv4Addr), Response> {
    let end = |key: &str| fields::address("allocation_pools", text(said, key).unwrap_or_default());
    let (start, end) = (end("start")?, end("end")?);
    if start > end {
        let words = format!("The allocation pool {{'start': '{start}', 'end': '{end}'}} is not valid.");
        return Err(refuse::bad("InvalidAllocationPool", &words));
    }
    if !inside.contains(&u32::from(start)) || !inside.contains(&u32::from(end)) {
        let words = format!("The allocation pool {start}-{end} spans beyond the subnet cidr {cidr}.");
        return Err(refuse::bad("OutOfBoundsAllocationPool", &words));
    }
    match gateway.filter(|gateway| (start..=end).contains(gateway)) {
        Some(gateway) => {
            let words = format!("Gateway ip {gateway} conflicts with allocation pool {start}-{end}.");
            Err(refuse::conflict("GatewayConflictWithAllocationPools", &words))
        }
        None => Ok((start, end)),
    }
}

/// Whether two ranges overlap.
pub(super) fn overlap(known: &str, cidr: Cidr) -> bool {
    Cidr::parse(known).is_some_and(|known| known.overlaps(cidr))
}
