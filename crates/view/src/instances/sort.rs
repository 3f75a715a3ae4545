//! The sort order of the table of instances.

/// A sortable column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Column {
    /// In natural order: `web-2` before `web-10`.
    Name,
    /// By urgency of the group.
    Status,
    Zone,
    Flavor,
    /// The first fixed address, as a number.
    Address,
    Key,
    Created,
    /// Only in the table of all projects.
    Project,
    /// Only in the table of all projects.
    Region,
}

impl Column {
    /// All columns in table order.
    pub const ALL: [Column; 9] = [
        Column::Name,
        Column::Project,
        Column::Region,
        Column::Status,
        Column::Zone,
        Column::Flavor,
        Column::Address,
        Column::Key,
        Column::Created,
    ];

    /// The value in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Status => "status",
            Column::Zone => "zone",
            Column::Flavor => "flavor",
            Column::Address => "address",
            Column::Key => "key",
            Column::Created => "created",
            Column::Project => "project",
            Column::Region => "region",
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
