//! Kinds of volumes (row N06): `General SSD`, `General HDD`, encrypted ones.

use super::read::wire;

wire! {
    /// One kind. It is chosen by its name.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct VolumeType in "volume_type", "volume_types" {
        pub name: String = "name",
        /// Empty when null.
        pub description: String = "description",
    }
}
