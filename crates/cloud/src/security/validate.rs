//! Validates the draft of a rule field by field and converts it to a request.

use super::draft::{Ethertype, Protocol, Remote, RuleDraft};
use super::problem::{Field, FieldError, Problem, text};
use super::request::{Ports, RuleRequest, Source};
use crate::Cidr;
use crate::config::RuleSet;
use crate::form::Errors;

#[cfg(test)]
mod tests;

/// The request, or all problems in form order, at most one per field.
pub fn rule(draft: &RuleDraft, rules: RuleSet) -> Result<RuleRequest, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());
    let ethertype = errors.take(Field::Ethertype, ethertype(draft, rules));
    let protocol = errors.take(Field::Protocol, protocol(draft));
    let ports = errors.take(Field::Ports, ports(draft));
    let source = errors.take(Field::Remote, source(draft));
    let description = errors.take(Field::Description, text(&draft.description));
    match (ethertype, protocol, ports, source, description) {
        (Some(ethertype), Some(protocol), Some(ports), Some(source), Some(description)) => {
            Ok(RuleRequest { direction: draft.direction, ethertype, protocol, ports, source, description })
        }
        _ => Err(errors.0),
    }
}

fn ethertype(draft: &RuleDraft, rules: RuleSet) -> Result<Ethertype, Problem> {
    match draft.ethertype {
        // NHN has such rules by default, but does not accept new ones.
        Ethertype::V6 if rules == RuleSet::Nhn => Err(Problem::NoIpv6),
        ethertype => Ok(ethertype),
    }
}

/// The protocol as sent; `None`: any.
fn protocol(draft: &RuleDraft) -> Result<Option<String>, Problem> {
    let word = match &draft.protocol {
        Protocol::Any => return Ok(None),
        Protocol::Tcp => "tcp".to_owned(),
        Protocol::Udp => "udp".to_owned(),
        Protocol::Icmp if draft.ethertype == Ethertype::V6 => "ipv6-icmp".to_owned(),
        Protocol::Icmp => "icmp".to_owned(),
        Protocol::Other(word) => word.trim().to_ascii_lowercase(),
    };
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match word.as_str() {
        "" => Err(Problem::Missing),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse::<u8>().map(|_| Some(word)).map_err(|_| Problem::UnknownProtocol)
        }
        word if plain(word) => Ok(Some(word.to_owned())),
        _ => Err(Problem::UnknownProtocol),
    }
}

fn ports(draft: &RuleDraft) -> Result<Option<Ports>, Problem> {
    let typed = draft.ports.trim();
    match (typed.is_empty(), draft.protocol.has_ports()) {
        (true, _) => return Ok(None),
        (false, false) => return Err(Problem::NoPortsHere),
        (false, true) => {}
    }
    let (min, max) = typed.split_once(['-', '–', ':']).unwrap_or((typed, typed));
    let (min, max) = (port(min)?, port(max)?);
    if max < min {
        return Err(Problem::PortsReversed);
    }
    Ok(Some(Ports { min, max }))
}

fn port(typed: &str) -> Result<u16, Problem> {
    let digits = typed.trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotAPort);
    }
    digits.parse().ok().filter(|port| *port > 0).ok_or(Problem::PortOutOfRange)
}

fn source(draft: &RuleDraft) -> Result<Source, Problem> {
    let v4 = draft.ethertype == Ethertype::V4;
    match &draft.remote {
        Remote::Anywhere => {
            Cidr::parse(if v4 { "0.0.0.0/0" } else { "::/0" }).map(Source::Range).ok_or(Problem::NotARange)
        }
        Remote::Range(typed) if typed.trim().is_empty() => Err(Problem::Missing),
        Remote::Range(typed) => {
            let cidr = Cidr::parse(typed).ok_or(Problem::NotARange)?;
            if cidr.is_v4() == v4 { Ok(Source::Range(cidr)) } else { Err(Problem::OtherEthertype) }
        }
        Remote::Group(None) => Err(Problem::Missing),
        Remote::Group(Some(id)) => Ok(Source::Group(id.clone())),
    }
}
