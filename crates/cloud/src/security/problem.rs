//! Validation errors of rules and groups.

use crate::form;
use crate::rules::limits::{GROUP_TEXT_MAX, unprintable};

/// The fields of the forms, in order. The first one with an error gets the focus.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    Name,
    Ethertype,
    Protocol,
    Ports,
    Remote,
    Description,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required but empty.
    Missing,
    /// Longer than `max` characters.
    TooLong {
        max: usize,
    },
    ControlCharacter,
    /// The name is reserved (`default`).
    Reserved,
    /// The cloud does not accept IPv6 rules.
    NoIpv6,
    /// Neither a name nor a number from 0 to 255.
    UnknownProtocol,
    /// Not `22` or `8000-8100`.
    NotAPort,
    /// A port is outside 1 to 65535.
    PortOutOfRange,
    /// The end of the range is before its beginning.
    PortsReversed,
    /// The protocol has no ports.
    NoPortsHere,
    /// Neither an address nor a range.
    NotARange,
    /// IPv4 in a rule for IPv6, or vice versa.
    OtherEthertype,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;

/// A trimmed text that may be empty.
pub(super) fn text(typed: &str) -> Result<String, Problem> {
    let text = typed.trim();
    if text.chars().any(unprintable) {
        return Err(Problem::ControlCharacter);
    }
    if text.chars().count() > GROUP_TEXT_MAX {
        return Err(Problem::TooLong { max: GROUP_TEXT_MAX });
    }
    Ok(text.to_owned())
}
