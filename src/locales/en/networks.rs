//! English: `networks`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Networks`].
pub static NETWORKS: Networks = Networks {
    title: "Networks",
    lead: "Networks and subnets of this project. Change them in the cloud's own console.",
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
    external: "External (floating IPs)",
    shared: "Shared",
    own: "Project",
    none: "none",
    no_subnet: "Subnets not listed",
    yes: "yes",
    no: "No internet gateway",
    subnet_id: "Subnet ID",
    network_id: "Network ID",
    copy_subnet: "Copy subnet ID",
    copy_network: "Copy network ID",
    none_title: "No networks",
    none_text: "This project has no networks yet. Create one in the cloud's own console.",
    no_match_text: "The search looks at names, ranges (CIDR) and IDs.",
};
