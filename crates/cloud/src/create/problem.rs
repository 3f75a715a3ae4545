//! What can be wrong with a draft.

use super::Field;
use crate::form;
use crate::ids::ZoneName;
use crate::rules::fit::Misfit;
use crate::rules::limits::NameError;

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
    /// Longer than `max`; characters, of user data bytes after base64.
    TooLong {
        /// The limit.
        max: u64,
        /// The length typed.
        is: u64,
    },
    /// The zone is not available.
    ZoneUnavailable,
    /// The zone must be that of the volume or snapshot.
    ZoneMustBe(ZoneName),
    /// The chosen thing is no longer in the list.
    Gone,
    /// The volume or snapshot is in use, or not ready.
    NotAvailable,
    /// The volume or snapshot cannot be booted from.
    NotBootable,
    /// The volume or snapshot holds a WAF, MS-SQL or MySQL image, which nothing may be made of.
    Appliance,
    /// U2 has its root disk on the host: it cannot boot from a volume or snapshot.
    RootOnU2,
    /// The cloud takes no kind of disk here.
    NotOffered,
    /// It has been chosen before.
    Twice,
    /// Not an IP address.
    NotAnAddress,
    /// The address is not one of the subnet's.
    NotInSubnet {
        /// The subnet's range.
        cidr: String,
    },
    /// More pairs of metadata than an instance may have, the mark counted in.
    TooManyPairs {
        /// The limit.
        max: u64,
        /// How many there are.
        is: u64,
    },
    /// Only one instance can have what was chosen.
    OnlyOne(OnlyOne),
    /// A character that the cloud does not take in a key: letters, digits, blanks and `-_:.` are.
    BadKey,
}

/// Of what there is only one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OnlyOne {
    /// A volume.
    Volume,
    /// A snapshot to boot from.
    Snapshot,
    /// A port, or one that is made on the chosen subnet.
    Port,
    /// An address.
    FixedIp,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;
