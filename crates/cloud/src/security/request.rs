//! A rule that passed [`super::rule`].

use super::draft::{Direction, Ethertype};
use crate::Cidr;
use crate::ids::SecurityGroupId;
use crate::json::Json;

/// Ports, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ports {
    /// First.
    pub min: u16,
    /// Last; not below the first.
    pub max: u16,
}

/// Who is on the other side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A range of addresses.
    Range(Cidr),
    /// The ports that have this group.
    Group(SecurityGroupId),
}

/// What is sent to make a rule.
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
    /// It lets the whole world in: said before it is sent (row N05).
    pub fn is_open_to_world(&self) -> bool {
        let world = matches!(self.source, Source::Range(cidr) if cidr.is_world());
        self.direction == Direction::Ingress && world
    }

    /// The body of the create (nhn-api.md §3.4). Everybody is `0.0.0.0/0` and not null, so that the list says so.
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
