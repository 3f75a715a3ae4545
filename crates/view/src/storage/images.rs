//! Images (row N02).

use cloud::wire::{Image, ImagePhase};

use super::{number, text, time};
use crate::listing::{Listing, SortKey, arranged};

/// The images to show, in order.
pub fn images<'a>(all: &'a [Image], listing: &Listing) -> Vec<&'a Image> {
    let visibility = listing.picked("visibility");
    let fits = |image: &&Image| {
        (visibility.is_empty() || image.visibility == visibility)
            && listing.finds(&[&image.name, image.id.as_str(), &system(image)])
    };
    let key = |image: &Image, column: &str| match column {
        "name" if image.name.is_empty() => text(image.id.as_str()),
        "name" => text(&image.name),
        "os" => text(&system(image)),
        "status" => match image.status.phase() {
            ImagePhase::Failed => SortKey::Number(0),
            ImagePhase::Coming => SortKey::Number(1),
            ImagePhase::Ready => SortKey::Number(2),
            ImagePhase::Gone => SortKey::Number(3),
        },
        "visibility" => text(&image.visibility),
        // 0 is shown as a dash.
        "min_disk" => SortKey::told(Some(image.min_disk_gb).filter(|gb| *gb > 0)),
        "min_ram" => SortKey::told(Some(image.min_ram_mb).filter(|mb| *mb > 0)),
        "size" => image.size.map_or(SortKey::Nothing, number),
        "created" => time(image.created_at),
        _ => SortKey::Nothing,
    };
    arranged(all.iter().filter(fits).collect(), listing.order.as_ref(), &key)
}

/// Type, distribution and version, as far as known.
fn system(image: &Image) -> String {
    let parts = [&image.os_type, &image.os_distro, &image.os_version];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}
