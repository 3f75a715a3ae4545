//! Security groups (row N05).

use super::root::Wire;
use crate::ids::{SecurityGroupId, SecurityRuleId};
use crate::json::Json;

/// One security group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecurityGroup {
    /// `id`.
    pub id: SecurityGroupId,
    /// `name`; two groups may share one.
    pub name: String,
    /// `description`.
    pub description: String,
    /// `security_group_rules`, flattened to what a list shows.
    pub rules: Vec<SecurityGroupRule>,
}

/// One rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecurityGroupRule {
    /// `id`.
    pub id: SecurityRuleId,
    /// `direction` is `ingress`.
    pub ingress: bool,
    /// `ethertype`.
    pub ethertype: String,
    /// `protocol`; null: any.
    pub protocol: Option<String>,
    /// `port_range_min`.
    pub port_min: Option<u16>,
    /// `port_range_max`.
    pub port_max: Option<u16>,
    /// `remote_ip_prefix`.
    pub remote_prefix: Option<String>,
    /// `remote_group_id`.
    pub remote_group: Option<SecurityGroupId>,
    /// What else is said of the other side, such as `remote_address_group_id`: who that is is not told here, but it is
    /// not everybody.
    pub remote_other: Option<String>,
    /// `description`; empty when null.
    pub description: String,
}

impl SecurityGroupRule {
    /// The numbers in the place of its ports are a type and a code.
    pub fn is_icmp(&self) -> bool {
        let word = self.protocol.as_deref().unwrap_or_default().to_ascii_lowercase();
        word.contains("icmp") || matches!(word.as_str(), "1" | "58")
    }
}

/// What names a group to compute, which takes a name or an id: the name, as the guide has it, or the id where two share
/// the name. `chosen` is an id of the list; what is not in it was typed, and stays as it is.
pub fn name_for_compute(groups: &[SecurityGroup], chosen: &str) -> String {
    let chosen = chosen.trim();
    let Some(group) = groups.iter().find(|group| group.id.as_str() == chosen) else { return chosen.to_owned() };
    let alike = groups.iter().filter(|other| other.name == group.name).count();
    if alike > 1 || group.name.trim().is_empty() { group.id.0.clone() } else { group.name.clone() }
}

impl Wire for SecurityGroup {
    const ONE: &'static str = "security_group";
    const MANY: &'static [&'static str] = &["security_groups"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(SecurityGroupId)?,
            name: row.get("name").text(),
            description: row.get("description").text(),
            rules: row.get("security_group_rules").rows().iter().filter_map(SecurityGroupRule::read).collect(),
        })
    }
}

impl Wire for SecurityGroupRule {
    const ONE: &'static str = "security_group_rule";
    const MANY: &'static [&'static str] = &["security_group_rules"];

    fn read(row: &Json<'_>) -> Option<Self> {
        Some(Self {
            id: row.get("id").filled().map(SecurityRuleId)?,
            ingress: row.get("direction").text().eq_ignore_ascii_case("ingress"),
            ethertype: row.get("ethertype").text(),
            protocol: row.get("protocol").filled(),
            port_min: port(row.get("port_range_min")),
            port_max: port(row.get("port_range_max")),
            remote_prefix: row.get("remote_ip_prefix").filled(),
            remote_group: row.get("remote_group_id").filled().map(SecurityGroupId),
            remote_other: remote_other(row),
            description: row.get("description").text(),
        })
    }
}

/// The rule would mean everybody if what is not known of it were left out.
fn remote_other(rule: &Json<'_>) -> Option<String> {
    let other = |name: &str| name.starts_with("remote_") && !matches!(name, "remote_ip_prefix" | "remote_group_id");
    rule.pairs().iter().filter(|(name, _)| other(name)).find_map(|(_, value)| value.filled())
}

/// `null` and -1 are all of them; a number that no port has is not.
fn port(number: &Json<'_>) -> Option<u16> {
    number.count().map(|number| u16::try_from(number).unwrap_or(u16::MAX))
}
