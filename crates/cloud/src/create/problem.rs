//! What can be wrong with a draft.

use crate::form;
use crate::ids::ZoneName;
use crate::rules::fit::Misfit;
use crate::rules::limits::NameError;

/// The fields of the form, in its order ([`Field::place`]). Rows of a list count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// Instance name.
    Name,
    /// Image, or the volume or snapshot in its place.
    Image,
    /// Flavor.
    Flavor,
    /// Root disk size.
    RootDisk,
    /// Kind of the root volume.
    RootKind,
    /// What a further disk is made of.
    Disk(u32),
    /// Size of a further disk.
    DiskSize(u32),
    /// Kind of a further disk.
    DiskKind(u32),
    /// Availability zone.
    Zone,
    /// Network, subnet or port of the first interface.
    Network,
    /// Network, subnet or port of a further interface, from 1 on.
    Nic(u32),
    /// Address of an interface.
    FixedIp(u32),
    /// Security groups.
    SecurityGroups,
    /// Key pair.
    Key,
    /// How many.
    Count,
    /// With how many one is content.
    MinCount,
    /// User data.
    UserData,
    /// Key of a metadata row.
    MetadataKey(u32),
    /// Value of a metadata row.
    MetadataValue(u32),
    /// Whether the mark is sent; what is wrong with all pairs of metadata together.
    Mark,
    /// Placement policy.
    ServerGroup,
}

impl Field {
    /// Where it stands in the form: which part, which row of it, where in the row. Mistakes are told in this order, and
    /// the focus goes to the first.
    pub fn place(self) -> (u8, u32, u8) {
        match self {
            Field::Name => (0, 0, 0),
            Field::Image => (1, 0, 0),
            Field::Flavor => (2, 0, 0),
            Field::RootDisk => (3, 0, 0),
            Field::RootKind => (4, 0, 0),
            Field::Disk(row) => (5, row, 0),
            Field::DiskSize(row) => (5, row, 1),
            Field::DiskKind(row) => (5, row, 2),
            Field::Zone => (6, 0, 0),
            Field::Network => (7, 0, 0),
            Field::Nic(row) => (7, row, 0),
            Field::FixedIp(row) => (7, row, 1),
            Field::SecurityGroups => (8, 0, 0),
            Field::Key => (9, 0, 0),
            Field::Count => (10, 0, 0),
            Field::MinCount => (11, 0, 0),
            Field::UserData => (12, 0, 0),
            Field::MetadataKey(row) => (13, row, 0),
            Field::MetadataValue(row) => (13, row, 1),
            Field::Mark => (14, 0, 0),
            Field::ServerGroup => (15, 0, 0),
        }
    }
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
    /// A port has its addresses already.
    PortHasAddress,
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
