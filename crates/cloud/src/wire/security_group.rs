//! Security groups (row N05).

use super::read::wire;
use crate::ids::{SecurityGroupId, SecurityRuleId};
use crate::json::Json;

wire! {
    /// One security group.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct SecurityGroup in "security_group", "security_groups" {
        pub id: SecurityGroupId = "id",
        /// Not unique.
        pub name: String = "name",
        pub description: String = "description",
        /// Reduced to what a list shows.
        pub rules: Vec<SecurityGroupRule> = "security_group_rules",
    }
}

wire! {
    /// A security group rule.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct SecurityGroupRule in "security_group_rule", "security_group_rules" {
        pub id: SecurityRuleId = "id",
        pub ingress: bool = "direction" => |word| word.text().eq_ignore_ascii_case("ingress"),
        pub ethertype: String = "ethertype",
        /// Null: any.
        pub protocol: Option<String> = "protocol",
        pub port_min: Option<u16> = "port_range_min" => port,
        pub port_max: Option<u16> = "port_range_max" => port,
        pub remote_prefix: Option<String> = "remote_ip_prefix",
        pub remote_group: Option<SecurityGroupId> = "remote_group_id",
        /// Another restriction of the remote side, such as `remote_address_group_id`: its addresses are not known here,
        /// but it does not mean all addresses.
        pub remote_other: Option<String> = row => remote_other,
        /// Empty when null.
        pub description: String = "description",
    }
}

impl SecurityGroupRule {
    /// Whether its ports are an ICMP type and code instead.
    pub fn is_icmp(&self) -> bool {
        let word = self.protocol.as_deref().unwrap_or_default().to_ascii_lowercase();
        word.contains("icmp") || matches!(word.as_str(), "1" | "58")
    }
}

/// How compute identifies a group, by name or id: the name, as in the guide, or the id if two groups share the name.
/// `chosen` is an id of the list, or a typed text that stays unchanged.
pub fn name_for_compute(groups: &[SecurityGroup], chosen: &str) -> String {
    let chosen = chosen.trim();
    let Some(group) = groups.iter().find(|group| group.id.as_str() == chosen) else { return chosen.to_owned() };
    let alike = groups.iter().filter(|other| other.name == group.name).count();
    if alike > 1 || group.name.trim().is_empty() { group.id.0.clone() } else { group.name.clone() }
}

/// Without it, a rule with an unknown restriction would appear to allow all addresses.
fn remote_other(rule: &Json<'_>) -> Option<String> {
    let other = |name: &str| name.starts_with("remote_") && !matches!(name, "remote_ip_prefix" | "remote_group_id");
    rule.pairs().iter().filter(|(name, _)| other(name)).find_map(|(_, value)| value.filled())
}

/// `null` and -1 mean all ports; other invalid numbers do not.
fn port(number: &Json<'_>) -> Option<u16> {
    number.count().map(|number| u16::try_from(number).unwrap_or(u16::MAX))
}
