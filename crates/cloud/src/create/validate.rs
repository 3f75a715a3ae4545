//! Draft to request, or what is wrong, field by field.

use super::{CreateRequest, Draft};
use crate::rules::fit::Misfit;
use crate::rules::limits::{Limits, NameError};
use crate::wire::*;

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

/// What is known of the cloud while the form is filled in. A `None` list could not be loaded: ids are then taken as
/// typed.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The limits that apply.
    pub limits: &'a Limits,
    /// Images.
    pub images: Option<&'a [Image]>,
    /// Flavors.
    pub flavors: Option<&'a [Flavor]>,
    /// Zones.
    pub zones: Option<&'a [Zone]>,
    /// Subnets.
    pub subnets: Option<&'a [Subnet]>,
    /// Key pairs.
    pub keys: Option<&'a [KeyPair]>,
}

/// The request, or all problems in the order of the form.
pub fn validate(draft: &Draft, context: &Context<'_>) -> Result<CreateRequest, Vec<FieldError>> {
    let _ = (draft, context);
    todo!()
}
