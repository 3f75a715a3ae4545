//! The table of flavors: search, minimum sizes and sorting. The minimum sizes are in the URL
//! (`?q=m2&disk=20&ram=4096&sort=ram&dir=desc`).

use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;
use query::{Cells, Compiled, Field, Fields, Kind};

use crate::listing::{Listing, Order, Rules, SortKey, found};

#[cfg(test)]
mod tests;

/// The minimum sizes by their names in the URL: `disk` is the minimum root disk in GB, `ram` the minimum RAM in MB.
pub const BOUNDS: &[&str] = &["disk", "ram"];

/// The typed minimum is not a whole number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

/// The largest minimum that is sent: clouds store sizes as signed 32-bit numbers, and refuse or fail above.
pub const BOUND_MAX: u64 = 2_147_483_647;

/// Parses a minimum; empty: none.
pub fn bound(typed: &str) -> Result<Option<u64>, NotANumber> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // `+5` would parse.
    let digits = typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|number| digits && *number <= BOUND_MAX);
    number.map(Some).ok_or(NotANumber)
}

/// The query for the cloud (row S01); an invalid minimum is not sent.
pub fn ask(listing: &Listing) -> FlavorQuery {
    let read = |name: &str| bound(listing.picked(name)).ok().flatten();
    FlavorQuery { min_disk_gb: read("disk"), min_ram_mb: read("ram") }
}

/// The fields of a flavor in the search language.
pub const FLAVOR_FIELDS: Fields = Fields(&[
    Field::new(0, "name", Kind::Text),
    Field::new(1, "family", Kind::Word),
    Field::new(2, "vcpus", Kind::Number).also(&["cpu", "vcpu"]),
    Field::new(3, "ram", Kind::Bytes { unit: 1 << 20 }).also(&["memory"]),
    Field::new(4, "disk", Kind::Bytes { unit: 1 << 30 }),
    Field::new(5, "ephemeral", Kind::Bytes { unit: 1 << 30 }),
    Field::new(6, "is", Kind::Flags).words(&["public", "disabled", "gpu"]),
    Field::new(7, "spec", Kind::Pairs),
    Field::new(8, "id", Kind::Text),
]);

/// A flavor in a search.
pub fn flavor_cells(flavor: &Flavor) -> Cells {
    let units = |amount: u64, unit: i64| Some(i64::try_from(amount).unwrap_or(i64::MAX).saturating_mul(unit));
    let cells = Cells::new(FLAVOR_FIELDS)
        .text("name", &flavor.name)
        .text("id", flavor.id.as_str())
        .hidden("family", flavor.family())
        .number("vcpus", Some(flavor.vcpus.into()))
        .number("ram", units(flavor.ram_mb, 1 << 20))
        .number("disk", units(flavor.disk_gb, 1 << 30))
        .number("ephemeral", units(flavor.ephemeral_gb, 1 << 30))
        .flag("is", "public", flavor.is_public)
        .flag("is", "disabled", flavor.disabled)
        .flag("is", "gpu", flavor.is_gpu());
    flavor.extra_specs.iter().fold(cells, |cells, (key, value)| cells.pair("spec", key, value))
}

/// The flavors to show, in order. The cloud applies the minimum sizes.
pub fn flavors<'a>(all: &'a [Flavor], query: &Compiled, order: Option<&Order>) -> Vec<&'a Flavor> {
    found(all, query, order, &Rules { cells: &flavor_cells, key: &key, base: "name" })
}

fn key(flavor: &Flavor, column: &str) -> SortKey {
    // 0 is shown as a dash.
    let some = |size: u64| SortKey::told(Some(size).filter(|size| *size > 0));
    match column {
        "name" => SortKey::text(&flavor.name),
        "family" => SortKey::text(flavor.family()),
        "vcpus" => SortKey::number(flavor.vcpus.into()),
        "ram" => SortKey::number(flavor.ram_mb),
        "disk" => SortKey::number(flavor.disk_gb),
        "ephemeral" => some(flavor.ephemeral_gb),
        "swap" => some(flavor.swap),
        // The factor has few decimal places.
        "rxtx" => flavor.rxtx_factor.map_or(SortKey::Nothing, |factor| SortKey::Number((factor * 1000.0) as i64)),
        "public" => SortKey::Number(i64::from(!flavor.is_public)),
        _ => SortKey::Nothing,
    }
}

/// How the cloud interprets a minimum: the guide says "larger than", stock Nova includes the value (row S01).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// The response contains a flavor of exactly that size.
    AtLeast,
    /// A flavor of exactly that size exists but is missing in the response.
    MoreThan,
    /// No flavor has exactly that size, so both interpretations give the same result.
    Same,
    /// Unknown: not all flavors are known.
    Untold,
}

/// The size that a minimum applies to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    Disk,
    Ram,
}

/// How the cloud interpreted a minimum, derived from its response to `query` and from the unfiltered list, if known.
pub fn meaning(which: Bound, query: &FlavorQuery, answer: &[Flavor], all: Option<&[Flavor]>) -> Option<Meaning> {
    let size = |flavor: &Flavor| if which == Bound::Disk { flavor.disk_gb } else { flavor.ram_mb };
    let asked = if which == Bound::Disk { query.min_disk_gb } else { query.min_ram_mb }?;
    if answer.iter().any(|flavor| size(flavor) == asked) {
        return Some(Meaning::AtLeast);
    }
    let Some(all) = all else { return Some(Meaning::Untold) };
    // A flavor that the other minimum excludes proves nothing.
    let clear_of_other = |flavor: &Flavor| match which {
        Bound::Disk => query.min_ram_mb.is_none_or(|least| flavor.ram_mb > least),
        Bound::Ram => query.min_disk_gb.is_none_or(|least| flavor.disk_gb > least),
    };
    let exact: Vec<_> = all.iter().filter(|flavor| size(flavor) == asked).collect();
    Some(match exact.is_empty() {
        true => Meaning::Same,
        false if exact.into_iter().any(clear_of_other) => Meaning::MoreThan,
        false => Meaning::Untold,
    })
}
