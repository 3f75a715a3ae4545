//! What a person typed and chose; nothing here is checked.

use crate::ids::*;

/// The form as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Name, as typed.
    pub name: String,
    /// Image; an id may be typed where the image service is missing.
    pub image: Option<ImageId>,
    /// Flavor.
    pub flavor: Option<FlavorId>,
    /// Root disk in GB, as typed. Not asked where the disk is the flavor's.
    pub root_disk_gb: String,
    /// Delete the root volume with the instance. A visible choice: the API's default is to keep it.
    pub delete_root_on_termination: bool,
    /// Zone; `None`: any.
    pub zone: Option<ZoneName>,
    /// Network (stock Nova) of the chosen subnet.
    pub network: Option<NetworkId>,
    /// Subnet (NHN).
    pub subnet: Option<SubnetId>,
    /// Security group names; none: the cloud takes `default`.
    pub security_groups: Vec<String>,
    /// Key pair.
    pub key: Option<KeyName>,
    /// How many, as typed.
    pub count: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            name: String::new(),
            image: None,
            flavor: None,
            root_disk_gb: String::new(),
            delete_root_on_termination: false,
            zone: None,
            network: None,
            subnet: None,
            security_groups: Vec::new(),
            key: None,
            count: "1".to_owned(),
        }
    }
}
