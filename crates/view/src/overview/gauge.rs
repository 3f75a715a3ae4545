//! How full an allowance is.

use cloud::wire::Allowance;

/// How near the end is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    /// Enough is left.
    Enough,
    /// At least four fifths are used.
    Tight,
    /// Nothing is left.
    Full,
}

/// An allowance as a bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gauge {
    /// In use.
    pub used: u64,
    /// The most.
    pub limit: u64,
    /// The length of the bar, 0 to 100; what is used at all is seen.
    pub percent: u64,
    /// How near the end is.
    pub fill: Fill,
}

/// The bar of an allowance; `None`: without a limit, or not told.
pub fn gauge(allowance: Allowance) -> Option<Gauge> {
    let (used, limit) = (allowance.used?, allowance.limit?);
    let percent = u128::from(used) * 100 / u128::from(limit.max(1));
    let percent = u64::try_from(percent.min(100)).unwrap_or(100);
    let fill = match percent {
        _ if used >= limit => Fill::Full,
        80.. => Fill::Tight,
        _ => Fill::Enough,
    };
    let percent = if used >= limit { 100 } else { percent.max(u64::from(used > 0)) };
    Some(Gauge { used, limit, percent, fill })
}
