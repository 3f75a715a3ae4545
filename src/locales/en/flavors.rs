//! English: `flavors`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Flavors`].
pub static FLAVORS: Flavors = Flavors {
    title: "Flavors",
    count: Plural { one: "{n} flavor", other: "{n} flavors" },
    search: "Search flavors",
    of: "{is} of {max}",
    family: "Family",
    vcpus: "vCPUs",
    ram: "RAM",
    disk: "Root disk",
    disk_volume: "volume",
    disk_volume_long: "0 GB: the root disk is a volume, its size is chosen with the instance",
    ephemeral: "Ephemeral",
    swap: "Swap",
    swap_as_sent: "{n} (as sent: the guide says GB, Nova means MB)",
    rxtx: "RX/TX factor",
    visibility: "Visibility",
    public: "Public",
    not_public: "Private",
    specs: "Extra specs",
    state: "State",
    usable: "Usable",
    switched_off: "Switched off",
    min_disk: "Min. disk",
    min_ram: "Min. RAM",
    not_a_number: "Whole numbers only, such as 20. This bound is not sent.",
    at_least: "{bound}: this cloud means “at least”; flavors of exactly this size are listed.",
    more_than: "{bound}: this cloud means “larger than”; flavors of exactly this size are left out.",
    same: "{bound}: no flavor has exactly this size, so “at least” and “larger than” give the same list.",
    untold: "{bound}: the answer does not tell whether this cloud means “at least” or “larger than”.",
    volumes_left_out: "Flavors whose root disk is a volume count as 0 GB and are left out.",
    none_title: "No flavors",
    none_text: "This project may use no flavor. An administrator of the cloud can grant some.",
    no_match_text: "No flavor fits the search and the bounds.",
};
