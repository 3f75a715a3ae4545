//! English: `zones`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Zones`].
pub static ZONES: Zones = Zones {
    title: "Availability zones",
    lead: "Places that fail apart from each other. Spread what must not go down together.",
    available: "Available",
    unavailable: "Unavailable",
    unavailable_text: "New instances cannot be placed here. Those that are here are still listed.",
    instances: Plural { one: "{n} instance", other: "{n} instances" },
    counting: "Counting instances…",
    uncounted: "Instances could not be counted",
    running: Plural { one: "{n} running", other: "{n} running" },
    not_running: Plural { one: "{n} not running", other: "{n} not running" },
    show: "Show the instances in {zone}",
    elsewhere_title: "In no zone of this list",
    elsewhere_text: "Not placed yet, or in a zone that the cloud no longer names.",
    none_title: "No availability zones",
    none_text: "The cloud names none. Instances go wherever it puts them.",
};
