//! English: `networks`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Networks`].
pub static NETWORKS: Networks = Networks {
    title: "Networks",
    lead: "The networks and subnets of this project. They are changed in the cloud's own console.",
    search: "Search networks",
    count: Plural { one: "{n} subnet", other: "{n} subnets" },
    subnet: "Subnet",
    network: "Network",
    cidr: "CIDR",
    gateway: "Gateway",
    free: "Free addresses",
    way_out: "Internet",
    kind: "Kind",
    instances: "Instances",
    external: "External: floating IPs",
    shared: "Shared",
    own: "Own",
    none: "none",
    no_subnet: "no subnet told",
    yes: "yes",
    no: "no way out",
    copy_subnet: "Copy subnet ID",
    copy_network: "Copy network ID",
    none_title: "No networks",
    none_text: "This project has no network yet. Create one in the cloud's own console.",
    no_match_text: "No network or subnet has these words in its name, range or ID.",
};
