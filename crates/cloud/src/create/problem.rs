//! What can be wrong with a draft.

use crate::rules::fit::Misfit;
use crate::rules::limits::NameError;

/// The fields of the form, in its order (focus goes to the first with an error).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// Instance name.
    Name,
    /// Image.
    Image,
    /// Flavor.
    Flavor,
    /// Root disk size.
    RootDisk,
    /// Availability zone.
    Zone,
    /// Network or subnet.
    Network,
    /// Security groups.
    SecurityGroups,
    /// Key pair.
    Key,
    /// How many.
    Count,
}

/// What is wrong with a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required and not given.
    Missing,
    /// The name.
    Name(NameError),
    /// The image is being made, or switched off: only an `active` one boots.
    ImageNotActive,
    /// The flavor does not fit the image.
    Misfit(Misfit),
    /// Not a whole number.
    NotANumber,
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
    /// The zone is not available.
    ZoneUnavailable,
    /// The chosen thing is no longer in the list.
    Gone,
}

/// One problem of one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}
