//! The columns of the table of instances, and its sort order.

/// A column. Its value is in `values`; that is all that sorting, grouping and export need.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Column {
    /// In natural order: `web-2` before `web-10`.
    Name,
    /// In several scopes only.
    Project,
    /// In several scopes only.
    Region,
    /// In several scopes only.
    Cloud,
    /// By urgency of the group.
    Status,
    Task,
    /// Why it is in ERROR.
    Reason,
    /// How long it has not changed.
    Since,
    Zone,
    Flavor,
    Vcpus,
    /// MiB.
    Ram,
    /// GiB.
    Disk,
    Image,
    /// The first fixed address, as a number.
    Address,
    Network,
    /// Security groups.
    Group,
    Key,
    Metadata,
    Created,
    Updated,
    Id,
}

impl Column {
    /// All columns, in the order in which they are offered.
    pub const ALL: [Column; 22] = [
        Column::Name,
        Column::Project,
        Column::Region,
        Column::Cloud,
        Column::Status,
        Column::Task,
        Column::Reason,
        Column::Since,
        Column::Flavor,
        Column::Vcpus,
        Column::Ram,
        Column::Disk,
        Column::Image,
        Column::Address,
        Column::Network,
        Column::Group,
        Column::Zone,
        Column::Key,
        Column::Metadata,
        Column::Created,
        Column::Updated,
        Column::Id,
    ];

    /// What a table shows that nobody has changed. Project and region are left out where all rows have the same.
    pub const USUAL: [Column; 9] = [
        Column::Name,
        Column::Project,
        Column::Region,
        Column::Status,
        Column::Flavor,
        Column::Address,
        Column::Zone,
        Column::Key,
        Column::Created,
    ];

    /// Whether it is the same for all rows of a scope, so that only a table of several scopes has it.
    pub fn is_of_scope(self) -> bool {
        matches!(self, Column::Project | Column::Region | Column::Cloud)
    }

    /// The value in a URL, and its name in an export.
    pub fn as_str(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Project => "project",
            Column::Region => "region",
            Column::Cloud => "cloud",
            Column::Status => "status",
            Column::Task => "task",
            Column::Reason => "reason",
            Column::Since => "since",
            Column::Zone => "zone",
            Column::Flavor => "flavor",
            Column::Vcpus => "vcpus",
            Column::Ram => "ram",
            Column::Disk => "disk",
            Column::Image => "image",
            Column::Address => "address",
            Column::Network => "network",
            Column::Group => "group",
            Column::Key => "key",
            Column::Metadata => "metadata",
            Column::Created => "created",
            Column::Updated => "updated",
            Column::Id => "id",
        }
    }

    /// Parses the value in a URL.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == word)
    }
}

/// Column and direction. Rows without a value come last in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sort {
    pub column: Column,
    pub descending: bool,
}

impl Default for Sort {
    /// Newest first, as the cloud lists them.
    fn default() -> Self {
        Self { column: Column::Created, descending: true }
    }
}
