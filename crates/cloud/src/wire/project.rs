//! Projects, which v2.0 calls tenants (row N01).

use super::read::wire;
use crate::ids::TenantId;

wire! {
    /// A project that a user may work in.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Project in "project", "projects", "tenants" {
        pub id: TenantId = "id",
        pub name: String = "name",
        /// A disabled project gets no token.
        pub enabled: bool = "enabled" => |enabled| enabled.flag().unwrap_or(true),
    }
}
