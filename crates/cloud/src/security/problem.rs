//! What can be wrong with a rule or a group.

use crate::form;
use crate::rules::limits::{GROUP_TEXT_MAX, unprintable};

/// The fields of the forms, in their order (focus goes to the first with an error).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// Name of a group.
    Name,
    /// IPv4 or IPv6.
    Ethertype,
    /// Protocol.
    Protocol,
    /// Port or range of ports.
    Ports,
    /// Range of addresses, or group.
    Remote,
    /// Note.
    Description,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required and not given.
    Missing,
    /// Longer than `max` characters.
    TooLong {
        /// The limit.
        max: usize,
    },
    /// An invisible character.
    ControlCharacter,
    /// The name is the cloud's own (`default`).
    Reserved,
    /// The cloud makes no rules for IPv6.
    NoIpv6,
    /// Neither a name nor a number from 0 to 255.
    UnknownProtocol,
    /// Not `22` or `8000-8100`.
    NotAPort,
    /// A port is outside 1 to 65535.
    PortOutOfRange,
    /// The range ends before it begins.
    PortsReversed,
    /// Ports are given for a protocol that has none.
    NoPortsHere,
    /// Neither an address nor a range of them.
    NotARange,
    /// IPv4 in a rule for IPv6, or the other way round.
    OtherEthertype,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;

/// A text that may be empty, without blanks around it.
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
