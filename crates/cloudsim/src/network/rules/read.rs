//! Parses and validates a new rule like Neutron.

use cloud::Cidr;
use cloud::config::RuleSet;
use serde_json::Value;

use crate::Response;
use crate::context::Context;
use crate::model::SecurityRule;
use crate::network::{groups, refuse, text};

/// Named protocols; numbers from 0 to 255 are accepted as well.
const PROTOCOLS: [&str; 25] = [
    "ah",
    "dccp",
    "egp",
    "esp",
    "gre",
    "hopopt",
    "icmp",
    "icmpv6",
    "igmp",
    "ip",
    "ipip",
    "ipv6-encap",
    "ipv6-frag",
    "ipv6-icmp",
    "ipv6-nonxt",
    "ipv6-opts",
    "ipv6-route",
    "ospf",
    "pgm",
    "rsvp",
    "sctp",
    "tcp",
    "udp",
    "udplite",
    "vrrp",
];
/// Those with ports, by name and number.
const WITH_PORTS: [&str; 10] = ["tcp", "udp", "sctp", "dccp", "udplite", "6", "17", "132", "33", "136"];
/// Those with type and code instead.
const ICMP: [&str; 5] = ["icmp", "1", "icmpv6", "ipv6-icmp", "58"];
/// Those of IPv6 only.
const ICMP_V6: [&str; 3] = ["icmpv6", "ipv6-icmp", "58"];

pub(super) fn rule(context: &mut Context<'_>, wanted: &Value) -> Result<SecurityRule, Response> {
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
    // NHN accepts only IPv4 rules (nhn-api.md §3.4); its messages for others are not known.
    let nhn = context.project.rules == RuleSet::Nhn;
    if ethertype != "IPv4" && (nhn || ethertype != "IPv6") {
        let words = format!(
            "Security group rule for ethertype '{ethertype}' not supported. Allowed values are ['IPv4', 'IPv6']."
        );
        return Err(refuse::bad("SecurityGroupRuleInvalidEtherType", &words));
    }
    let protocol = protocol(wanted)?;
    if let Some(six) = protocol.as_deref().filter(|word| ethertype == "IPv4" && ICMP_V6.contains(word)) {
        let words = format!("Invalid ethertype {ethertype} for protocol {six}.");
        return Err(refuse::bad("SecurityGroupEthertypeConflictWithProtocol", &words));
    }
    let ports = ports(wanted, protocol.as_deref(), nhn)?;
    let (prefix, remote_group) = (text(wanted, "remote_ip_prefix"), text(wanted, "remote_group_id"));
    if prefix.is_some() && remote_group.is_some() {
        let words = "Only remote_ip_prefix or remote_group_id may be provided.";
        return Err(refuse::bad("SecurityGroupRemoteGroupAndRemoteIpPrefix", words));
    }
    let description = groups::text(wanted, "description")?;
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
        description: Some(description.unwrap_or_default()),
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

fn ports(wanted: &Value, protocol: Option<&str>, nhn: bool) -> Result<Option<(u16, Option<u16>)>, Response> {
    let number = |key: &str| {
        let value = wanted.get(key).filter(|value| !value.is_null())?;
        Some(value.as_i64().or_else(|| value.as_str()?.parse().ok()).ok_or_else(|| invalid_port(value)))
    };
    let (min, max) = (number("port_range_min").transpose()?, number("port_range_max").transpose()?);
    if min.is_none() && max.is_none() {
        return Ok(None);
    }
    let Some(protocol) = protocol else {
        let words = "Must also specify protocol if port range is given.";
        return Err(refuse::bad("SecurityGroupProtocolRequiredWithPorts", words));
    };
    if ICMP.contains(&protocol) {
        // NHN's response to a type without a code is not known.
        return icmp(min, max.or(nhn.then_some(0))).map(Some);
    }
    if !WITH_PORTS.contains(&protocol) {
        let words =
            format!("Invalid protocol {protocol} for port range, only supported for TCP, UDP, UDPLITE, SCTP and DCCP.");
        return Err(refuse::bad("SecurityGroupInvalidProtocolForPort", &words));
    }
    let port = |number: i64| u16::try_from(number).map_err(|_| invalid_port(&number));
    match (min, max) {
        (Some(min), Some(max)) if min >= 1 && min <= max => Ok(Some((port(min)?, Some(port(max)?)))),
        _ => {
            let words = "For TCP/UDP protocols, port_range_min must be <= port_range_max";
            Err(refuse::bad("SecurityGroupInvalidPortRange", words))
        }
    }
}

fn invalid_port(value: &impl std::fmt::Display) -> Response {
    refuse::bad("SecurityGroupInvalidPortValue", &format!("Invalid value for port {value}"))
}

/// Type and code, sent as ports.
fn icmp(kind: Option<i64>, code: Option<i64>) -> Result<(u16, Option<u16>), Response> {
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
    Ok((kind, code.map(|code| small(("code", "port-range-max"), code)).transpose()?))
}

/// A prefix as Neutron stores it: unchanged, including bits beyond its length; a single address becomes a prefix.
fn normalized(prefix: &str, ethertype: &str) -> Result<String, Response> {
    let Some(range) = Cidr::parse(prefix) else {
        return Err(refuse::bad("InvalidCIDR", &format!("Invalid CIDR {prefix} given as IP prefix.")));
    };
    if range.is_v4() != (ethertype == "IPv4") {
        let words = format!("Conflicting value ethertype {ethertype} for CIDR {prefix}");
        return Err(refuse::bad("SecurityGroupRuleParameterConflict", &words));
    }
    Ok(format!("{}/{}", prefix.split('/').next().unwrap_or_default(), range.length()))
}
