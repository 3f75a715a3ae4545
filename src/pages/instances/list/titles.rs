//! The titles of columns.

use view::instances::Column;

use crate::locales::{Text, Words, tx};

/// The title of a column.
pub fn title(column: Column) -> Text {
    let which: Words = match column {
        Column::Name => |t| t.common().name,
        Column::Project => |t| t.shell().project,
        Column::Region => |t| t.all_projects().region,
        Column::Cloud => |t| t.instances().cloud,
        Column::Status => |t| t.common().status,
        Column::Task => |t| t.instances().task,
        Column::Reason => |t| t.instances().reason,
        Column::Since => |t| t.instances().since,
        Column::Zone => |t| t.instances().zone,
        Column::Flavor => |t| t.instances().flavor,
        Column::Vcpus => |t| t.instances().vcpus,
        Column::Ram => |t| t.instances().ram,
        Column::Disk => |t| t.instances().disk,
        Column::Image => |t| t.instances().image,
        Column::Address => |t| t.instances().addresses,
        Column::Network => |t| t.instances().network,
        Column::Group => |t| t.instances().group,
        Column::Key => |t| t.instances().key,
        Column::Metadata => |t| t.instances().metadata,
        Column::Created => |t| t.instances().age,
        Column::Updated => |t| t.common().updated,
        Column::Id => |t| t.common().id,
    };
    tx(which)
}
