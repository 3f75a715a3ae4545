//! English: `zones`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Zones`].
pub static ZONES: Zones = Zones {
    title: "Availability zones",
    lead: "Separate failure domains. Spread instances that must not fail together.",
    search: "Search zones",
    count: Plural { one: "{n} zone", other: "{n} zones" },
    available: "Available",
    unavailable: "Unavailable",
    closed: "No new instances can be created in {zones}. Existing ones are still listed.",
    instances: Plural { one: "{n} instance", other: "{n} instances" },
    counting: "Counting instances…",
    uncounted: "Instances could not be counted",
    how_they_run: "Running",
    running: Plural { one: "{n} running", other: "{n} running" },
    not_running: Plural { one: "{n} not running", other: "{n} not running" },
    show: "Show the instances in {zone}",
    elsewhere_title: "Not in a listed zone",
    elsewhere_text: "Not placed yet, or in a zone that the cloud no longer lists.",
    none_title: "No availability zones",
    none_text: "The cloud lists no zones and places instances itself.",
    no_match_text: "The search looks at the names of zones.",
};
