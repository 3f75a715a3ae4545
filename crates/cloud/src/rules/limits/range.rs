//! A range of whole numbers, so that the limit shown beside a field and the one checked are the same value.

/// From `min` to `max`, both allowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    /// Least value.
    pub min: u64,
    /// Largest value; `None`: as the cloud says.
    pub max: Option<u64>,
}

/// Which end was missed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutOfRange {
    /// Below the least value.
    TooSmall {
        /// Least value.
        min: u64,
    },
    /// Above the largest value.
    TooLarge {
        /// Largest value.
        max: u64,
    },
}

impl Range {
    /// Whether `value` lies inside.
    pub fn check(self, value: u64) -> Result<(), OutOfRange> {
        match self.max {
            _ if value < self.min => Err(OutOfRange::TooSmall { min: self.min }),
            Some(max) if value > max => Err(OutOfRange::TooLarge { max }),
            _ => Ok(()),
        }
    }
}
