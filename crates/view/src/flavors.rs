//! The table of flavors: what is searched, bounded and sorted. The bounds stand in the address beside the search
//! (`?q=m2&disk=20&ram=4096&sort=ram&dir=desc`).

use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;

use crate::listing::{Listing, Rules, SortKey, found};

#[cfg(test)]
mod tests;

/// The bounds, as the address says them: `disk` is the smallest root disk in GB, `ram` the smallest RAM in MB, both as typed.
pub const BOUNDS: &[&str] = &["disk", "ram"];

/// What was typed as a bound is not a whole number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

/// Largest bound that is sent: a cloud keeps sizes as signed 32-bit numbers, and refuses or fails above.
pub const BOUND_MAX: u64 = 2_147_483_647;

/// Reads a bound: nothing typed is no bound.
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

/// What the cloud is asked (row S01): a bound that cannot be read is not sent.
pub fn ask(listing: &Listing) -> FlavorQuery {
    let read = |name: &str| bound(listing.picked(name)).ok().flatten();
    FlavorQuery { min_disk_gb: read("disk"), min_ram_mb: read("ram") }
}

/// The flavors to show, in order. The bounds are the cloud's business.
pub fn flavors<'a>(all: &'a [Flavor], listing: &Listing) -> Vec<&'a Flavor> {
    let texts = |flavor: &Flavor| {
        let specs = flavor.extra_specs.iter().flat_map(|(key, value)| [key.clone(), value.clone()]);
        [flavor.name.clone(), flavor.id.to_string()].into_iter().chain(specs).collect()
    };
    found(all, listing, &Rules { texts: &texts, fits: &|_| true, key: &key, base: "name" })
}

fn key(flavor: &Flavor, column: &str) -> SortKey {
    // Shown as a dash: there is none.
    let some = |size: u64| SortKey::told(Some(size).filter(|size| *size > 0));
    match column {
        "name" => SortKey::text(&flavor.name),
        "family" => SortKey::text(flavor.family()),
        "vcpus" => SortKey::number(flavor.vcpus.into()),
        "ram" => SortKey::number(flavor.ram_mb),
        "disk" => SortKey::number(flavor.disk_gb),
        "ephemeral" => some(flavor.ephemeral_gb),
        "swap" => some(flavor.swap),
        // A factor has few decimal places.
        "rxtx" => flavor.rxtx_factor.map_or(SortKey::Nothing, |factor| SortKey::Number((factor * 1000.0) as i64)),
        "public" => SortKey::Number(i64::from(!flavor.is_public)),
        _ => SortKey::Nothing,
    }
}

/// How the cloud took a bound: the guide says "larger than", stock Nova answers "at least" (row S01).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// A flavor of exactly that size was among the answers.
    AtLeast,
    /// A flavor of exactly that size exists, and was left out.
    MoreThan,
    /// No flavor has exactly that size: both give the same.
    Same,
    /// It cannot be told: not all flavors are known.
    Untold,
}

/// Which size a bound is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// `minDisk`.
    Disk,
    /// `minRam`.
    Ram,
}

/// How the cloud took a bound, told from its answer to `query` and from the list without bounds, where that is known.
pub fn meaning(which: Bound, query: &FlavorQuery, answer: &[Flavor], all: Option<&[Flavor]>) -> Option<Meaning> {
    let size = |flavor: &Flavor| if which == Bound::Disk { flavor.disk_gb } else { flavor.ram_mb };
    let asked = if which == Bound::Disk { query.min_disk_gb } else { query.min_ram_mb }?;
    if answer.iter().any(|flavor| size(flavor) == asked) {
        return Some(Meaning::AtLeast);
    }
    let Some(all) = all else { return Some(Meaning::Untold) };
    // One that the other bound keeps out tells nothing.
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
