//! Usage of a quota as a bar.

use cloud::wire::Allowance;

/// How full it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    Enough,
    /// At least 80 % are used.
    Tight,
    /// Nothing is left.
    Full,
}

/// A usage bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gauge {
    pub used: u64,
    pub limit: u64,
    /// The length of the bar, 0 to 100; any usage is visible.
    pub percent: u64,
    pub fill: Fill,
}

/// The bar for an allowance; `None`: unlimited, or not reported.
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
