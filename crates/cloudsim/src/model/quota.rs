//! Quotas.

/// The limits. The default is never reached.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quota {
    pub instances: u64,
    pub cores: u64,
    pub ram_mb: u64,
    pub key_pairs: u64,
    pub server_groups: u64,
    pub volumes: u64,
    pub volume_gb: u64,
    pub snapshots: u64,
    pub floating_ips: u64,
    pub ports: u64,
    pub security_groups: u64,
    pub security_group_rules: u64,
}

impl Default for Quota {
    fn default() -> Self {
        Self {
            instances: 100_000,
            cores: 400_000,
            ram_mb: 1 << 40,
            key_pairs: 100,
            server_groups: 10,
            volumes: 100_000,
            volume_gb: 10_000_000,
            snapshots: 1_000,
            floating_ips: 200,
            ports: 200_000,
            security_groups: 100,
            security_group_rules: 1_000,
        }
    }
}

impl Quota {
    /// For a team that runs some dozens of instances.
    pub(crate) const TEAM: Self = Self {
        instances: 100,
        cores: 400,
        ram_mb: 1 << 20,
        key_pairs: 100,
        server_groups: 10,
        volumes: 200,
        volume_gb: 20_000,
        snapshots: 200,
        floating_ips: 200,
        ports: 200_000,
        security_groups: 100,
        security_group_rules: 1_000,
    };
    /// For a user's second project: less, and different, so that the two are not mistaken for each other.
    pub(crate) const SECOND: Self =
        Self { instances: 40, cores: 160, ram_mb: 1 << 18, volumes: 60, volume_gb: 5_000, ..Self::TEAM };
    /// Very little (`quota@…`).
    pub(crate) const SMALL: Self = Self {
        instances: 2,
        cores: 4,
        ram_mb: 8192,
        key_pairs: 3,
        server_groups: 1,
        volumes: 3,
        volume_gb: 200,
        snapshots: 1,
        floating_ips: 1,
        ports: 3,
        security_groups: 3,
        security_group_rules: 20,
    };
}
