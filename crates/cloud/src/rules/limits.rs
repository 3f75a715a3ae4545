//! The documented limits (row S14), one table with a column for each rule set. Form, simulator and docs read it.

use crate::config::RuleSet;

/// The numbers of row S14.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Which set this is.
    pub rules: RuleSet,
    /// Longest instance name, characters.
    pub name_max: usize,
    /// Longest name of a Windows instance, characters; `None`: no such rule.
    pub windows_name_max: Option<usize>,
    /// Least RAM for Windows, MB.
    pub windows_ram_min_mb: Option<u64>,
    /// Least root disk for Windows, GB.
    pub windows_disk_min_gb: Option<u64>,
    /// Windows is not possible on U2.
    pub windows_not_on_u2: bool,
    /// Least root disk for Linux, GB.
    pub linux_disk_min_gb: u64,
    /// Largest root disk, GB; `None`: as the cloud says.
    pub root_disk_max_gb: Option<u64>,
    /// Most instances of one request; `None`: as the quota says.
    pub count_max: Option<u32>,
    /// Longest metadata key and value, characters.
    pub metadata_max: usize,
    /// Longest user data after base64, bytes.
    pub user_data_max: usize,
    /// U2 boots from its local disk, all others need a block device mapping.
    pub block_device_mapping: bool,
    /// The network interface takes a `subnet` (NHN); stock Nova refuses it and takes the network's `uuid`.
    pub subnet_in_networks: bool,
}

impl Limits {
    /// The limits of a rule set; `max_root_disk_gb` is the operator's override from the configuration.
    pub fn of(rules: RuleSet, max_root_disk_gb: Option<u32>) -> Self {
        let _ = (rules, max_root_disk_gb);
        todo!()
    }
}

/// A name that passed [`server_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServerNameInput(String);

impl ServerNameInput {
    /// The name as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a typed name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameError {
    /// Nothing but blanks.
    Empty,
    /// Longer than `max` characters.
    TooLong {
        /// The limit.
        max: usize,
        /// The length typed.
        is: usize,
    },
    /// A control character; the server would refuse or mangle it.
    ControlCharacter,
}

/// Checks an instance name for create and rename (rows S14, S17). Surrounding blanks are dropped, as Nova does.
pub fn server_name(typed: &str, limits: &Limits, windows: bool) -> Result<ServerNameInput, NameError> {
    let _ = (typed, limits, windows);
    todo!()
}
