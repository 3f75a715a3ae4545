//! Security groups (row N05, the reads).

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
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

impl Rooted for SecurityGroup {
    const ONE: &'static str = "security_group";
    const MANY: &'static [&'static str] = &["security_groups"];
}

impl Wire for SecurityGroup {
    fn blank() -> Self {
        Self { id: SecurityGroupId::default(), name: String::new(), description: String::new(), rules: Vec::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = SecurityGroupId(scalar(map)?.text()),
            "name" => self.name = scalar(map)?.text(),
            "description" => self.description = scalar(map)?.text(),
            "security_group_rules" => self.rules = list(map)?,
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.id.0.is_empty()
    }
}

impl Wire for SecurityGroupRule {
    fn blank() -> Self {
        Self {
            ingress: false,
            ethertype: String::new(),
            protocol: None,
            port_min: None,
            port_max: None,
            remote_prefix: None,
            remote_group: None,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "direction" => self.ingress = scalar(map)?.text().eq_ignore_ascii_case("ingress"),
            "ethertype" => self.ethertype = scalar(map)?.text(),
            "protocol" => self.protocol = scalar(map)?.filled(),
            "port_range_min" => self.port_min = port(&scalar(map)?),
            "port_range_max" => self.port_max = port(&scalar(map)?),
            "remote_ip_prefix" => self.remote_prefix = scalar(map)?.filled(),
            "remote_group_id" => self.remote_group = scalar(map)?.filled().map(SecurityGroupId),
            _ => skip(map)?,
        }
        Ok(())
    }
}

fn port(number: &Scalar<'_>) -> Option<u16> {
    number.count().and_then(|number| u16::try_from(number).ok())
}
