//! The values of an instance by column.

use cloud::wire::Server;

use super::{Column, Names};
use crate::datum::Datum;

/// The value of a column. Project and region are not in the instance; the caller knows them.
pub fn value(column: Column, server: &Server, names: &Names) -> Datum {
    let told = |text: Option<&str>| Datum::told(text);
    match column {
        Column::Name => Datum::text(server.name.as_str()),
        Column::Status => Datum::text(server.status.as_str()),
        Column::Zone => told(server.zone.said().and_then(Option::as_ref).map(|zone| zone.as_str())),
        Column::Flavor => Datum::text(names.flavor_of(server)),
        Column::Key => told(server.key_name.said().and_then(Option::as_ref).map(|key| key.as_str())),
        Column::Created => Datum::time(server.created),
        Column::Address => {
            let all = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
            let texts: Vec<String> = all.iter().map(|address| address.addr.clone()).collect();
            if texts.is_empty() { Datum::Nothing } else { Datum::Texts(texts) }
        }
        Column::Project | Column::Region => Datum::Nothing,
    }
}
