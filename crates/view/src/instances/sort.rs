//! What the table is sorted by.

/// A column that can be sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Column {
    /// Name, `web-2` before `web-10`.
    Name,
    /// Status, by urgency of its group.
    Status,
    /// Availability zone.
    Zone,
    /// Flavor's name.
    Flavor,
    /// First fixed address, as a number.
    Address,
    /// Key pair.
    Key,
    /// When it was created.
    Created,
}

impl Column {
    /// All columns, in the order of the table.
    pub const ALL: [Column; 7] =
        [Column::Name, Column::Status, Column::Zone, Column::Flavor, Column::Address, Column::Key, Column::Created];

    /// The word in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Status => "status",
            Column::Zone => "zone",
            Column::Flavor => "flavor",
            Column::Address => "address",
            Column::Key => "key",
            Column::Created => "created",
        }
    }

    /// Reads the word of an address.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == word)
    }
}

/// Column and direction. Rows without a value stand last in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// From high to low.
    pub descending: bool,
}

impl Default for Sort {
    /// Newest first, as the cloud lists them.
    fn default() -> Self {
        Self { column: Column::Created, descending: true }
    }
}

impl Sort {
    /// A click on a column's head: another column from its natural end, the same one turned round.
    pub fn clicked(self, column: Column) -> Self {
        if self.column == column {
            Self { descending: !self.descending, ..self }
        } else {
            Self { column, descending: column == Column::Created }
        }
    }
}
