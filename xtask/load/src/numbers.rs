//! Statistics.

/// The percentile by nearest rank; NaN without values.
pub fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// The median of a few runs, with their range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// With an even number of runs the mean of the middle two.
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

impl Spread {
    /// From measurements in any order.
    pub fn of(measured: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = measured.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
        let count = sorted.len();
        let median = f64::midpoint(at(count.saturating_sub(1) / 2), at(count / 2));
        Self { median, least: at(0), most: at(count.saturating_sub(1)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_numbers_that_were_measured() {
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        let check = |sorted: &[f64], percent, expect| assert_eq!(percentile(sorted, percent), expect, "{percent}");
        check(&hundred, 50, 50.0);
        check(&hundred, 99, 99.0);
        check(&hundred, 100, 100.0);
        check(&hundred, 0, 1.0);
        check(&[1.0, 2.0, 3.0], 50, 2.0);
        check(&[1.0, 2.0, 3.0], 99, 3.0);
        check(&[1.0, 2.0], 50, 1.0);
        check(&[7.0], 1, 7.0);
        assert!(percentile(&[], 99).is_nan());
    }

    #[test]
    fn a_spread_has_its_median_between_its_ends() {
        let check = |measured: &[f64], (median, least, most)| {
            assert_eq!(Spread::of(measured.iter().copied()), Spread { median, least, most }, "{measured:?}");
        };
        check(&[5.0, 1.0, 4.0, 2.0, 3.0], (3.0, 1.0, 5.0));
        check(&[4.0, 1.0, 3.0, 2.0], (2.5, 1.0, 4.0));
        check(&[2.0, -1.0], (0.5, -1.0, 2.0));
        check(&[9.0], (9.0, 9.0, 9.0));
        assert!(Spread::of([]).median.is_nan());
    }
}
