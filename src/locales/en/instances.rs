//! English: `instances`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Instances`].
pub static INSTANCES: Instances = Instances {
    title: "Instances",
    create: "Create instance",
    count: Plural { one: "{n} instance", other: "{n} instances" },
    count_of: "{shown} of {total}",
    loaded: Plural { one: "{n} loaded…", other: "{n} loaded…" },
    partial: Plural { one: "Only {n} loaded so far", other: "Only {n} loaded so far" },
    search: "Search instances",
    ask_cloud: "Search in the cloud",
    group_error: "Error",
    group_busy: "Changing",
    group_running: "Running",
    group_stopped: "Not running",
    group_other: "Other",
    choice: "{name} ({n})",
    zone: "Zone",
    flavor: "Flavor",
    addresses: "Addresses",
    key: "Key pair",
    age: "Age",
    floating: "Floating IP",
    more_addresses: "+{n}",
    unnamed: "(no name)",
    protected: "Deletion protection is on",
    node: "Node of a Kubernetes cluster",
    empty_title: "No instances yet",
    empty_text: "An instance is a virtual server. Choose an image and a flavor; it starts in about a minute.",
    none_title: "No instance matches",
    none_text: "The search looks at names, IDs, addresses, images, flavors, zones, key pairs, statuses and metadata.",
    none_yet: "The rest of the list is still loading.",
    stale_why: "Details",
    well_again: "The cloud is answering again.",
};
