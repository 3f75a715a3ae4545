//! The columns of an instance and their values: for cells without a drawing of their own, sorting, grouping and export.

use cloud::wire::Server;
use cloud::{Status, Timestamp};

use super::texts::networks;
use super::{Column, Names};
use crate::datum::Datum;

/// The value of a column. Project, region and cloud are not in the instance; the caller knows them.
pub fn value(column: Column, server: &Server, names: &Names) -> Datum {
    let size =
        |read: fn(super::Size) -> u64| names.size_of(server).map_or(Datum::Nothing, |size| Datum::number(read(size)));
    match column {
        Column::Name => Datum::text(server.name.as_str()),
        Column::Status => Datum::text(server.status.as_str()),
        Column::Task => Datum::told(server.task_state.said().and_then(Option::as_ref).map(|task| task.0.as_str())),
        Column::Reason => Datum::told(reason(server)),
        Column::Zone => Datum::told(server.zone.said().and_then(Option::as_ref).map(|zone| zone.as_str())),
        Column::Flavor => Datum::text(names.flavor_of(server)),
        Column::Vcpus => size(|size| size.vcpus.into()),
        Column::Ram => size(|size| size.ram_mb),
        Column::Disk => size(|size| size.disk_gb),
        Column::Image => Datum::told(names.image_of(server)),
        Column::Key => Datum::told(server.key_name.said().and_then(Option::as_ref).map(|key| key.as_str())),
        Column::Created => Datum::time(server.created),
        Column::Updated => Datum::time(server.updated),
        Column::Since => Datum::time(since(server)),
        Column::Address => {
            let all = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
            Datum::texts(all.iter().map(|address| address.addr.clone()))
        }
        Column::Network => Datum::texts(networks(server).map(str::to_owned)),
        Column::Group => Datum::texts(server.security_groups.said().into_iter().flatten().cloned()),
        Column::Metadata => {
            let pairs = server.metadata.said().into_iter().flatten();
            Datum::texts(pairs.map(|(key, value)| [key, "=", value].concat()))
        }
        Column::Id => Datum::text(server.id.as_str()),
        Column::Project | Column::Region | Column::Cloud => Datum::Nothing,
    }
}

/// The message of the fault of an instance in ERROR.
pub fn reason(server: &Server) -> Option<&str> {
    let fault = server.fault.as_ref().filter(|_| server.status == Status::Error)?;
    Some(fault.message.as_str())
}

/// Since when the instance has been in its state, as far as the cloud says: in ERROR since its fault, otherwise at least since
/// its last change of any kind.
pub fn since(server: &Server) -> Option<Timestamp> {
    let fault = server.fault.as_ref().filter(|_| server.status == Status::Error);
    fault.and_then(|fault| fault.created).or(server.updated)
}
