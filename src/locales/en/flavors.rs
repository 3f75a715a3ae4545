//! English: `flavors`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Flavors`].
pub static FLAVORS: Flavors = Flavors {
    title: "Flavors",
    count: Plural { one: "{n} flavor", other: "{n} flavors" },
    search: "Search flavors",
    family: "Family",
    vcpus: "vCPUs",
    ram: "RAM",
    disk: "Root disk",
    disk_volume: "volume",
    disk_volume_long: "0 GB: the root disk is a volume. Choose its size when you create the instance.",
    ephemeral: "Ephemeral",
    swap: "Swap",
    swap_as_sent: "{n} (as reported; the guide says GB, Nova MB)",
    rxtx: "RX/TX factor",
    visibility: "Visibility",
    public: "Public",
    not_public: "Private",
    specs: "Extra specs",
    state: "State",
    usable: "Enabled",
    switched_off: "Disabled",
    min_disk: "Min. disk",
    min_ram: "Min. RAM",
    not_a_number: "Enter a whole number, such as 20. This filter is not applied yet.",
    at_least: "{bound}: this cloud includes flavors of exactly this size.",
    more_than: "{bound}: this cloud leaves out flavors of exactly this size.",
    same: "{bound}: no flavor has exactly this size, so “at least” and “more than” give the same list.",
    untold: "{bound}: the answer does not show whether this cloud means “at least” or “more than”.",
    volumes_left_out: "Flavors with a volume as root disk count as 0 GB and are left out.",
    none_title: "No flavors",
    none_text: "This project can use no flavors. Ask an administrator of the cloud for access.",
    no_match_text: "No flavor matches the search and filters.",
};
