//! A rule accepted by [`super::rule`].

use super::draft::{Direction, Ethertype};
use crate::Cidr;
use crate::ids::SecurityGroupId;
use crate::json::Json;

/// A port range, inclusive; `max` is not below `min`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ports {
    pub min: u16,
    pub max: u16,
}

/// The other side of the traffic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    Range(Cidr),
    /// The ports in this group.
    Group(SecurityGroupId),
}

/// A valid rule to create.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleRequest {
    pub(super) direction: Direction,
    pub(super) ethertype: Ethertype,
    pub(super) protocol: Option<String>,
    pub(super) ports: Option<Ports>,
    pub(super) source: Source,
    pub(super) description: String,
}

impl RuleRequest {
    /// Whether it allows all addresses; the form warns before sending (row N05).
    pub fn is_open_to_world(&self) -> bool {
        let world = matches!(self.source, Source::Range(cidr) if cidr.is_world());
        self.direction == Direction::Ingress && world
    }

    /// The body of the create request (nhn-api.md §3.4). All addresses are sent as `0.0.0.0/0` rather than null, so
    /// that the list shows it.
    pub(crate) fn to_json<'a>(&'a self, group: &'a SecurityGroupId) -> Json<'a> {
        let mut rule = Json::object([
            ("security_group_id", group.as_str().into()),
            ("direction", if self.direction == Direction::Ingress { "ingress" } else { "egress" }.into()),
            ("ethertype", if self.ethertype == Ethertype::V4 { "IPv4" } else { "IPv6" }.into()),
        ]);
        if let Some(protocol) = &self.protocol {
            rule.put("protocol", protocol.into());
        }
        if let Some(ports) = self.ports {
            rule.put("port_range_min", u32::from(ports.min).into());
            rule.put("port_range_max", u32::from(ports.max).into());
        }
        match &self.source {
            Source::Range(cidr) => rule.put("remote_ip_prefix", Json::Text(cidr.to_string().into())),
            Source::Group(id) => rule.put("remote_group_id", id.as_str().into()),
        }
        if !self.description.is_empty() {
            rule.put("description", (&self.description).into());
        }
        Json::object([("security_group_rule", rule)])
    }
}
