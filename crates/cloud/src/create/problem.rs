//! Validation errors of a draft.

use super::Field;
use crate::form;
use crate::ids::ZoneName;
use crate::rules::fit::Misfit;
use crate::rules::limits::NameError;

/// What is wrong with a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required but empty.
    Missing,
    Name(NameError),
    /// The image is being created or deactivated: only an `active` one boots.
    ImageNotActive,
    /// The flavor does not fit the image.
    Misfit(Misfit),
    /// Not a whole number.
    NotANumber,
    TooSmall {
        min: u64,
    },
    TooLarge {
        max: u64,
    },
    /// Longer than `max`: characters, for user data bytes after base64.
    TooLong {
        max: u64,
        /// The current length.
        is: u64,
    },
    ZoneUnavailable,
    /// The zone must be that of the volume or snapshot.
    ZoneMustBe(ZoneName),
    /// The choice is no longer in the list.
    Gone,
    /// The volume or snapshot is in use or not ready.
    NotAvailable,
    NotBootable,
    /// The volume or snapshot contains a WAF, MS-SQL or MySQL image, which cannot be copied.
    Appliance,
    /// U2 has its root disk on the host, so it cannot boot from a volume or snapshot.
    RootOnU2,
    /// The cloud does not support disk types here.
    NotOffered,
    /// Chosen more than once.
    Twice,
    NotAnAddress,
    NotInSubnet {
        cidr: String,
    },
    /// More metadata pairs than allowed, including the recovery tag.
    TooManyPairs {
        max: u64,
        is: u64,
    },
    /// Only one instance can use what was chosen.
    OnlyOne(OnlyOne),
    /// The key contains a character other than letters, digits, blanks and `-_:.`.
    BadKey,
}

/// Resources that only one instance can use.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OnlyOne {
    Volume,
    Snapshot,
    /// A port, or one that is created on the chosen subnet.
    Port,
    FixedIp,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;
