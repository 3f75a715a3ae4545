//! Points in time. Clouds write them in four forms, all UTC: with `Z`, without it, with microseconds, and with a blank
//! instead of the `T` (nhn-api.md §1.2, §3.1).

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads any of the four forms, and offsets such as `+09:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let _ = text;
        todo!()
    }

    /// `YYYY-MM-DDThh:mm:ssZ`, the form the API takes (`changes-since`).
    pub fn to_utc(self) -> String {
        todo!()
    }
}
