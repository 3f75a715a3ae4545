//! Ids as newtypes, so that ids of different resources cannot be mixed up. They are opaque: NHN and Nova use UUIDs for
//! most of them, but nothing here depends on it.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as the server sent it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl From<&crate::json::Json<'_>> for $name {
            fn from(value: &crate::json::Json<'_>) -> Self {
                Self(value.text())
            }
        }
        impl crate::wire::root::Wire for $name {
            fn read(value: &crate::json::Json<'_>) -> Option<Self> {
                value.filled().map(Self)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An instance (`servers[].id`).
    ServerId,
    /// A flavor (`flavors[].id`).
    FlavorId,
    /// An image (`images[].id`).
    ImageId,
    /// An availability zone, identified by its name.
    ZoneName,
    /// A key pair, identified by its name.
    KeyName,
    /// A network; in the NHN dialect a VPC, whose id is the same.
    NetworkId,
    /// A subnet of a network.
    SubnetId,
    /// A network port.
    PortId,
    /// A security group.
    SecurityGroupId,
    /// A rule of a security group.
    SecurityRuleId,
    /// A floating IP. Not the address itself, which can belong to somebody else after it was released.
    FloatingIpId,
    /// A block storage volume.
    VolumeId,
    /// A snapshot of a volume.
    SnapshotId,
    /// A placement policy (`os-server-groups`, row N08).
    ServerGroupId,
    /// A project, in the guide's words a tenant.
    TenantId,
    /// A user.
    UserId,
    /// A region in the catalog's spelling (`KR1`).
    RegionName,
    /// The response to a batch create, instead of ids (row S15).
    ReservationId,
    /// The id that a service gave to one request, for its operator's logs.
    RequestId,
}
