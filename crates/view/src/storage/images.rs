//! Images (row N02).

use cloud::wire::{Image, ImagePhase};
use query::{Cells, Compiled, Field, Fields, Kind, Op, Term};

use super::{bytes, number, text, time, words};
use crate::listing::{Order, Rules, SortKey, found};

const PHASES: &[&str] = &["failed", "changing", "ready", "deleted"];

/// The fields of an image in the search language.
pub const IMAGE_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "os", Kind::Text).also(&["system"]),
    Field::new(2, "status", Kind::Word).words(PHASES),
    Field::new(3, "visibility", Kind::Word),
    Field::new(4, "size", Kind::Bytes { unit: 1 << 30 }),
    Field::new(5, "disk", Kind::Bytes { unit: 1 << 30 }).also(&["min_disk"]),
    Field::new(6, "ram", Kind::Bytes { unit: 1 << 20 }).also(&["min_ram"]),
    Field::new(7, "is", Kind::Flags).words(&["protected"]),
    Field::new(8, "age", Kind::Age),
    Field::new(9, "created", Kind::Time),
    Field::new(10, "user", Kind::Text),
    Field::new(11, "id", Kind::Text),
]);

/// What the filter of earlier addresses means.
pub fn image_term(filter: &str, value: &str) -> Option<Term> {
    (filter == "visibility").then(|| Term::field(filter, Op::Contains, value))
}

/// An image in a search.
pub fn image_cells(image: &Image) -> Cells {
    let created = image.created_at.map(|at| at.0);
    let phase = match image.status.phase() {
        ImagePhase::Failed => "failed",
        ImagePhase::Coming => "changing",
        ImagePhase::Ready => "ready",
        ImagePhase::Gone => "deleted",
    };
    // Nova's limits are in GB and MB; 0 means none.
    let some = |amount: u64| Some(amount).filter(|amount| *amount > 0);
    let cells = Cells::new(IMAGE_FIELDS)
        .text("name", &image.name)
        .text("id", image.id.as_str())
        .text("os", &system(image))
        .hidden("visibility", &image.visibility)
        .hidden("user", image.login_username.as_deref().unwrap_or_default())
        .number("size", image.size.and_then(|size| i64::try_from(size).ok()))
        .number("disk", some(image.min_disk_gb).map(bytes))
        .number("ram", some(image.min_ram_mb).map(|mb| bytes(mb) >> 10))
        .number("age", created)
        .number("created", created)
        .flag("is", "protected", image.protected);
    words(cells, phase, image.status.as_str())
}

/// The images to show, in order.
pub fn images<'a>(all: &'a [Image], query: &Compiled, order: Option<&Order>) -> Vec<&'a Image> {
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
    found(all, query, order, &Rules { cells: &image_cells, key: &key, base: "" })
}

/// Type, distribution and version, as far as known.
fn system(image: &Image) -> String {
    let parts = [&image.os_type, &image.os_distro, &image.os_version];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}
