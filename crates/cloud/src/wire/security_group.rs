//! Security groups (row N05, the reads).

use crate::ids::SecurityGroupId;

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
}
