//! Names of groups and rules, and error messages of the forms.

use ::view::network::service;
use cloud::security::{Field, Preset, Problem};
use cloud::wire::{SecurityGroup, SecurityGroupRule};
use leptos::prelude::*;

use crate::locales::{Text, filled, tx};
use crate::shared::rules::icmp;
use crate::ui::{Icon, icon};

/// The name; the id of a group without one.
pub fn name(group: &SecurityGroup) -> String {
    if group.name.is_empty() { group.id.0.clone() } else { group.name.clone() }
}

/// Why the group `default`, which every project has, cannot be changed or deleted; `None` for other groups.
pub fn is_default(group: &SecurityGroup) -> Option<Text> {
    (group.name == "default").then(|| tx(|t| t.security_groups().is_default))
}

/// A text with the mark for rules that are open to everyone.
pub fn world(words: Text) -> AnyView {
    view! { <span class="world">{icon(Icon::Open)}<span>{words}</span></span> }.into_any()
}

/// The label of a preset's button.
pub fn preset(preset: Preset) -> Text {
    match preset {
        Preset::Ssh => tx(|t| t.security_groups().preset_ssh),
        Preset::Http => "HTTP".into(),
        Preset::Https => "HTTPS".into(),
        Preset::Rdp => tx(|t| t.security_groups().preset_rdp),
        Preset::Icmp => tx(|t| t.security_groups().preset_ping),
    }
}

/// The purpose of a rule in a word.
pub fn what(rule: &SecurityGroupRule) -> Text {
    match (service(rule), rule.protocol.as_deref()) {
        (Some(service), _) => service.into(),
        (None, None) => tx(|t| t.security_groups().everything),
        (None, Some(_)) if is_ping(rule) => tx(|t| t.security_groups().ping),
        (None, Some(_)) if rule.is_icmp() => "ICMP".into(),
        (None, Some(_)) if rule.port_min.is_none() && rule.port_max.is_none() => {
            filled(|t| t.security_groups().all_of, [("protocol", protocol(rule))])
        }
        (None, Some(_)) => tx(|t| t.security_groups().own_ports),
    }
}

/// Whether the rule allows all ICMP types or the echo request of ICMP or ICMPv6.
fn is_ping(rule: &SecurityGroupRule) -> bool {
    rule.is_icmp() && matches!(rule.port_min, None | Some(8 | 128))
}

/// The protocol and the address family.
pub fn protocol(rule: &SecurityGroupRule) -> Text {
    let mut words = rule.protocol.as_deref().unwrap_or_default().to_ascii_uppercase();
    if words.is_empty() {
        return filled(|t| t.security_groups().any_over, [("type", rule.ethertype.clone().into())]);
    }
    if rule.ethertype.eq_ignore_ascii_case("IPv6") && !words.contains("V6") && !words.contains("IPV6") {
        words.push_str(" (IPv6)");
    }
    words.into()
}

/// The ports; for ICMP the type and code.
pub fn ports(rule: &SecurityGroupRule) -> Text {
    match (rule.port_min, rule.port_max) {
        _ if rule.is_icmp() => icmp(rule).unwrap_or_else(|| "–".into()),
        (None, None) => tx(|t| t.security_groups().all_ports),
        (Some(min), Some(max)) if min != max => [min.to_string(), max.to_string()].join("–").into(),
        (Some(only), _) | (None, Some(only)) => only.to_string().into(),
    }
}

/// The remote side of a rule.
pub fn who(rule: &SecurityGroupRule, own: Option<&SecurityGroup>, all: &[SecurityGroup]) -> Text {
    match (&rule.remote_prefix, &rule.remote_group) {
        (None, None) if rule.remote_other.is_some() => {
            let id = rule.remote_other.clone().unwrap_or_default();
            filled(|t| t.security_groups().who_addresses, [("id", id.into())])
        }
        (_, Some(id)) if own.is_some_and(|own| own.id == *id) => tx(|t| t.security_groups().who_itself),
        (_, Some(id)) => {
            let named = all.iter().find(|group| group.id == *id).map_or_else(|| id.0.clone(), name);
            filled(|t| t.security_groups().who_group, [("name", named.into())])
        }
        (Some(range), None) if range == "0.0.0.0/0" || range == "::/0" => {
            filled(|t| t.security_groups().who_anyone, [("range", range.clone().into())])
        }
        (Some(range), None) => range.clone().into(),
        (None, None) => tx(|t| t.security_groups().who_everyone),
    }
}

/// The rule in one line, for a dialog and for screen readers.
pub fn sentence(rule: &SecurityGroupRule, who: Text) -> Text {
    let parts = [("what", what(rule)), ("protocol", protocol(rule)), ("ports", ports(rule)), ("who", who)];
    match rule.ingress {
        true => filled(|t| t.security_groups().sentence_in, parts),
        false => filled(|t| t.security_groups().sentence_out, parts),
    }
}

/// What is wrong with a field, and what is valid.
pub fn problem(field: Field, problem: Problem) -> Text {
    match (problem, field) {
        (Problem::Missing, Field::Name) => tx(|t| t.security_groups().name_missing),
        (Problem::Missing, Field::Protocol) => tx(|t| t.security_groups().protocol_missing),
        (Problem::Missing, _) => tx(|t| t.security_groups().remote_missing),
        (Problem::TooLong { max }, _) => filled(|t| t.security_groups().too_long, [("max", max.into())]),
        (Problem::ControlCharacter, _) => tx(|t| t.security_groups().invisible),
        (Problem::Reserved, _) => tx(|t| t.security_groups().reserved),
        (Problem::NoIpv6, _) => tx(|t| t.security_groups().no_ipv6),
        (Problem::UnknownProtocol, _) => tx(|t| t.security_groups().protocol_unknown),
        (Problem::NotAPort, _) => tx(|t| t.security_groups().not_a_port),
        (Problem::PortOutOfRange, _) => tx(|t| t.security_groups().port_range),
        (Problem::PortsReversed, _) => tx(|t| t.security_groups().ports_reversed),
        (Problem::NoPortsHere, _) => tx(|t| t.security_groups().no_ports_here),
        (Problem::NotARange, _) => tx(|t| t.security_groups().not_a_range),
        (Problem::OtherEthertype, _) => tx(|t| t.security_groups().other_type),
    }
}
