//! Networks and subnets.

use super::Plural;

/// Networks and subnets.
pub struct Networks {
    pub title: &'static str,
    pub lead: &'static str,
    pub search: &'static str,
    pub count: Plural,
    pub subnet: &'static str,
    pub network: &'static str,
    pub cidr: &'static str,
    pub gateway: &'static str,
    pub free: &'static str,
    pub way_out: &'static str,
    pub kind: &'static str,
    pub instances: &'static str,
    pub external: &'static str,
    pub shared: &'static str,
    pub own: &'static str,
    pub none: &'static str,
    pub no_subnet: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub subnet_id: &'static str,
    pub network_id: &'static str,
    pub copy_subnet: &'static str,
    pub copy_network: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub no_match_text: &'static str,
}
