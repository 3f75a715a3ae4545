//! `/security-group-rules` (row N05): list, create, delete. There is no change: a rule is made anew.

use serde_json::{Value, json};

use cloud::config::RuleSet;

use super::{list, quota, refuse, text, unwrapped, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;
use crate::model::{SecurityGroup, SecurityRule};

/// Protocols with names; numbers from 0 to 255 are taken as well.
const PROTOCOLS: [&str; 8] = ["tcp", "udp", "icmp", "icmpv6", "sctp", "gre", "esp", "ah"];

pub(super) fn answer(context: &mut Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", _) => list::read(context, "security_group_rule", path, all(context)),
        ("POST", []) => create(context),
        ("DELETE", [id]) => delete(context, id),
        _ => Err(refuse::unknown()),
    }
}

fn all(context: &Context<'_>) -> Vec<Value> {
    let groups = context.project.groups.iter();
    groups.flat_map(|group| group.rules.iter().map(|rule| show(context, group, rule))).collect()
}

pub(super) fn show(context: &Context<'_>, group: &SecurityGroup, rule: &SecurityRule) -> Value {
    let tenant = &context.project.tenant;
    json!({
        "id": rule.id, "tenant_id": tenant, "project_id": tenant, "security_group_id": group.id,
        "ethertype": rule.ethertype, "direction": if rule.ingress { "ingress" } else { "egress" },
        "protocol": rule.protocol, "port_range_min": rule.ports.map(|(min, _)| min),
        "port_range_max": rule.ports.map(|(_, max)| max), "remote_ip_prefix": rule.prefix,
        "remote_address_group_id": null, "normalized_cidr": rule.prefix, "remote_group_id": rule.remote_group,
        "standard_attr_id": 12, "description": rule.description, "tags": [], "created_at": rule.created.to_utc(),
        "updated_at": rule.created.to_utc(), "revision_number": 0,
    })
}

fn create(context: &mut Context<'_>) -> Answer {
    let wanted = unwrapped(context, "security_group_rule")?;
    let required = "Failed to parse request. Required attribute 'security_group_id' not specified";
    let group = text(&wanted, "security_group_id").ok_or_else(|| refuse::bad("HTTPBadRequest", required))?;
    let group = group.to_owned();
    let rule = read(context, &wanted)?;
    let known = context.project.groups.iter().find(|known| known.id == group);
    let known = known.ok_or_else(|| refuse::missing("security_group", &group))?;
    if let Some(same) = known.rules.iter().find(|other| same(other, &rule)) {
        let words = format!("Security group rule already exists. Rule id is {}.", same.id);
        return Err(refuse::conflict("SecurityGroupRuleExists", &words));
    }
    let count = context.project.groups.iter().map(|group| group.rules.len()).sum();
    if quota::full(context.project.quota.security_group_rules, count) {
        return Err(refuse::over_quota("security_group_rule"));
    }
    let body = show(context, known, &rule);
    if let Some(known) = context.project.groups.iter_mut().find(|known| known.id == group) {
        known.rules.push(rule);
    }
    Ok(Response::json(201, &wrapped("security_group_rule", body)))
}

/// Two rules that let the same through.
fn same(a: &SecurityRule, b: &SecurityRule) -> bool {
    let key = |rule: &SecurityRule| {
        (
            rule.ingress,
            rule.ethertype.clone(),
            rule.protocol.clone(),
            rule.ports,
            rule.prefix.clone(),
            rule.remote_group.clone(),
        )
    };
    key(a) == key(b)
}

fn read(context: &mut Context<'_>, wanted: &Value) -> Result<SecurityRule, Response> {
    let ingress = match text(wanted, "direction") {
        Some("ingress") => true,
        Some("egress") => false,
        other => {
            let words = format!(
                "Invalid input for direction. Reason: '{}' is not in ['ingress', 'egress'].",
                other.unwrap_or_default()
            );
            return Err(refuse::bad("HTTPBadRequest", &words));
        }
    };
    let ethertype = text(wanted, "ethertype").unwrap_or("IPv4").to_owned();
    // On NHN only IPv4 rules can be made (nhn-api.md §3.4); its words for the rest are not known.
    let nhn = context.project.rules == RuleSet::Nhn;
    if ethertype != "IPv4" && (nhn || ethertype != "IPv6") {
        let words = format!(
            "Security group rule for ethertype '{ethertype}' not supported. Allowed values are ['IPv4', 'IPv6']."
        );
        return Err(refuse::bad("SecurityGroupRuleInvalidEtherType", &words));
    }
    let protocol = protocol(wanted)?;
    let ports = ports(wanted, protocol.as_deref())?;
    let (prefix, remote_group) = (text(wanted, "remote_ip_prefix"), text(wanted, "remote_group_id"));
    if prefix.is_some() && remote_group.is_some() {
        let words = "Only remote_ip_prefix or remote_group_id may be provided.";
        return Err(refuse::bad("SecurityGroupRemoteGroupAndRemoteIpPrefix", words));
    }
    let prefix = prefix.map(|prefix| normalized(prefix, &ethertype)).transpose()?;
    if let Some(remote) = remote_group
        && !context.project.groups.iter().any(|group| group.id == remote)
    {
        return Err(refuse::missing("security_group", remote));
    }
    Ok(SecurityRule {
        id: context.project.rng.uuid(),
        ingress,
        ethertype,
        protocol,
        ports,
        prefix,
        remote_group: remote_group.map(str::to_owned),
        description: Some(text(wanted, "description").unwrap_or_default().to_owned()),
        created: context.now,
    })
}

fn protocol(wanted: &Value) -> Result<Option<String>, Response> {
    let Some(word) = text(wanted, "protocol").map(str::to_lowercase).filter(|word| word != "any") else {
        return Ok(None);
    };
    if PROTOCOLS.contains(&word.as_str()) || word.parse::<u8>().is_ok() {
        return Ok(Some(word));
    }
    let words = format!(
        "Security group rule protocol {word} not supported. Only protocol values {PROTOCOLS:?} and integer representations \
         [0 to 255] are supported."
    );
    Err(refuse::bad("SecurityGroupRuleInvalidProtocol", &words))
}

fn ports(wanted: &Value, protocol: Option<&str>) -> Result<Option<(u16, u16)>, Response> {
    let number =
        |key: &str| {
            let value = wanted.get(key).filter(|value| !value.is_null())?;
            Some(value.as_i64().or_else(|| value.as_str()?.parse().ok()).ok_or_else(|| {
                refuse::bad("SecurityGroupInvalidPortValue", &format!("Invalid value for port {value}"))
            }))
        };
    let (min, max) = (number("port_range_min").transpose()?, number("port_range_max").transpose()?);
    if min.is_none() && max.is_none() {
        return Ok(None);
    }
    let Some(protocol) = protocol else {
        let words = "Must also specify protocol if port range is given.";
        return Err(refuse::bad("SecurityGroupProtocolRequiredWithPorts", words));
    };
    if matches!(protocol, "icmp" | "icmpv6" | "1" | "58") {
        return icmp(min, max).map(Some);
    }
    let port = |number: i64| {
        let words = format!("Invalid value for port {number}");
        u16::try_from(number).map_err(|_| refuse::bad("SecurityGroupInvalidPortValue", &words))
    };
    match (min, max) {
        (Some(min), Some(max)) if min >= 1 && min <= max => Ok(Some((port(min)?, port(max)?))),
        _ => {
            let words = "For TCP/UDP protocols, port_range_min must be <= port_range_max";
            Err(refuse::bad("SecurityGroupInvalidPortRange", words))
        }
    }
}

/// Type and code stand where others have ports.
fn icmp(kind: Option<i64>, code: Option<i64>) -> Result<(u16, u16), Response> {
    let Some(kind) = kind else {
        let words = format!(
            "ICMP code (port-range-max) {} is provided but ICMP type (port-range-min) is missing.",
            code.unwrap_or_default()
        );
        return Err(refuse::bad("SecurityGroupMissingIcmpType", &words));
    };
    let small = |(field, attribute): (&str, &str), number: i64| {
        let words = format!("Invalid value for ICMP {field} ({attribute}) {number}. It must be 0 to 255.");
        u8::try_from(number).map(u16::from).map_err(|_| refuse::bad("SecurityGroupInvalidIcmpValue", &words))
    };
    let kind = small(("type", "port-range-min"), kind)?;
    Ok((kind, small(("code", "port-range-max"), code.unwrap_or_default())?))
}

/// A prefix as Neutron keeps it: an address alone is a network of one.
fn normalized(prefix: &str, ethertype: &str) -> Result<String, Response> {
    let invalid = || refuse::bad("InvalidCIDR", &format!("Invalid CIDR {prefix} given as IP prefix."));
    let (address, length) = prefix.split_once('/').map_or((prefix, None), |(address, length)| (address, Some(length)));
    let address: std::net::IpAddr = address.parse().map_err(|_| invalid())?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let length = length.map_or(Ok(most), str::parse::<u8>).map_err(|_| invalid())?;
    if length > most {
        return Err(invalid());
    }
    if address.is_ipv4() != (ethertype == "IPv4") {
        let words = format!("Conflicting value ethertype {ethertype} for CIDR {prefix}");
        return Err(refuse::bad("SecurityGroupRuleParameterConflict", &words));
    }
    Ok(format!("{address}/{length}"))
}

fn delete(context: &mut Context<'_>, id: &str) -> Answer {
    let group = context.project.groups.iter_mut().find(|group| group.rules.iter().any(|rule| rule.id == id));
    group.ok_or_else(|| refuse::missing("security_group_rule", id))?.rules.retain(|rule| rule.id != id);
    Ok(Response::empty(204))
}
